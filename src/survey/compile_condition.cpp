#include "survey/compile_condition.h"
#include "text/utf8.h"

namespace looplet {
namespace {

std::uint64_t bit(int index) { return std::uint64_t{1} << index; }

std::uint64_t score_bits(const ScoreSet& set) {
  std::uint64_t mask = 0;
  for (const int score : set.list) mask |= bit(score);
  for (int score = set.from; set.is_range() && score <= set.to; ++score) {
    mask |= bit(score);
  }
  return mask;
}

std::uint64_t segment_bits(List<Segment> segments) {
  std::uint64_t mask = 0;
  for (int score = kLowestScore; score <= kHighestScore; ++score) {
    for (const Segment segment : segments) {
      if (segment_of(score) == segment) mask |= bit(score);
    }
  }
  return mask;
}

}  // namespace

std::optional<std::uint16_t> find_step(const Survey& survey,
                                       std::string_view id) {
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    if (text::same(survey.steps[i].id, id))
      return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

RuleCompiler::RuleCompiler(CompiledSurvey& compiled, Reporter& found)
    : compiled_(compiled),
      found_(found),
      tests_(compiled.arena),
      names_(compiled.arena),
      traits_(compiled.arena) {}

void RuleCompiler::finish() {
  compiled_.flow.tests = tests_.list();
  compiled_.names = names_.list();
  compiled_.traits = traits_.list();
}

void RuleCompiler::compile_step(std::size_t step, std::uint16_t below,
                                List<std::uint16_t> targets) {
  Address next = static_cast<Address>(Flow::kStep + below);
  const List<Rule> rules = compiled_.survey.steps[step].next.rules;
  const Below list(found_, "next");
  for (std::size_t i = rules.size(); i-- > 0;) {
    const auto to = static_cast<Address>(Flow::kStep + targets[i]);
    if (rules[i].when) {
      const Below rule(found_, i);
      const Below when(found_, "when");
      next = compile(*rules[i].when, {to, next});
    } else {
      next = to;
    }
  }
  compiled_.flow.entry[step] = next;
  // Tests and steps share one range of numbers.
  if (tests_.size() >= Flow::kStep && !overflowed_) {
    overflowed_ = true;
    found_.report(Code::too_many, static_cast<std::int64_t>(tests_.size()),
                  Flow::kStep - 1);
  }
}

RuleCompiler::Address RuleCompiler::compile_list(const char* member,
                                                 List<Condition> conditions,
                                                 bool one_is_enough, Exits to) {
  const Below list(found_, member);
  for (std::size_t i = conditions.size(); i-- > 0;) {
    const Below here(found_, i);
    Address& next = one_is_enough ? to.no : to.yes;
    next = compile(conditions[i], to);
  }
  return one_is_enough ? to.no : to.yes;
}

RuleCompiler::Address RuleCompiler::compile(const Condition& condition,
                                            Exits to) {
  // Members are joined by "and", so they are written last to first, each
  // falling through to the one written before it.
  const Flow& flow = compiled_.flow;
  Address& next = to.yes;
  if (!condition.negated.empty()) {
    const Below here(found_, "not");
    next = compile(condition.negated[0], {to.no, next});
  }
  if (!condition.any.empty()) {
    next = compile_list("any", condition.any, true, to);
  }
  next = compile_list("all", condition.all, false, to);
  std::uint64_t mask = 0;
  {
    const Below here(found_, "locale");
    for (const std::string_view& tag : condition.locale) {
      mask |= named_bit(flow.locale_slot, tag, 64);
    }
  }
  next = has_any_of(flow.locale_slot, mask, to);
  mask = 0;
  for (const int sentiment : condition.sentiment) mask |= bit(sentiment + 1);
  next = has_any_of(flow.sentiment_slot, mask, to);
  mask = 0;
  for (const Theme theme : condition.theme) {
    mask |= bit(static_cast<int>(theme));
  }
  next = has_any_of(flow.theme_slot, mask, to);
  if (!condition.trait.empty()) next = compile_trait(condition, to);
  next = compile_step_fact(condition, to);
  if (condition.score || !condition.segment.empty()) {
    if (compiled_.score_step < 0) {
      found_.report(Code::no_nps_step);
      return next;
    }
    const auto slot = static_cast<std::size_t>(compiled_.score_step);
    if (condition.score) {
      next = has_any(slot, score_bits(*condition.score), to);
    }
    next = has_any_of(slot, segment_bits(condition.segment), to);
  }
  return next;
}

RuleCompiler::Address RuleCompiler::compile_step_fact(
    const Condition& condition, Exits to) {
  const bool about_is = condition.is && condition.trait.empty();
  const int facts =
      about_is + !condition.includes.empty() + condition.answered.has_value();
  if (condition.step.empty() && facts == 0) return to.yes;
  if (condition.step.empty() || facts != 1) {
    found_.report(
        Code::bad_condition, "a step",
        LOOPLET_WORDS("'step'", " and one of 'is', 'includes' and 'answered'"));
    return to.yes;
  }
  const auto step = find_step(compiled_.survey, condition.step);
  if (!step) {
    found_.report_at("step", Code::unknown_step, condition.step);
    return to.yes;
  }
  if (about_is) {
    const Below here(found_, "is");
    return compile_is(*condition.is, *step, to);
  }
  if (condition.answered) {
    if (!*condition.answered) to = {to.no, to.yes};
    return has_any(*step, Flow::kAnswered, to);
  }
  const Below here(found_, "includes");
  if (compiled_.survey.steps[*step].type != StepType::choice) {
    found_.report(Code::bad_condition, "'includes'", "a choice step");
    return to.yes;
  }
  return has_any(*step, option_bit(*step, condition.includes), to);
}

RuleCompiler::Address RuleCompiler::compile_is(const Scalar& value,
                                               std::size_t step, Exits to) {
  const Step& about = compiled_.survey.steps[step];
  switch (about.type) {
    case StepType::nps:
    case StepType::rating: {
      const bool nps = about.type == StepType::nps;
      const std::int64_t low = nps ? kLowestScore : 1;
      const std::int64_t high = nps ? kHighestScore : about.points;
      if (value.kind == Scalar::Kind::number && value.number >= low &&
          value.number <= high) {
        return has_any(step, bit(static_cast<int>(value.number)), to);
      }
      found_.report(Code::out_of_range, value.text(compiled_.arena), low, high);
      return to.yes;
    }
    case StepType::consent:
      if (value.kind == Scalar::Kind::truth) {
        return has_any(step, bit(value.truth ? 1 : 0), to);
      }
      found_.report(Code::bad_condition, "a consent", "true or false");
      return to.yes;
    case StepType::choice:
      if (value.kind == Scalar::Kind::text) {
        const std::uint64_t only = option_bit(step, value.word);
        return equals(step, ~std::uint64_t{0}, only | Flow::kAnswered, to);
      }
      found_.report(Code::bad_condition, "a choice", "the id of an option");
      return to.yes;
    default:
      found_.report(
          Code::bad_condition, "'is'",
          LOOPLET_WORDS("a step", " of type nps, rating, choice or consent"));
      return to.yes;
  }
}

RuleCompiler::Address RuleCompiler::compile_trait(const Condition& condition,
                                                  Exits to) {
  if (!condition.is || !condition.step.empty()) {
    found_.report(Code::bad_condition, "a trait",
                  LOOPLET_WORDS("'is'", ", and no 'step'"));
    return to.yes;
  }
  std::size_t i = 0;
  while (i < traits_.size() && !text::same(traits_[i].name, condition.trait))
    ++i;
  if (i == traits_.size()) {
    if (traits_.size() == kMaxTraits) {
      found_.report_at("trait", Code::too_many, kMaxTraits + 1, kMaxTraits);
      return to.yes;
    }
    traits_.push({condition.trait, compiled_.flow.slots++});
  }
  const std::uint16_t slot = traits_[i].slot;
  const Below here(found_, "is");
  return has_any(slot, named_bit(slot, condition.is->text(compiled_.arena), 64),
                 to);
}

RuleCompiler::Address RuleCompiler::has_any_of(std::size_t slot,
                                               std::uint64_t mask, Exits to) {
  return mask == 0 ? to.yes : has_any(slot, mask, to);
}

RuleCompiler::Address RuleCompiler::has_any(std::size_t slot,
                                            std::uint64_t mask, Exits to) {
  return equals(slot, mask, 0, {to.no, to.yes});
}

RuleCompiler::Address RuleCompiler::equals(std::size_t slot, std::uint64_t mask,
                                           std::uint64_t value, Exits to) {
  tests_.push({mask, value, static_cast<std::uint16_t>(slot), to.yes, to.no});
  return static_cast<Address>(tests_.size() - 1);
}

std::uint64_t RuleCompiler::option_bit(std::size_t step,
                                       const std::string_view& option) {
  const Step& about = compiled_.survey.steps[step];
  for (const Option& candidate : about.options) {
    if (text::same(candidate.id, option)) {
      return named_bit(step, option, Flow::kNamedOptions);
    }
  }
  if (about.other && text::same(option, "other")) return Flow::kOther;
  found_.report(Code::unknown_option, about.id, option);
  return 0;
}

std::uint64_t RuleCompiler::named_bit(std::size_t slot,
                                      const std::string_view& name, int most) {
  int used = 0;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].slot != slot) continue;
    if (text::same(names_[i].name, name)) return bit(names_[i].bit);
    ++used;
  }
  if (used == most) {
    found_.report(Code::too_many, most + 1, most);
    return 0;
  }
  names_.push({static_cast<std::uint16_t>(slot),
               static_cast<std::uint8_t>(used), name});
  return bit(used);
}

}  // namespace looplet
