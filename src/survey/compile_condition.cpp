#include "survey/compile_condition.h"

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
    if (survey.steps[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

RuleCompiler::RuleCompiler(CompiledSurvey& compiled, Faults& faults)
    : compiled_(compiled),
      faults_(faults),
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
  const Place place = step_place(step);
  const Place list{&place, "next"};
  for (std::size_t i = rules.size(); i-- > 0;) {
    const auto to = static_cast<Address>(Flow::kStep + targets[i]);
    if (rules[i].when) {
      const Place rule{&list, {}, static_cast<int>(i)};
      next = compile(*rules[i].when, Place{&rule, "when"}, {to, next});
    } else {
      next = to;
    }
  }
  compiled_.flow.entry[step] = next;
  // Tests and steps share one range of numbers.
  if (tests_.size() >= Flow::kStep && !overflowed_) {
    overflowed_ = true;
    fault(Code::too_many, list,
          {static_cast<std::int64_t>(tests_.size()), Flow::kStep - 1});
  }
}

RuleCompiler::Address RuleCompiler::compile(const Condition& condition,
                                            const Place& where, Exits to) {
  // Members are joined by "and", so they are written last to first, each
  // falling through to the one written before it.
  const Flow& flow = compiled_.flow;
  Address& next = to.yes;
  if (!condition.negated.empty()) {
    next = compile(condition.negated[0], Place{&where, "not"}, {to.no, next});
  }
  const Place any{&where, "any"};
  Address otherwise = to.no;
  for (std::size_t i = condition.any.size(); i-- > 0;) {
    otherwise = compile(condition.any[i], Place{&any, {}, static_cast<int>(i)},
                        {next, otherwise});
    if (i == 0) next = otherwise;
  }
  const Place all{&where, "all"};
  for (std::size_t i = condition.all.size(); i-- > 0;) {
    next = compile(condition.all[i], Place{&all, {}, static_cast<int>(i)}, to);
  }
  std::uint64_t mask = 0;
  for (const std::string_view tag : condition.locale) {
    mask |= named_bit(flow.locale_slot, tag, 64, Place{&where, "locale"});
  }
  if (mask != 0) next = has_any(flow.locale_slot, mask, to);
  mask = 0;
  for (const int sentiment : condition.sentiment) mask |= bit(sentiment + 1);
  if (mask != 0) next = has_any(flow.sentiment_slot, mask, to);
  mask = 0;
  for (const Theme theme : condition.theme) {
    mask |= bit(static_cast<int>(theme));
  }
  if (mask != 0) next = has_any(flow.theme_slot, mask, to);
  if (!condition.trait.empty()) next = compile_trait(condition, where, to);
  next = compile_step_fact(condition, where, to);
  if (condition.score || !condition.segment.empty()) {
    if (compiled_.score_step < 0) {
      fault(Code::no_nps_step, where);
      return next;
    }
    const auto slot = static_cast<std::size_t>(compiled_.score_step);
    if (condition.score) {
      next = has_any(slot, score_bits(*condition.score), to);
    }
    if (!condition.segment.empty()) {
      next = has_any(slot, segment_bits(condition.segment), to);
    }
  }
  return next;
}

RuleCompiler::Address RuleCompiler::compile_step_fact(
    const Condition& condition, const Place& where, Exits to) {
  const bool about_is = condition.is && condition.trait.empty();
  const int facts =
      about_is + !condition.includes.empty() + condition.answered.has_value();
  if (condition.step.empty() && facts == 0) return to.yes;
  if (condition.step.empty() || facts != 1) {
    fault(Code::bad_condition, where,
          {"a step", "'step' and one of 'is', 'includes' and 'answered'"});
    return to.yes;
  }
  const auto step = find_step(compiled_.survey, condition.step);
  if (!step) {
    fault(Code::unknown_step, Place{&where, "step"}, {condition.step});
    return to.yes;
  }
  if (about_is) {
    return compile_is(*condition.is, *step, Place{&where, "is"}, to);
  }
  if (condition.answered) {
    if (!*condition.answered) to = {to.no, to.yes};
    return has_any(*step, Flow::kAnswered, to);
  }
  const Place place{&where, "includes"};
  if (compiled_.survey.steps[*step].type != StepType::choice) {
    fault(Code::bad_condition, place, {"'includes'", "a choice step"});
    return to.yes;
  }
  return has_any(*step, option_bit(*step, condition.includes, place), to);
}

RuleCompiler::Address RuleCompiler::compile_is(const Scalar& value,
                                               std::size_t step,
                                               const Place& where, Exits to) {
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
      fault(Code::out_of_range, where,
            {value.text(compiled_.arena), low, high});
      return to.yes;
    }
    case StepType::consent:
      if (value.kind == Scalar::Kind::truth) {
        return has_any(step, bit(value.truth ? 1 : 0), to);
      }
      fault(Code::bad_condition, where, {"a consent", "true or false"});
      return to.yes;
    case StepType::choice:
      if (value.kind == Scalar::Kind::text) {
        const std::uint64_t only = option_bit(step, value.word, where);
        return equals(step, ~std::uint64_t{0}, only | Flow::kAnswered, to);
      }
      fault(Code::bad_condition, where, {"a choice", "the id of an option"});
      return to.yes;
    default:
      fault(Code::bad_condition, where,
            {"'is'", "a step of type nps, rating, choice or consent"});
      return to.yes;
  }
}

RuleCompiler::Address RuleCompiler::compile_trait(const Condition& condition,
                                                  const Place& where,
                                                  Exits to) {
  if (!condition.is || !condition.step.empty()) {
    fault(Code::bad_condition, where, {"a trait", "'is', and no 'step'"});
    return to.yes;
  }
  std::size_t i = 0;
  while (i < traits_.size() && traits_[i].name != condition.trait) ++i;
  if (i == traits_.size()) {
    if (traits_.size() == kMaxTraits) {
      fault(Code::too_many, Place{&where, "trait"}, {"65", "64"});
      return to.yes;
    }
    traits_.push({condition.trait, compiled_.flow.slots++});
  }
  const std::uint16_t slot = traits_[i].slot;
  return has_any(slot,
                 named_bit(slot, condition.is->text(compiled_.arena), 64,
                           Place{&where, "is"}),
                 to);
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
                                       std::string_view option,
                                       const Place& where) {
  const Step& about = compiled_.survey.steps[step];
  for (const Option& candidate : about.options) {
    if (candidate.id == option) {
      return named_bit(step, option, Flow::kNamedOptions, where);
    }
  }
  if (about.other && option == "other") return Flow::kOther;
  fault(Code::unknown_option, where, {about.id, option});
  return 0;
}

std::uint64_t RuleCompiler::named_bit(std::size_t slot, std::string_view name,
                                      int most, const Place& where) {
  int used = 0;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].slot != slot) continue;
    if (names_[i].name == name) return bit(names_[i].bit);
    ++used;
  }
  if (used == most) {
    fault(Code::too_many, where, {most + 1, most});
    return 0;
  }
  names_.push({static_cast<std::uint16_t>(slot),
               static_cast<std::uint8_t>(used), name});
  return bit(used);
}

void RuleCompiler::fault(Code code, const Place& where,
                         std::initializer_list<Word> words) {
  report(faults_, code, where, words);
}

}  // namespace looplet
