#include "looplet/survey.h"

#include "survey/names.h"
#include "text/number.h"

namespace looplet {

std::string_view theme_name(Theme theme) {
  return names::kThemes[static_cast<std::size_t>(theme)];
}

std::string_view step_type_name(StepType type) {
  return names::kStepTypes[static_cast<std::size_t>(type)];
}

std::string Scalar::text() const {
  if (const auto* truth = std::get_if<bool>(&value)) {
    return *truth ? "true" : "false";
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return text::whole(*number);
  }
  return *std::get_if<std::string>(&value);
}

bool Condition::operator==(const Condition&) const = default;

}  // namespace looplet
