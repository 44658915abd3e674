// The pieces that every kind of estimate is put together from.
#pragma once

#include "core/interval.h"
#include "looplet/estimate.h"

namespace looplet {

/// All that follows exactly from counts, without the interval. Counts must be
/// in range; without answers the figures stay absent.
Estimate exact_part(const Counts& counts);

/// The estimate by Method::score at 95 % into one that is fresh.
void fill_by_score(const Counts& counts, Estimate& estimate);

/// Puts the interval, given in shares, into points cut to -100..100.
void set_interval(Estimate& estimate, const Interval& interval);

}  // namespace looplet
