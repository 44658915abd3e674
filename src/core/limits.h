// Checks of what statistics is given. Each adds its fault at the place of the
// offending value and goes on, so that all faults are reported at once.
#pragma once

#include <cstdint>
#include <string_view>

#include "looplet/fault.h"
#include "looplet/score.h"

namespace looplet {

/// low <= value <= high; NaN is outside.
void check_range(double value, double low, double high, std::string_view where,
                 Faults& faults);

/// low < value < high; NaN is outside.
void check_between(double value, double low, double high,
                   std::string_view where, Faults& faults);

void check_whole_range(std::int64_t value, std::int64_t low, std::int64_t high,
                       std::string_view where, Faults& faults);

/// Each count from 0 to kLargestCount; places are `where`/promoters, ...
void check_counts(const Counts& counts, std::string_view where, Faults& faults);

/// A population of 1 to kLargestCount that holds the `n` who answered.
void check_population(std::int64_t population, std::int64_t n, Faults& faults);

}  // namespace looplet
