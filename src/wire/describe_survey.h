// The one description of a survey's types: reading, writing, JSON Schema and
// TypeScript are made from it. The order here is the order in documents.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>

#include "looplet/survey.h"
#include "wire/kind.h"
#include "wire/type_names.h"

namespace looplet::wire {

constexpr Rule kRequired{};
constexpr Rule kOptional{Need::optional};
constexpr Rule kId{Need::required, 0, kMaxId, Form::id};
constexpr Rule kOptionalId{Need::optional, 0, kMaxId, Form::id};
constexpr Rule kText{Need::required, 0, kMaxText, Form::any};
constexpr Rule kTag{Need::required, 0, 0, Form::tag};
constexpr Rule kLanguages{Need::required, 1, kMaxLanguages, Form::tag};
constexpr Rule kUrl{Need::optional, 0, kMaxText, Form::any};

constexpr Rule optional_list(std::int64_t least, std::int64_t most) {
  return {Need::optional, least, most};
}

/// Reads a value that may stand alone or in a list.
template <class V, class T>
void one_or_list(V& v, std::vector<T>& list, Kind single, const Rule& rule,
                 std::string_view words) {
  auto form = v.choice();
  if (form.is(single, list.size() == 1)) {
    if constexpr (V::kReads) list.resize(1);
    const Rule item{Need::required, rule.item_min, rule.item_max, rule.form};
    v.value(list[0], item);
  }
  if (form.is(Kind::list, list.size() != 1)) v.value(list, rule);
  form.done(words);
}

/// A list that is written as its one item when it has just one.
template <class T>
struct OneOrList {
  std::vector<T>& list;
  bool empty() const { return list.empty(); }
};
template <class V>
void describe_choice(V& v, OneOrList<Segment>& t) {
  one_or_list(v, t.list, Kind::text, {Need::required, 1, 3},
              "a segment or a list of them");
}
template <class V>
void describe_choice(V& v, OneOrList<Theme>& t) {
  one_or_list(v, t.list, Kind::text, {Need::required, 1, kThemeCount},
              "a theme or a list of them");
}
template <class V>
void describe_choice(V& v, OneOrList<int>& t) {
  one_or_list(v, t.list, Kind::number, {Need::required, 1, 3, Form::any, -1, 1},
              "-1, 0, 1 or a list of them");
}
template <class V>
void describe_choice(V& v, OneOrList<std::string>& t) {
  one_or_list(v, t.list, Kind::text,
              {Need::required, 1, kMaxLanguages, Form::tag},
              "a language tag or a list of them");
}

template <class V>
void describe_choice(V& v, LocalText& t) {
  auto form = v.choice();
  if (form.is(Kind::text, t.is_plain())) {
    if constexpr (V::kReads) t.by_tag.assign(1, {});
    v.value(t.by_tag[0].second, kText);
  }
  if (form.is(Kind::object, !t.is_plain())) {
    v.map(t.by_tag, kLanguages, kText);
  }
  form.done("a text, or texts by language");
}

template <class V>
void describe_choice(V& v, ScoreSet& t) {
  constexpr Rule kScore{Need::optional, kLowestScore, kHighestScore};
  constexpr Rule kScores{Need::required, 1, 11, Form::any, kLowestScore,
                         kHighestScore};
  auto form = v.choice();
  if (form.is(Kind::number, t.list.size() == 1)) {
    if constexpr (V::kReads) t.list.resize(1);
    v.value(t.list[0], kScore);
  }
  if (form.is(Kind::list, t.list.size() > 1)) v.value(t.list, kScores);
  if (form.is(Kind::object, t.is_range())) {
    v.object([&] {
      v.field("from", t.from, kScore, "lowest score, 0 if absent");
      v.field("to", t.to, kScore, "highest score, 10 if absent");
    });
  }
  form.done("a score, a list of scores, or {\"from\", \"to\"}");
}

template <class V>
void describe_choice(V& v, Scalar& t) {
  auto form = v.choice();
  constexpr Rule kWhole{Need::required, -kMaxInteger, kMaxInteger};
  if (form.is(Kind::text, t.value.index() == 0)) {
    if constexpr (V::kReads) t.value.template emplace<0>();
    v.value(*std::get_if<0>(&t.value), {Need::required, 0, 200});
  }
  if (form.is(Kind::number, t.value.index() == 1)) {
    if constexpr (V::kReads) t.value.template emplace<1>();
    v.value(*std::get_if<1>(&t.value), kWhole);
  }
  if (form.is(Kind::truth, t.value.index() == 2)) {
    if constexpr (V::kReads) t.value.template emplace<2>();
    v.value(*std::get_if<2>(&t.value));
  }
  form.done("a text, a whole number, or true or false");
}

/// One condition inside "not", held as a list of none or one.
struct Single {
  std::vector<Condition>& list;
  bool empty() const { return list.empty(); }
};
template <class V>
void describe_choice(V& v, Single& t);

template <class V>
void describe(V& v, Condition& t) {
  OneOrList<Segment> segment{t.segment};
  OneOrList<Theme> theme{t.theme};
  OneOrList<int> sentiment{t.sentiment};
  OneOrList<std::string> locale{t.locale};
  Single negated{t.not_};
  constexpr Rule kList = optional_list(1, kMaxConditions);
  v.field("segment", segment, kOptional, "the respondent's segment");
  v.field("score", t.score, kOptional, "the score given");
  v.field("step", t.step, kOptionalId, "the step that is asked about");
  v.field("trait", t.trait, kOptionalId, "the trait that is asked about");
  v.field("is", t.is, kOptional, "the answer or the trait is this");
  v.field("includes", t.includes, kOptionalId, "this option was chosen");
  v.field("answered", t.answered, kOptional, "the step was answered or not");
  v.field("theme", theme, kOptional, "what an answer is about");
  v.field("sentiment", sentiment, kOptional, "the tone of a comment");
  v.field("locale", locale, kOptional, "the language spoken");
  v.field("all", t.all, kList, "every one of these holds");
  v.field("any", t.any, kList, "at least one of these holds");
  v.field("not", negated, kOptional, "this does not hold");
}

template <class V>
void describe_choice(V& v, Single& t) {
  auto form = v.choice();
  if (form.is(Kind::object, true)) {
    if constexpr (V::kReads) t.list.resize(1);
    v.value(t.list[0]);
  }
  form.done("a condition");
}

template <class V>
void describe(V& v, looplet::Rule& t) {
  v.field("when", t.when, kOptional, "absent: always");
  v.field("to", t.to, kId, "id of the step that follows");
}

template <class V>
void describe_choice(V& v, Next& t) {
  auto form = v.choice();
  if (form.is(Kind::text, t.is_plain())) {
    if constexpr (V::kReads) t.rules.resize(1);
    v.value(t.rules[0].to, kId);
  }
  if (form.is(Kind::list, !t.is_plain())) {
    v.value(t.rules, {Need::required, 1, kMaxRules});
  }
  form.done("the id of a step, or a list of rules");
}

template <class V>
void describe(V& v, Option& t) {
  v.field("id", t.id, kId, "kept in answers; never change it");
  v.field("text", t.text, kRequired, "what the respondent reads");
  v.field("theme", t.theme, kOptional, "what choosing this is about");
}

template <class V>
void describe(V& v, Action& t) {
  v.variants("kind", t.kind, "what it offers", [&](ActionKind kind) {
    v.field("text", t.text, kRequired, "the words on it");
    if (kind == ActionKind::copy) {
      v.field("code", t.code, {Need::required, 0, 200}, "copied when chosen");
    } else {
      v.field("url", t.url, {Need::required, 0, kMaxText},
              "https:// or mailto:; names are piped into its query");
    }
  });
}

template <class V>
void describe(V& v, Step& t) {
  v.field("id", t.id, kId, "kept in answers; never change it");
  v.variants("type", t.type, "what the step asks", [&](StepType type) {
    v.field("text", t.text, kRequired, "the question, or the words of a page");
    v.field("help", t.help, kOptional, "a line under it");
    switch (type) {
      case StepType::nps:
        v.field("low", t.low, kRequired, "what 0 means");
        v.field("high", t.high, kRequired, "what 10 means");
        break;
      case StepType::rating:
        v.field("metric", t.metric, kOptional,
                "what it measures; never counted in the score");
        v.field("points", t.points, {Need::optional, 2, 10},
                "answers are 1 to this");
        v.field("style", t.style, kOptional, "how the points are drawn");
        v.field("low", t.low, kRequired, "what 1 means");
        v.field("high", t.high, kRequired, "what the last point means");
        break;
      case StepType::choice:
        v.field("options", t.options, {Need::required, 1, kMaxOptions},
                "to choose from");
        v.field("many", t.many, kOptional, "more than one may be chosen");
        v.field("other", t.other, kOptional, "offers words of one's own");
        v.field("otherText", t.other_text, kOptional, "the words for it");
        v.field("shuffle", t.shuffle, kOptional,
                "a different order for each respondent");
        break;
      case StepType::text:
        v.field("placeholder", t.placeholder, kOptional, "an example");
        v.field("maxLength", t.max_length, {Need::optional, 1, kMaxText},
                "longest answer, in characters");
        break;
      case StepType::contact:
        v.field("fields", t.fields, {Need::required, 1, 3},
                "what may be filled in");
        v.field("consent", t.consent, kOptional,
                "must be ticked for anything to be kept");
        break;
      case StepType::consent:
        v.field("label", t.label, kOptional, "the words for yes");
        break;
      case StepType::statement:
        v.field("button", t.button, kOptional, "the words for going on");
        break;
      case StepType::end:
        v.field("actions", t.actions, optional_list(0, 8),
                "what may be done next");
        break;
    }
    if (type != StepType::end && type != StepType::statement) {
      v.field("optional", t.optional, kOptional, "may be skipped");
    }
    v.field("next", t.next, kOptional,
            "what follows; absent, or no rule holds: the step below");
  });
}

template <class V>
void describe(V& v, Privacy& t) {
  v.field("text", t.text, kRequired, "the words of the link");
  v.field("url", t.url, {Need::required, 0, kMaxText}, "https://");
}

template <class V>
void describe(V& v, Trait& t) {
  v.field("name", t.name, kId, "as the page gives it");
  v.field("values", t.values, {Need::optional, 1, 64, Form::any, 0, 200},
          "all it can be; absent: any text");
}

template <class V>
void describe(V& v, Survey& t) {
  v.field("$schema", t.schema, kUrl, "for editors; not read");
  v.field("format", t.format, {Need::required, kSurveyFormat, kSurveyFormat},
          "of this file");
  v.field("id", t.id, kId, "kept with every answer");
  v.field("revision", t.revision, {Need::required, 1, 1000000000},
          "one more for every change");
  v.field("locale", t.locale, kTag, "of texts without a language");
  v.field("title", t.title, kOptional, "for the team, not for respondents");
  v.field("subject", t.subject, kOptional, "{subject} in texts");
  v.field("owner", t.owner, kOptional, "{owner} in texts: who reads answers");
  v.field("privacy", t.privacy, kOptional, "shown under the question");
  v.field("traits", t.traits, optional_list(0, kMaxTraits),
          "what the page may tell about a respondent");
  v.field("steps", t.steps, {Need::required, 1, kMaxSteps},
          "in the order they are asked");
}

}  // namespace looplet::wire
