#include "survey/view.h"

#include <utility>

#include "looplet/locale.h"
#include "survey/compile_condition.h"
#include "survey/facts.h"
#include "survey/link.h"
#include "survey/pipe.h"
#include "text/number.h"

namespace looplet {
namespace {

/// Values of names in texts: what the survey says of itself, earlier answers,
/// then traits.
class Values final : public Lookup {
 public:
  Values(const CompiledSurvey& survey, const State& state, bool inner = false)
      : survey_(survey), state_(state), inner_(inner) {}

  std::string value(std::string_view name) const override {
    if (name == "subject") return own(survey_.survey.subject);
    if (name == "owner" && !survey_.survey.owner.empty()) {
      return own(survey_.survey.owner);
    }
    if ((name == "score" || name == "segment") && survey_.score_step >= 0) {
      return score(name == "segment");
    }
    const auto step = find_step(survey_.survey, name);
    if (step) return answered(*step);
    for (const auto& [trait, value] : state_.traits) {
      if (trait == name) return value;
    }
    return {};
  }

 private:
  std::string own(const LocalText& text) const {
    return std::string(text_in(text, state_.locale, survey_.survey.locale));
  }

  const Answer* find(std::size_t step) const {
    for (const Given& given : state_.given) {
      if (given.step == survey_.survey.steps[step].id) return &given.answer;
    }
    return nullptr;
  }

  std::string score(bool as_segment) const {
    const Answer* given = find(static_cast<std::size_t>(survey_.score_step));
    if (given == nullptr || given->kind != Answer::Kind::number) return {};
    const int score = static_cast<int>(given->number);
    return as_segment ? std::string(segment_name(*segment_of(score)))
                      : text::whole(score);
  }

  std::string answered(std::size_t step) const {
    const Answer* given = find(step);
    // An option's own text may name the step it belongs to: one level only.
    if (given == nullptr || inner_) return {};
    const Step& asked = survey_.survey.steps[step];
    switch (asked.type) {
      case StepType::nps:
      case StepType::rating:
        return given->kind == Answer::Kind::number
                   ? text::whole(static_cast<std::int64_t>(given->number))
                   : std::string();
      case StepType::text:
        return given->text;
      case StepType::contact:
        return given->contact.name;
      case StepType::choice:
        return options(asked, *given);
      default:
        return {};
    }
  }

  std::string options(const Step& step, const Answer& given) const {
    std::string out;
    const auto add = [&out](std::string_view text) {
      if (!out.empty()) out += ", ";
      out += text;
    };
    for (const std::string_view id : chosen(given)) {
      for (const Option& option : step.options) {
        if (option.id == id) {
          add(piped(text_in(option.text, state_.locale, survey_.survey.locale),
                    Values(survey_, state_, true)));
        }
      }
    }
    if (given.kind == Answer::Kind::options_and_other && !given.text.empty()) {
      add(given.text);
    }
    return out;
  }

  const CompiledSurvey& survey_;
  const State& state_;
  bool inner_;
};

/// The next of a fixed series of numbers (splitmix64; Steele, Lea and Flood
/// 2014, doi 10.1145/2660193.2660195).
std::uint64_t next_number(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

/// The same order for the same seed and step, on every machine.
void shuffle(std::vector<OptionView>& options, std::int64_t seed,
             std::string_view step) {
  std::uint64_t state = static_cast<std::uint64_t>(seed);
  for (const char c : step) {  // FNV-1a
    state = (state ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  for (std::size_t i = options.size(); i > 1; --i) {
    std::swap(options[i - 1],
              options[static_cast<std::size_t>(next_number(state) % i)]);
  }
}

}  // namespace

StepView view_of(const CompiledSurvey& survey, const State& state,
                 std::size_t index) {
  const Step& step = survey.survey.steps[index];
  const Values values(survey, state);
  const auto say = [&](const LocalText& text) {
    return piped(text_in(text, state.locale, survey.survey.locale), values);
  };
  StepView view;
  view.id = step.id;
  view.type = step.type;
  view.text = say(step.text);
  view.help = say(step.help);
  view.optional = step.optional;
  const auto behind = static_cast<double>(state.given.size());
  const double ahead = survey.longest[index];
  // Every step forward takes at least one from what is ahead, so this never
  // goes back: (k+1)/(k+1+(l-1)) > k/(k+l).
  view.progress = ahead == 0 ? 1 : behind / (behind + ahead);
  view.can_go_back = !state.given.empty() && step.type != StepType::end;
  view.low = say(step.low);
  view.high = say(step.high);
  if (step.type == StepType::rating) {
    view.metric = step.metric;
    view.points = step.points;
    view.style = step.style;
  }
  view.options.reserve(step.options.size());
  for (const Option& option : step.options) {
    view.options.push_back({option.id, say(option.text)});
  }
  if (step.shuffle) shuffle(view.options, state.seed, step.id);
  view.many = step.many;
  view.other = step.other;
  view.other_text = say(step.other_text);
  view.placeholder = say(step.placeholder);
  if (step.type == StepType::text) view.max_length = step.max_length;
  view.fields = step.fields;
  view.consent = say(step.consent);
  view.label = say(step.label);
  view.button = say(step.button);
  for (const Action& action : step.actions) {
    ActionView drawn{action.kind, say(action.text), {}, {}};
    if (action.kind == ActionKind::copy) {
      drawn.code = action.code;
    } else {
      drawn.url = piped_link(action.url, values);
      // Checked again with the answers in it: an action that became unsafe
      // is not shown.
      if (!is_safe_link(drawn.url)) continue;
    }
    view.actions.push_back(std::move(drawn));
  }
  return view;
}

}  // namespace looplet
