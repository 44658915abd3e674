// What the readers and writers ask of a type: the spelling of its
// enumerators, or a description of its fields.
#pragma once

#include <string_view>

#include "looplet/answer.h"
#include "looplet/score.h"
#include "looplet/survey.h"
#include "survey/names.h"

namespace looplet::wire {

template <class E>
struct EnumNames;

template <class E>
concept NamedEnum = requires {
  EnumNames<E>::kNames.size();
};

#define LOOPLET_ENUM_NAMES(type, names)      \
  template <>                                \
  struct EnumNames<type> {                   \
    static constexpr auto& kNames = (names); \
  }
LOOPLET_ENUM_NAMES(Segment, names::kSegments);
LOOPLET_ENUM_NAMES(Theme, names::kThemes);
LOOPLET_ENUM_NAMES(StepType, names::kStepTypes);
LOOPLET_ENUM_NAMES(Metric, names::kMetrics);
LOOPLET_ENUM_NAMES(RatingStyle, names::kRatingStyles);
LOOPLET_ENUM_NAMES(ContactField, names::kContactFields);
LOOPLET_ENUM_NAMES(ActionKind, names::kActionKinds);

/// A type whose fields `describe(visitor, value)` visits in order.
template <class T, class V>
concept Described = requires(V& v, T& t) {
  describe(v, t);
};

/// A type with several forms, which `describe_choice` tells apart.
template <class T, class V>
concept DescribedChoice = requires(V& v, T& t) {
  describe_choice(v, t);
};

}  // namespace looplet::wire
