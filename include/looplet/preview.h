// What one more answer does to a score, before anything is sent.
#pragma once

#include <optional>

#include "looplet/estimate.h"
#include "looplet/score.h"

namespace looplet {

struct Preview {
  Segment segment = Segment::detractor;
  std::optional<Estimate> before;  ///< absent without a baseline
  Estimate after;                  ///< with this answer
  std::optional<double> delta;     ///< points; absent when there was no score
};

/// `score` must be from 0 to 10; the baseline's counts from 0 to 2^53 - 1.
Preview preview(int score, const std::optional<Counts>& baseline);

/// The same into a preview that is there already, and fresh; null: without a
/// baseline.
void fill_preview(int score, const Counts* baseline, Preview& preview);

}  // namespace looplet
