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

std::string_view Scalar::text(Arena& arena) const {
  switch (kind) {
    case Kind::truth:
      return truth ? "true" : "false";
    case Kind::number:
      return text::whole(number, arena);
    default:
      return word;
  }
}

// Written out: clang 14 crashes on `= default` for a type that holds lists of
// itself.
bool Condition::operator==(const Condition& other) const {
  return segment == other.segment && score == other.score &&
         step == other.step && trait == other.trait && is == other.is &&
         includes == other.includes && answered == other.answered &&
         theme == other.theme && sentiment == other.sentiment &&
         locale == other.locale && all == other.all && any == other.any &&
         negated == other.negated;
}

}  // namespace looplet
