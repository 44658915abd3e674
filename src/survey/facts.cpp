#include "survey/facts.h"

#include "looplet/locale.h"

namespace looplet {
namespace {

std::uint64_t bit(int index) { return std::uint64_t{1} << index; }

std::uint64_t option_bits(const CompiledSurvey& survey, std::size_t step,
                          const Answer& answer) {
  std::uint64_t bits = 0;
  for (const std::string_view id : chosen(answer)) {
    std::uint64_t found = Flow::kUnnamed;
    for (const NamedBit& named : survey.options[step]) {
      if (named.name == id) found = bit(named.bit);
    }
    bits |= found;
  }
  if (answer.kind == Answer::Kind::options_and_other && !answer.text.empty()) {
    bits |= Flow::kOther;
  }
  return bits;
}

}  // namespace

std::vector<std::string_view> chosen(const Answer& answer) {
  if (answer.kind == Answer::Kind::text) return {answer.text};
  return {answer.options.begin(), answer.options.end()};
}

Facts first_facts(const CompiledSurvey& survey, std::string_view locale,
                  const Traits& traits) {
  Facts facts(survey.flow.slots, 0);
  for (const NamedBit& tag : survey.locales) {
    if (language_matches(tag.name, locale)) {
      facts[survey.flow.locale_slot] |= bit(tag.bit);
    }
  }
  for (const TraitSlot& asked : survey.traits) {
    for (const auto& [name, value] : traits) {
      if (name != asked.name) continue;
      for (const NamedBit& named : asked.values) {
        if (named.name == value) facts[asked.slot] = bit(named.bit);
      }
    }
  }
  return facts;
}

void add_fact(const CompiledSurvey& survey, std::size_t step,
              const Answer& answer, Facts& facts) {
  std::uint64_t& fact = facts[step];
  fact = 0;
  if (answer.kind == Answer::Kind::none) return;
  const Step& asked = survey.survey.steps[step];
  switch (asked.type) {
    case StepType::nps:
    case StepType::rating:
      fact = bit(static_cast<int>(answer.number));
      break;
    case StepType::consent:
      fact = bit(answer.truth ? 1 : 0);
      break;
    case StepType::choice:
      fact = option_bits(survey, step, answer);
      for (const std::string_view id : chosen(answer)) {
        for (const Option& option : asked.options) {
          if (option.id == id && option.theme) {
            facts[survey.flow.theme_slot] |=
                bit(static_cast<int>(*option.theme));
          }
        }
      }
      break;
    default:
      break;
  }
  fact |= Flow::kAnswered;
}

std::vector<Theme> themes_in(const CompiledSurvey& survey, const Facts& facts) {
  std::vector<Theme> themes;
  for (int i = 0; i < kThemeCount; ++i) {
    if ((facts[survey.flow.theme_slot] & bit(i)) != 0) {
      themes.push_back(static_cast<Theme>(i));
    }
  }
  return themes;
}

}  // namespace looplet
