// Do detractors leave more often than others? A table of four counts at one
// horizon, such as 180 days after the answer.
//
//   churn({.detractor_churned = 30, .detractor_kept = 70,
//          .other_churned = 20, .other_kept = 180})
//     churn_rate_detractors   0.30     risk_ratio   3.0 (1.8 .. 5.0)
//
// Whoever left before answering is not in it, and whoever did not answer is
// not either; those leave most often.
#pragma once

#include <cstdint>
#include <optional>

#include "looplet/result.h"

namespace looplet {

struct ChurnCounts {
  std::int64_t detractor_churned = 0;
  std::int64_t detractor_kept = 0;
  std::int64_t other_churned = 0;
  std::int64_t other_kept = 0;
};

/// A rate is absent where its group is empty, and so is what rests on it.
struct Churn {
  std::optional<double> churn_rate_detractors;  ///< 0 to 1
  std::optional<double> churn_rate_others;      ///< 0 to 1
  /// Detractors less others, in percentage points.
  std::optional<double> risk_difference_points;
  /// Detractors over others; absent when no other churned.
  std::optional<double> risk_ratio;
  /// exp(log ratio -+ 1.96 sqrt(1/a - 1/(a+b) + 1/c - 1/(c+d))) (Katz 1978,
  /// Biometrics 34, 469), 95 %. Absent when one of the churned is 0.
  std::optional<double> risk_ratio_low;
  std::optional<double> risk_ratio_high;
  /// Correlation of being a detractor and leaving, -1 to 1; absent when a
  /// margin is 0.
  std::optional<double> phi;
};

/// Counts from 0 to 2^53, all together at most that. Faults stand at
/// /detractorChurned, ...
Result<Churn> churn(const ChurnCounts& counts);

}  // namespace looplet
