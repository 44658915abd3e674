#include "survey/facts.h"

#include "looplet/locale.h"
#include "text/utf8.h"

namespace looplet {
namespace {

std::uint64_t bit(int index) { return std::uint64_t{1} << index; }

/// The bit of a name in a slot, or 0 when no condition asks for it.
std::uint64_t bit_of(const CompiledSurvey& survey, std::size_t slot,
                     std::string_view name) {
  for (const NamedBit& named : survey.names) {
    if (named.slot == slot && text::same(named.name, name))
      return bit(named.bit);
  }
  return 0;
}

}  // namespace

List<const std::string_view> chosen(const Answer& answer) {
  if (answer.kind == Answer::Kind::text) return {&answer.text, 1};
  return {answer.options.begin(), answer.options.size()};
}

void set_first_facts(const CompiledSurvey& survey, std::string_view locale,
                     const Traits& traits, Facts& facts) {
  facts.fill(0);
  const std::uint16_t languages = survey.flow.locale_slot;
  for (const NamedBit& named : survey.names) {
    if (named.slot == languages && language_matches(named.name, locale)) {
      facts[languages] |= bit(named.bit);
    }
  }
  for (const TraitSlot& asked : survey.traits) {
    for (const TraitValue& trait : traits) {
      if (text::same(trait.name, asked.name)) {
        facts[asked.slot] = bit_of(survey, asked.slot, trait.value);
      }
    }
  }
}

#ifndef LOOPLET_SURVEY_ONLY
void add_sense(const CompiledSurvey& survey, std::string_view comment,
               CommentReader comments, Facts& facts) {
  const CommentSense sense = comments(comment, survey.survey.locale);
  std::uint64_t& themes = facts[survey.flow.theme_slot];
  const std::uint64_t other = bit(static_cast<int>(Theme::other));
  if (sense.themes != other || themes == 0) themes |= sense.themes;
  if (sense.sentiment) {
    facts[survey.flow.sentiment_slot] = bit(*sense.sentiment + 1);
  }
}
#endif

void add_fact(const CompiledSurvey& survey, std::size_t step,
              const Answer& answer, Facts& facts,
              [[maybe_unused]] CommentReader comments) {
  if (answer.kind == Answer::Kind::none) return;
  const Step& asked = survey.survey.steps[step];
  std::uint64_t fact = Flow::kAnswered;
  if (answer.kind == Answer::Kind::number) {
    fact |= bit(static_cast<int>(answer.number));
  } else if (answer.kind == Answer::Kind::truth) {
    fact |= bit(answer.truth ? 1 : 0);
  } else if (asked.type == StepType::choice) {
    for (const std::string_view id : chosen(answer)) {
      const std::uint64_t named = bit_of(survey, step, id);
      fact |= named != 0 ? named : Flow::kUnnamed;
      for (const Option& option : asked.options) {
        if (text::same(option.id, id) && option.theme) {
          facts[survey.flow.theme_slot] |= bit(static_cast<int>(*option.theme));
        }
      }
    }
    if (answer.kind == Answer::Kind::options_and_other &&
        !answer.text.empty()) {
      fact |= Flow::kOther;
    }
  }
#ifndef LOOPLET_SURVEY_ONLY  // which never has a reader
  if (asked.type == StepType::text && comments != nullptr) {
    add_sense(survey, answer.text, comments, facts);
  }
#endif
  facts[step] = fact;
}

}  // namespace looplet
