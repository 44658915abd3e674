// The one description of an answer, a state and the record that is sent.
#pragma once

#include <string>

#include "looplet/answer.h"
#include "looplet/flow.h"
#include "wire/describe_survey.h"
#include "wire/kind.h"
#include "wire/type_names.h"

namespace looplet::wire {

constexpr std::int64_t kMaxGiven = kMaxSteps;
constexpr Rule kNullable{Need::nullable};

/// Traits as an object of texts; whole numbers and truths become texts.
struct TraitMap {
  Traits& traits;
  bool empty() const { return traits.empty(); }
};
template <class V>
void describe_choice(V& v, TraitMap& t) {
  auto form = v.choice();
  if (form.is(Kind::object, true)) {
    constexpr Rule kNames{Need::required, 0, kMaxTraits, Form::id};
    std::vector<std::pair<std::string, Scalar>> values;
    for (const auto& [name, text] : t.traits) {
      values.push_back({name, {text}});
    }
    v.map(values, kNames, kRequired);
    if constexpr (V::kReads) {
      t.traits.clear();
      for (const auto& [name, value] : values) {
        t.traits.emplace_back(name, value.text());
      }
    }
  }
  form.done("an object of texts");
}

template <class V>
void describe_choice(V& v, Answer& t) {
  using AnswerKind = Answer::Kind;
  const auto set = [&]([[maybe_unused]] AnswerKind kind) {
    if constexpr (V::kReads) t.kind = kind;
  };
  auto form = v.choice();
  if (form.is(Kind::null, t.kind == AnswerKind::none)) {
    set(AnswerKind::none);
    v.null();
  }
  if (form.is(Kind::number, t.kind == AnswerKind::number)) {
    set(AnswerKind::number);
    v.value(t.number);
  }
  if (form.is(Kind::truth, t.kind == AnswerKind::truth)) {
    set(AnswerKind::truth);
    v.value(t.truth);
  }
  if (form.is(Kind::text, t.kind == AnswerKind::text)) {
    set(AnswerKind::text);
    v.value(t.text, {Need::required, 0, 8192, Form::blank_ok});
  }
  if (form.is(Kind::list, t.kind == AnswerKind::options)) {
    set(AnswerKind::options);
    v.value(t.options, {Need::required, 0, kMaxOptions, Form::id, 0, kMaxId});
  }
  if (form.is(Kind::object, t.kind == AnswerKind::options_and_other ||
                                t.kind == AnswerKind::contact)) {
    v.object([&] {
      constexpr Rule kField{Need::optional, 0, 8192, Form::blank_ok};
      const bool writes_options =
          V::kReads || t.kind == AnswerKind::options_and_other;
      if (writes_options) {
        const bool there = v.field("options", t.options,
                                   {V::kReads ? Need::optional : Need::nullable,
                                    0, kMaxOptions, Form::id, 0, kMaxId},
                                   "ids of the options chosen");
        const bool other =
            v.field("other", t.text, kField, "words of one's own");
        set(there || other ? AnswerKind::options_and_other
                           : AnswerKind::contact);
      }
      v.field("name", t.contact.name, kField, "of a person");
      v.field("email", t.contact.email, kField, "to answer to");
      v.field("phone", t.contact.phone, kField, "to answer to");
      v.field("consent", t.contact.consent, kOptional, "the box was ticked");
    });
  }
  form.done("an answer");
}

template <class V>
void describe(V& v, Given& t) {
  v.field("step", t.step, kId, "id of the step");
  v.field("answer", t.answer, kNullable, "null: skipped, or nothing asked");
}

template <class V>
void describe(V& v, OptionView& t) {
  v.field("id", t.id, kId, "to answer with");
  v.field("text", t.text, kText, "to read");
}

template <class V>
void describe(V& v, ActionView& t) {
  v.field("kind", t.kind, kRequired, "what it offers");
  v.field("text", t.text, kText, "the words on it");
  v.field("url", t.url, kUrl, "safe to open");
  v.field("code", t.code, kUrl, "to copy");
}

template <class V>
void describe(V& v, StepView& t) {
  constexpr Rule kWords{Need::optional, 0, 0, Form::blank_ok};
  v.field("id", t.id, kId, "of the step");
  v.field("type", t.type, kRequired, "what it asks");
  v.field("text", t.text, {Need::required, 0, 0, Form::blank_ok},
          "the question");
  v.field("help", t.help, kWords, "a line under it");
  v.field("optional", t.optional, kRequired, "may be skipped");
  v.field("progress", t.progress, kRequired, "0 to 1, never going back");
  v.field("canGoBack", t.can_go_back, kRequired, "whether back is offered");
  v.field("low", t.low, kWords, "what the lowest point means");
  v.field("high", t.high, kWords, "what the highest point means");
  if (V::kSchema || t.type == StepType::rating) {
    v.field("metric", t.metric, kOptional, "of a rating");
    v.field("points", t.points, {Need::optional, 2, 10}, "of a rating");
    v.field("style", t.style, kOptional, "of a rating");
  }
  v.field("options", t.options, optional_list(0, kMaxOptions), "in order");
  v.field("many", t.many, kOptional, "more than one may be chosen");
  v.field("other", t.other, kOptional, "words of one's own are offered");
  v.field("otherText", t.other_text, kWords, "the words for it");
  v.field("placeholder", t.placeholder, kWords, "an example");
  if (V::kSchema || t.type == StepType::text) {
    v.field("maxLength", t.max_length, {Need::optional, 1, kMaxText},
            "longest answer, in characters");
  }
  v.field("fields", t.fields, optional_list(0, 3), "of a contact");
  v.field("consent", t.consent, kWords, "must be ticked to keep a contact");
  v.field("label", t.label, kWords, "of a consent");
  v.field("button", t.button, kWords, "the words for going on");
  v.field("actions", t.actions, optional_list(0, 8), "of an end");
}

template <class V>
void describe(V& v, State& t) {
  TraitMap traits{t.traits};
  v.field("survey", t.survey, kId, "its id");
  v.field("revision", t.revision, {Need::required, 1, 1000000000},
          "the survey's");
  v.field("locale", t.locale, kTag, "the language spoken");
  v.field("seed", t.seed, {Need::required, 0, kMaxInteger},
          "orders shuffled options");
  v.field("traits", traits, kOptional, "of the respondent");
  v.field("given", t.given, {Need::required, 0, kMaxGiven},
          "answers so far, in order");
  // Derived from the rest, so it is written but never believed.
  if constexpr (!V::kReads) {
    v.field("step", t.step, kRequired, "to draw now");
  } else {
    v.passed_over("step");
  }
}

template <class V>
void describe(V& v, RecordAnswer& t) {
  v.field("step", t.step, kId, "id of the step");
  v.field("type", t.type, kRequired, "what it asked");
  v.field("value", t.value, kNullable, "null: skipped");
}

template <class V>
void describe(V& v, Response& t) {
  constexpr Rule kSomeTime{Need::optional, 0, 0, Form::time};
  TraitMap traits{t.traits};
  v.field("v", t.v, {Need::required, 1, 1}, "version of the record");
  v.field("id", t.id, {Need::required, 0, 0, Form::uuid},
          "made once, the same on every attempt");
  v.field("survey", t.survey, kId, "its id");
  v.field("revision", t.revision, {Need::required, 1, 1000000000},
          "the survey's");
  v.field("locale", t.locale, kTag, "the language spoken");
  v.field("answers", t.answers, {Need::required, 0, kMaxGiven}, "in order");
  v.field("score", t.score, {Need::nullable, kLowestScore, kHighestScore},
          "null: none given");
  v.field("segment", t.segment, kNullable, "of the score");
  v.field("themes", t.themes, {Need::nullable, 0, kThemeCount},
          "what the answers are about");
  v.field("sentiment", t.sentiment, {Need::nullable, -1, 1},
          "of the comment; null: not known");
  v.field("complete", t.complete, kRequired, "an end was reached");
  v.field("clientTime", t.client_time, {Need::required, 0, 0, Form::time},
          "when Send was pressed, by the respondent's clock");
  v.field("sentTime", t.sent_time, kSomeTime, "of this attempt");
  v.field("traits", traits, kOptional, "of the respondent");
  v.field("page", t.page, {Need::optional, 0, 500, Form::path},
          "path of the page, if the site asked for it");
  v.field("seq", t.seq, {Need::optional, 0, 1000000},
          "of partial answers with one id; the highest counts");
}

}  // namespace looplet::wire
