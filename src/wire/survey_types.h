// The descriptions of a survey and all it is made of.
#pragma once

#include "looplet/survey.h"
#include "wire/description.h"

namespace looplet::wire {

// What other descriptions use too.
inline constexpr auto kId = text_of(kMaxId, Form::id);
inline constexpr auto kTag = text_of(0, Form::tag);
inline constexpr auto kText = text_of(kMaxText);
inline constexpr auto kShortText = text_of(200);
inline constexpr auto kRevision = whole_of<std::int64_t>(1, 1000000000);
inline constexpr Typed<bool> kTruth{Type{Shape::truth}};
inline constexpr Typed<double> kNumber{Type{Shape::number}};
inline constexpr auto kSegment =
    named("Segment", name_of<Segment>(names::kSegments));
inline constexpr auto kTheme = named("Theme", name_of<Theme>(names::kThemes));
inline constexpr auto kStepType =
    named("StepType", name_of<StepType>(names::kStepTypes));
inline constexpr auto kMetric = name_of<Metric>(names::kMetrics);
inline constexpr auto kRatingStyle = name_of<RatingStyle>(names::kRatingStyles);
inline constexpr auto kContactField =
    name_of<ContactField>(names::kContactFields);
inline constexpr auto kActionKind = name_of<ActionKind>(names::kActionKinds);
inline constexpr auto kContactFields = list_of(kContactField, 1, 3);

extern const Typed<LocalText> kLocalText;
extern const Typed<Condition> kCondition;
extern const Typed<Survey> kSurvey;

/// The bit of an enumerator, for Field::when.
template <class... E>
constexpr std::uint8_t only(E... tags) {
  return static_cast<std::uint8_t>(((1u << static_cast<unsigned>(tags)) | ...));
}

}  // namespace looplet::wire
