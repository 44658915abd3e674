// Names and small descriptions that several statistics share.
#pragma once

#include <array>

#include "looplet/estimate.h"
#include "wire/survey_types.h"

namespace looplet::wire {

#ifdef LOOPLET_SURVEY_ONLY
inline constexpr std::array<names::Name, 1> kMethods = {"score"};
#else
inline constexpr std::array<names::Name, 7> kMethods = {
    "score",    "adjusted_wald", "bonett_price", "agresti_min",
    "newcombe", "jeffreys",      "wald"};
#endif
inline constexpr auto kMethod = name_of<Method>(kMethods);
inline constexpr auto kMaybeNumber = optional_of(kNumber);
inline constexpr auto kCount = whole_of<std::int64_t>(0, kMaxInteger);
inline constexpr auto kMaybeCount = optional_of(kCount);

}  // namespace looplet::wire
