#include "flow_respondents.h"

#include "looplet/locale.h"
#include "survey/facts.h"

namespace looplet::surveys {
namespace {

/// What is known of one respondent, as a person would write it down.
struct Known {
  std::vector<Answer> answers;  // by step; kind none: not asked or skipped
  std::string_view plan;
  std::string_view locale;
  int themes = 0;     // bits
  int sentiment = 9;  // 9: not known
};

bool includes(const Answer& answer, std::string_view option) {
  if (option == "other") {
    return answer.kind == Answer::Kind::options_and_other &&
           !answer.text.empty();
  }
  for (const std::string_view id : answer.options) {
    if (id == option) return true;
  }
  return false;
}

class Everybody {
 public:
  Everybody(const CompiledSurvey& survey, long most, Shown& shown)
      : survey_(survey), most_(most), shown_(shown) {
    for (const Step& step : survey.survey.steps) {
      for (const Rule& rule : step.next.rules) {
        if (rule.when) note(*rule.when);
      }
    }
  }

  bool run() {
    for (const std::string_view plan : {"", "free", "pro", "team", "gold"}) {
      if (plan == "gold" && !survey_.survey.traits.empty()) continue;
      if (!asks_plan_ && !plan.empty()) continue;
      for (const std::string_view locale : survey_.languages) {
        Known known;
        known.answers.resize(survey_.survey.steps.size());
        known.plan = plan;
        known.locale = locale;
        Facts facts;
        TraitValue trait[] = {{"plan", plan}};
        set_first_facts(survey_, locale, trait, facts);
        path_.clear();
        ways_.clear();
        if (!walk(0, known, facts)) return false;
      }
    }
    return true;
  }

 private:
  void note(const Condition& condition) {
    for (const Theme theme : condition.theme) {
      themes_ |= 1 << static_cast<int>(theme);
    }
    asks_sentiment_ = asks_sentiment_ || !condition.sentiment.empty();
    asks_plan_ = asks_plan_ || !condition.trait.empty();
    for (const Condition& part : condition.all) note(part);
    for (const Condition& part : condition.any) note(part);
    for (const Condition& part : condition.negated) note(part);
  }

  int score(const Known& known) const {
    if (survey_.score_step < 0) return -1;
    const Answer& given =
        known.answers[static_cast<std::size_t>(survey_.score_step)];
    return given.kind == Answer::Kind::number ? static_cast<int>(given.number)
                                              : -1;
  }

  bool about_step(const Condition& condition, const Known& known) const {
    std::size_t s = 0;
    while (survey_.survey.steps[s].id != condition.step) ++s;
    const Answer& given = known.answers[s];
    const bool answered = given.kind != Answer::Kind::none;
    if (condition.answered) return *condition.answered == answered;
    if (!answered) return false;
    if (!condition.includes.empty()) return includes(given, condition.includes);
    switch (condition.is->kind) {
      case Scalar::Kind::number:
        return given.number == static_cast<double>(condition.is->number);
      case Scalar::Kind::truth:
        return given.truth == condition.is->truth;
      default:
        return includes(given, condition.is->word) &&
               given.options.size() + includes(given, "other") == 1;
    }
  }

  bool holds(const Condition& condition, const Known& known) const {
    const int given = score(known);
    if (!condition.segment.empty()) {
      bool any = false;
      for (const Segment wanted : condition.segment) {
        any = any || segment_of(given) == wanted;
      }
      if (!any) return false;
    }
    if (condition.score) {
      const ScoreSet& set = *condition.score;
      bool any = set.list.empty() && given >= 0 && set.from <= given &&
                 given <= set.to;
      for (const int wanted : set.list) any = any || wanted == given;
      if (!any) return false;
    }
    if (!condition.step.empty() && !about_step(condition, known)) return false;
    if (!condition.trait.empty() && condition.is->word != known.plan) {
      return false;
    }
    if (!condition.theme.empty()) {
      bool any = false;
      for (const Theme theme : condition.theme) {
        any = any || (known.themes >> static_cast<int>(theme) & 1) != 0;
      }
      if (!any) return false;
    }
    if (!condition.sentiment.empty()) {
      bool any = false;
      for (const int tone : condition.sentiment) {
        any = any || tone == known.sentiment;
      }
      if (!any) return false;
    }
    if (!condition.locale.empty()) {
      bool any = false;
      for (const std::string_view tag : condition.locale) {
        any = any || language_matches(tag, known.locale);
      }
      if (!any) return false;
    }
    for (const Condition& part : condition.all) {
      if (!holds(part, known)) return false;
    }
    bool any = condition.any.empty();
    for (const Condition& part : condition.any) any = any || holds(part, known);
    if (!any) return false;
    return condition.negated.empty() || !holds(condition.negated[0], known);
  }

  /// Names in the step's text that have nothing to say yet.
  void look_at_text(int at, const Known& known) {
    const Step& step = survey_.survey.steps[static_cast<std::size_t>(at)];
    for (const TaggedText& tagged : step.text.by_tag) {
      std::string_view rest = tagged.text;
      while (rest.find('{') != rest.npos) {
        rest.remove_prefix(rest.find('{') + 1);
        const std::string_view name = rest.substr(0, rest.find('}'));
        if (name.find('|') != name.npos || !is_empty(name, known)) continue;
        shown_.missing.insert("/steps/" + std::to_string(at) + "/text " +
                              std::string(name));
      }
    }
  }

  bool is_empty(std::string_view name, const Known& known) const {
    if (name == "score" || name == "segment") {
      return survey_.score_step >= 0 && score(known) < 0;
    }
    for (std::size_t s = 0; s < known.answers.size(); ++s) {
      if (survey_.survey.steps[s].id != name) continue;
      const Answer& given = known.answers[s];
      return given.kind == Answer::Kind::none ||
             given.kind == Answer::Kind::truth ||
             (given.kind == Answer::Kind::contact &&
              given.contact.name.empty());
    }
    return false;
  }

  void finish(const Known& known) {
    ++shown_.walks;
    const int given = score(known);
    const auto segment = segment_of(given);
    const int bit = segment ? 1 << static_cast<int>(*segment) : 8;
    for (std::size_t i = 0; i + 1 < path_.size(); ++i) {
      shown_.edges[{path_[i], path_[i + 1]}] |= bit;
    }
    shown_.paths[path_] |= bit;
    if (!segment) return;
    std::size_t i = 0;
    while (path_[i] != survey_.score_step) ++i;
    bool asked = false;
    while (++i + 1 < path_.size()) {
      asked = asked ||
              survey_.survey.steps[static_cast<std::size_t>(path_[i])].type !=
                  StepType::statement;
    }
    if (!asked) shown_.unasked |= bit;
  }

  bool walk(int at, const Known& known, const Facts& facts) {
    path_.push_back(at);
    shown_.reached.insert(at);
    look_at_text(at, known);
    const Step& step = survey_.survey.steps[static_cast<std::size_t>(at)];
    bool in_time = true;
    if (step.type == StepType::end) {
      finish(known);
      in_time = shown_.walks <= most_;
    } else {
      for (const Answer& answer : answers_to(step)) {
        in_time = in_time && give(at, answer, known, facts);
      }
    }
    path_.pop_back();
    return in_time;
  }

  bool give(int at, const Answer& answer, const Known& before,
            const Facts& facts_before) {
    const auto place = static_cast<std::size_t>(at);
    const Step& step = survey_.survey.steps[place];
    Known known = before;
    Facts facts = facts_before;
    known.answers[place] = answer;
    add_fact(survey_, place, answer, facts);
    for (const std::string_view id : answer.options) {
      for (const Option& option : step.options) {
        if (option.id == id && option.theme) {
          known.themes |= 1 << static_cast<int>(*option.theme);
        }
      }
    }
    if (step.type != StepType::text || answer.kind == Answer::Kind::none) {
      return go_on(at, known, facts);
    }
    // A comment may be about any themes, in any tone.
    for (int themes = 0; themes < 1 << kThemeCount; ++themes) {
      if ((themes & ~themes_) != 0) continue;
      for (int tone = -1; tone <= 1; ++tone) {
        if (!asks_sentiment_ && tone != 0) continue;
        Known commented = known;
        commented.themes |= themes;
        commented.sentiment = tone;
        facts[survey_.flow.theme_slot] =
            static_cast<std::uint64_t>(commented.themes);
        facts[survey_.flow.sentiment_slot] = std::uint64_t{1} << (tone + 1);
        if (!go_on(at, commented, facts)) return false;
      }
    }
    return true;
  }

  bool go_on(int at, const Known& known, const Facts& facts) {
    const auto place = static_cast<std::size_t>(at);
    const List<Rule> rules = survey_.survey.steps[place].next.rules;
    int chosen = -1;
    for (std::size_t r = 0; r < rules.size(); ++r) {
      if (rules[r].when && !holds(*rules[r].when, known)) continue;
      shown_.held.insert({at, static_cast<int>(r)});
      if (chosen < 0) chosen = static_cast<int>(r);
    }
    shown_.chosen.insert({at, chosen});
    const int next =
        survey_.flow.next(static_cast<std::uint16_t>(at), facts.data());
    std::string_view wanted = survey_.survey.steps[place + 1].id;
    if (chosen >= 0) wanted = rules[static_cast<std::size_t>(chosen)].to;
    shown_.agreed =
        shown_.agreed &&
        survey_.survey.steps[static_cast<std::size_t>(next)].id == wanted;
    return walk(next, known, facts);
  }

  std::vector<Answer> answers_to(const Step& step) {
    std::vector<Answer> out;
    const auto add = [&out](Answer::Kind kind) -> Answer& {
      out.emplace_back();
      out.back().kind = kind;
      return out.back();
    };
    if (step.optional || step.type == StepType::statement) {
      add(Answer::Kind::none);
    }
    switch (step.type) {
      case StepType::nps:
        for (int i = 0; i <= 10; ++i) add(Answer::Kind::number).number = i;
        break;
      case StepType::rating:
        for (int i = 1; i <= static_cast<int>(step.points); ++i) {
          add(Answer::Kind::number).number = i;
        }
        break;
      case StepType::consent:
        add(Answer::Kind::truth).truth = false;
        add(Answer::Kind::truth).truth = true;
        break;
      case StepType::text:
        add(Answer::Kind::text).text = "x";
        break;
      case StepType::contact: {
        const bool name = step.fields.size() == 2;
        add(Answer::Kind::contact).contact.email = "x@y.z";
        if (name) out.back().contact.name = "x";
        if (!step.optional || !name) break;
        add(Answer::Kind::contact).contact.email = "x@y.z";
        add(Answer::Kind::contact).contact.name = "x";
        break;
      }
      case StepType::choice: {
        const int options = static_cast<int>(step.options.size());
        const int bits = options + (step.other ? 1 : 0);
        for (int set = 1; set < 1 << bits; ++set) {
          if (!step.many && (set & (set - 1)) != 0) continue;
          Growing<std::string_view> ids(arena_);
          for (int i = 0; i < options; ++i) {
            if ((set >> i & 1) != 0) {
              ids.push(step.options[static_cast<std::size_t>(i)].id);
            }
          }
          const bool other = step.other && (set >> options & 1) != 0;
          Answer& answer = add(other ? Answer::Kind::options_and_other
                                     : Answer::Kind::options);
          answer.options = ids.list();
          if (other) answer.text = "mine";
        }
        break;
      }
      default:
        break;
    }
    return out;
  }

  const CompiledSurvey& survey_;
  long most_;
  Shown& shown_;
  Arena arena_;
  std::vector<int> path_;
  std::vector<int> ways_;
  int themes_ = 0;
  bool asks_sentiment_ = false;
  bool asks_plan_ = false;
};

}  // namespace

bool ask_everybody(const CompiledSurvey& survey, long most, Shown& shown) {
  return Everybody(survey, most, shown).run();
}

}  // namespace looplet::surveys
