#include "survey/view.h"

#include <utility>

#include "looplet/locale.h"
#include "survey/facts.h"
#include "survey/link.h"
#include "survey/pipe.h"
#include "text/number.h"
#include "text/utf8.h"

namespace looplet {
namespace {

/// Values of names in texts: what the survey says of itself, earlier answers,
/// then traits.
class Values final : public Lookup {
 public:
  Values(const CompiledSurvey& survey, const State& state, Arena& arena,
         bool inner = false)
      : survey_(survey), state_(state), arena_(arena), inner_(inner) {}

  std::string_view value(std::string_view name) const override {
    const Survey& read = survey_.survey;
    if (text::same(name, "subject")) return own(read.subject);
    if (text::same(name, "owner") && !read.owner.empty())
      return own(read.owner);
    const bool segment = text::same(name, "segment");
    if ((segment || text::same(name, "score")) && survey_.score_step >= 0) {
      return score(segment);
    }
    for (const Step& step : read.steps) {
      if (text::same(step.id, name)) return answered(step);
    }
    for (const TraitValue& trait : state_.traits) {
      if (text::same(trait.name, name)) return trait.value;
    }
    return {};
  }

  /// A text in the respondent's language, before piping.
  std::string_view own(const LocalText& text) const {
    return text_in(text, state_.locale, survey_.survey.locale);
  }

 private:
  const Answer* find(std::string_view step) const {
    for (const Given& given : state_.given) {
      if (text::same(given.step, step)) return &given.answer;
    }
    return nullptr;
  }

  std::string_view number(double value) const {
    return text::whole(static_cast<std::int64_t>(value), arena_);
  }

  std::string_view score(bool as_segment) const {
    const Answer* given = find(
        survey_.survey.steps[static_cast<std::size_t>(survey_.score_step)].id);
    if (given == nullptr || given->kind != Answer::Kind::number) return {};
    if (!as_segment) return number(given->number);
    return segment_name(*segment_of(static_cast<int>(given->number)));
  }

  std::string_view answered(const Step& asked) const {
    const Answer* given = find(asked.id);
    // An option's own text may name the step it belongs to: one level only.
    if (given == nullptr || inner_) return {};
    switch (given->kind) {
      case Answer::Kind::number:
        return number(given->number);
      case Answer::Kind::contact:
        return given->contact.name;
      case Answer::Kind::none:
      case Answer::Kind::truth:
        return {};
      default:
        return asked.type == StepType::text ? given->text
                                            : options(asked, *given);
    }
  }

  std::string_view options(const Step& step, const Answer& given) const {
    Writing out(arena_);
    const auto add = [&out](std::string_view text) {
      if (!out.text().empty()) out.add(", ");
      out.add(text);
    };
    const Values inner(survey_, state_, arena_, true);
    for (const std::string_view id : chosen(given)) {
      for (const Option& option : step.options) {
        if (text::same(option.id, id))
          add(piped(own(option.text), inner, arena_));
      }
    }
    if (given.kind == Answer::Kind::options_and_other && !given.text.empty()) {
      add(given.text);
    }
    return out.text();
  }

  const CompiledSurvey& survey_;
  const State& state_;
  Arena& arena_;
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
void shuffle(List<OptionView> options, std::int64_t seed,
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

/// Texts of a step, and where they are drawn.
struct Spoken {
  LocalText Step::*written;
  std::string_view StepView::*drawn;
};
constexpr Spoken kSpoken[] = {
    {&Step::text, &StepView::text},
    {&Step::help, &StepView::help},
    {&Step::low, &StepView::low},
    {&Step::high, &StepView::high},
    {&Step::other_text, &StepView::other_text},
    {&Step::placeholder, &StepView::placeholder},
    {&Step::consent, &StepView::consent},
    {&Step::label, &StepView::label},
    {&Step::button, &StepView::button},
};

}  // namespace

void draw_step(const CompiledSurvey& survey, State& state, std::size_t index,
               Arena& arena) {
  const Step& step = survey.survey.steps[index];
  const Values values(survey, state, arena);
  const auto say = [&](const LocalText& text) {
    return piped(values.own(text), values, arena);
  };
  StepView& view = state.step;
  view.id = step.id;
  view.type = step.type;
  for (const Spoken& text : kSpoken) {
    view.*text.drawn = say(step.*text.written);
  }
  view.optional = step.optional;
  const auto behind = static_cast<double>(state.given.size());
  const double ahead = survey.longest[index];
  // Every step forward takes at least one from what is ahead, so this never
  // goes back: (k+1)/(k+1+(l-1)) > k/(k+l).
  view.progress = ahead == 0 ? 1 : behind / (behind + ahead);
  view.can_go_back = !state.given.empty() && step.type != StepType::end;
  view.metric = step.metric;
  view.points = step.points;
  view.style = step.style;
  view.options = arena.zeros<OptionView>(step.options.size());
  for (std::size_t i = 0; i < step.options.size(); ++i) {
    view.options[i] = {step.options[i].id, say(step.options[i].text)};
  }
  if (step.shuffle) shuffle(view.options, state.seed, step.id);
  view.many = step.many;
  view.other = step.other;
  view.max_length = step.max_length;
  view.fields = step.fields;
  Growing<ActionView> actions(arena);
  for (const Action& action : step.actions) {
    const ActionView drawn{action.kind, say(action.text),
                           piped_link(action.url, values, arena), action.code};
    // Checked again with the answers in it: an action that became unsafe is
    // not shown.
    if (action.kind == ActionKind::copy || is_safe_link(drawn.url)) {
      actions.push(drawn);
    }
  }
  view.actions = actions.list();
}

}  // namespace looplet
