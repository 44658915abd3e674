#include "survey/compile_condition.h"

#include "text/number.h"

namespace looplet {
namespace {

std::uint64_t bit(int index) { return std::uint64_t{1} << index; }

std::uint64_t score_bits(const ScoreSet& set) {
  std::uint64_t mask = 0;
  if (!set.is_range()) {
    for (const int score : set.list) mask |= bit(score);
  } else {
    for (int score = set.from; score <= set.to; ++score) mask |= bit(score);
  }
  return mask;
}

std::uint64_t segment_bits(const std::vector<Segment>& segments) {
  std::uint64_t mask = 0;
  for (int score = kLowestScore; score <= kHighestScore; ++score) {
    for (const Segment segment : segments) {
      if (segment_of(score) == segment) mask |= bit(score);
    }
  }
  return mask;
}

}  // namespace

std::string step_place(std::size_t step) {
  return "/steps/" + text::whole(static_cast<std::int64_t>(step));
}

std::optional<std::uint16_t> find_step(const Survey& survey,
                                       std::string_view id) {
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    if (survey.steps[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

std::optional<std::uint8_t> bit_of(std::vector<NamedBit>& bits,
                                   std::string_view name, int limit) {
  for (const NamedBit& named : bits) {
    if (named.name == name) return named.bit;
  }
  if (bits.size() >= static_cast<std::size_t>(limit)) return std::nullopt;
  bits.push_back({std::string(name), static_cast<std::uint8_t>(bits.size())});
  return bits.back().bit;
}

RuleCompiler::RuleCompiler(CompiledSurvey& compiled, Faults& faults)
    : compiled_(compiled), faults_(faults) {}

void RuleCompiler::compile_step(std::size_t step, std::uint16_t below,
                                const std::vector<std::uint16_t>& targets) {
  Address next = static_cast<Address>(Flow::kStep + below);
  const std::vector<Rule>& rules = compiled_.survey.steps[step].next.rules;
  for (std::size_t i = rules.size(); i-- > 0;) {
    const auto to = static_cast<Address>(Flow::kStep + targets[i]);
    if (!rules[i].when) {
      next = to;
      continue;
    }
    const std::string where = step_place(step) + "/next/" +
                              text::whole(static_cast<std::int64_t>(i)) +
                              "/when";
    next = compile(*rules[i].when, where, to, next);
  }
  compiled_.flow.entry[step] = next;
}

RuleCompiler::Address RuleCompiler::compile(const Condition& condition,
                                            const std::string& where,
                                            Address yes, Address no) {
  // Members are joined by "and", so they are written last to first, each
  // falling through to the one written before it.
  Address next = yes;
  const auto place = [&where](const char* name, std::size_t i) {
    return where + name + text::whole(static_cast<std::int64_t>(i));
  };
  if (!condition.negated.empty()) {
    next = compile(condition.negated[0], where + "/not", no, next);
  }
  if (!condition.any.empty()) {
    const Address done = next;
    next = no;
    for (std::size_t i = condition.any.size(); i-- > 0;) {
      next = compile(condition.any[i], place("/any/", i), done, next);
    }
  }
  for (std::size_t i = condition.all.size(); i-- > 0;) {
    next = compile(condition.all[i], place("/all/", i), next, no);
  }
  Flow& flow = compiled_.flow;
  if (!condition.locale.empty()) {
    std::uint64_t mask = 0;
    for (const std::string& tag : condition.locale) {
      const auto named = bit_of(compiled_.locales, tag, 64);
      if (!named) {
        fault(Code::too_many, where + "/locale", {"65", "64"});
      } else {
        mask |= bit(*named);
      }
    }
    next = has_any(flow.locale_slot, mask, next, no);
  }
  if (!condition.sentiment.empty()) {
    std::uint64_t mask = 0;
    for (const int sentiment : condition.sentiment) mask |= bit(sentiment + 1);
    next = has_any(flow.sentiment_slot, mask, next, no);
  }
  if (!condition.theme.empty()) {
    std::uint64_t mask = 0;
    for (const Theme theme : condition.theme)
      mask |= bit(static_cast<int>(theme));
    next = has_any(flow.theme_slot, mask, next, no);
  }
  if (!condition.trait.empty())
    next = compile_trait(condition, where, next, no);
  if (!condition.step.empty()) {
    next = compile_step_fact(condition, where, next, no);
  } else if (!condition.includes.empty() || condition.answered) {
    fault(Code::bad_condition, where, {"an answer", "'step'"});
  } else if (condition.is && condition.trait.empty()) {
    fault(Code::bad_condition, where, {"a value", "'step' or 'trait'"});
  }
  if (condition.score || !condition.segment.empty()) {
    if (compiled_.score_step < 0) {
      fault(Code::no_nps_step, where);
      return next;
    }
    const auto slot = static_cast<std::uint16_t>(compiled_.score_step);
    if (condition.score) {
      next = has_any(slot, score_bits(*condition.score), next, no);
    }
    if (!condition.segment.empty()) {
      next = has_any(slot, segment_bits(condition.segment), next, no);
    }
  }
  return next;
}

RuleCompiler::Address RuleCompiler::compile_step_fact(
    const Condition& condition, const std::string& where, Address yes,
    Address no) {
  const auto step = find_step(compiled_.survey, condition.step);
  if (!step) {
    fault(Code::unknown_step, where + "/step", {condition.step});
    return yes;
  }
  const int facts = (condition.is && condition.trait.empty() ? 1 : 0) +
                    (condition.includes.empty() ? 0 : 1) +
                    (condition.answered ? 1 : 0);
  if (facts != 1) {
    fault(Code::bad_condition, where,
          {"a step", "one of 'is', 'includes' and 'answered'"});
    return yes;
  }
  if (condition.answered) {
    return has_any(*step, Flow::kAnswered, *condition.answered ? yes : no,
                   *condition.answered ? no : yes);
  }
  if (!condition.includes.empty()) {
    if (compiled_.survey.steps[*step].type != StepType::choice) {
      fault(Code::bad_condition, where, {"'includes'", "a choice step"});
      return yes;
    }
    return has_any(*step,
                   option_bit(*step, condition.includes, where + "/includes"),
                   yes, no);
  }
  return compile_is(condition, *step, where, yes, no);
}

RuleCompiler::Address RuleCompiler::compile_is(const Condition& condition,
                                               std::size_t step,
                                               const std::string& where,
                                               Address yes, Address no) {
  const Step& about = compiled_.survey.steps[step];
  const auto slot = static_cast<std::uint16_t>(step);
  const Scalar& value = *condition.is;
  const std::string place = where + "/is";
  switch (about.type) {
    case StepType::nps:
    case StepType::rating: {
      const std::int64_t low = about.type == StepType::nps ? 0 : 1;
      const std::int64_t high =
          about.type == StepType::nps ? kHighestScore : about.points;
      if (value.kind != Scalar::Kind::number || value.number < low ||
          value.number > high) {
        fault(Code::out_of_range, place,
              {condition.is->text(), text::whole(low), text::whole(high)});
        return yes;
      }
      return has_any(slot, bit(static_cast<int>(value.number)), yes, no);
    }
    case StepType::consent:
      if (value.kind == Scalar::Kind::truth) {
        return has_any(slot, bit(value.truth ? 1 : 0), yes, no);
      }
      fault(Code::bad_condition, place, {"a consent", "true or false"});
      return yes;
    case StepType::choice:
      if (value.kind == Scalar::Kind::text) {
        const std::uint64_t only = option_bit(step, value.word, place);
        return equals(slot, ~std::uint64_t{0}, only | Flow::kAnswered, yes, no);
      }
      fault(Code::bad_condition, place, {"a choice", "the id of an option"});
      return yes;
    default:
      fault(Code::bad_condition, where,
            {"'is'", "a step of type nps, rating, choice or consent"});
      return yes;
  }
}

RuleCompiler::Address RuleCompiler::compile_trait(const Condition& condition,
                                                  const std::string& where,
                                                  Address yes, Address no) {
  if (!condition.is || !condition.step.empty()) {
    fault(Code::bad_condition, where, {"a trait", "'is', and no 'step'"});
    return yes;
  }
  TraitSlot* found = nullptr;
  for (TraitSlot& trait : compiled_.traits) {
    if (trait.name == condition.trait) found = &trait;
  }
  if (found == nullptr) {
    compiled_.traits.push_back({condition.trait, compiled_.flow.slots++, {}});
    found = &compiled_.traits.back();
  }
  const auto named = bit_of(found->values, condition.is->text(), 64);
  if (!named) {
    fault(Code::too_many, where + "/is", {"65", "64"});
    return yes;
  }
  return has_any(found->slot, bit(*named), yes, no);
}

RuleCompiler::Address RuleCompiler::has_any(std::uint16_t slot,
                                            std::uint64_t mask, Address yes,
                                            Address no) {
  return equals(slot, mask, 0, no, yes);
}

RuleCompiler::Address RuleCompiler::equals(std::uint16_t slot,
                                           std::uint64_t mask,
                                           std::uint64_t value, Address yes,
                                           Address no) {
  compiled_.flow.tests.push_back({mask, value, slot, yes, no});
  return static_cast<Address>(compiled_.flow.tests.size() - 1);
}

std::uint64_t RuleCompiler::option_bit(std::size_t step,
                                       const std::string& option,
                                       const std::string& where) {
  const Step& about = compiled_.survey.steps[step];
  for (const Option& candidate : about.options) {
    if (candidate.id != option) continue;
    const auto named =
        bit_of(compiled_.options[step], option, Flow::kNamedOptions);
    if (named) return bit(*named);
    fault(Code::too_many, where,
          {text::whole(Flow::kNamedOptions + 1),
           text::whole(Flow::kNamedOptions)});
    return 0;
  }
  if (about.other && option == "other") return Flow::kOther;
  fault(Code::unknown_option, where, {about.id, option});
  return 0;
}

void RuleCompiler::fault(Code code, const std::string& where,
                         std::initializer_list<std::string_view> arguments) {
  faults_.push_back(make_fault(code, where, arguments));
}

}  // namespace looplet
