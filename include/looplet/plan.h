// How many answers are needed, and what a given number can show.
//
//   sample_size({.margin = 5})                    1537 answers for -+5 points
//   sample_size({.change = 10, .variance_before = .61,
//                .variance_after = .61})          958 answers in each group
//
// A variance is that of one answer counted as +1, 0, -1 (Estimate::variance):
// 1 at worst (half promoters, half detractors), 0.61 at 50/30/20, 0.34 at
// 80/15/5. Formulas are those of the Wald interval and the z test.
#pragma once

#include <cstdint>
#include <optional>

#include "looplet/compare.h"
#include "looplet/estimate.h"
#include "looplet/result.h"
#include "looplet/score.h"

namespace looplet {

constexpr double kSmallestMargin = 1e-4;  ///< points
constexpr double kLargestMargin = 100;    ///< points
constexpr double kLargestChange = 200;    ///< points
constexpr double kWorstVariance = 1;

/// A score to be known within -+margin points.
struct MarginPlan {
  double margin = 0;                       ///< kSmallestMargin..kLargestMargin
  double confidence = kDefaultConfidence;  ///< above 0 and below 1
  /// Above 0, at most 1; the worst case when neither this nor a pilot is given.
  std::optional<double> variance = {};
  /// Earlier answers whose variance is taken; not together with `variance`.
  std::optional<Counts> pilot = {};
  /// People who can be asked; fewer answers suffice when they are few.
  std::optional<std::int64_t> population = {};
};

struct MarginSize {
  /// ceil(n0), n0 = z^2 variance / margin^2; for a population N
  /// ceil(n0 N / (n0 + N - 1)), which is never above N.
  std::int64_t responses = 0;
  /// How many more than the pilot's, which count; absent without a pilot.
  std::optional<std::int64_t> more = {};
  bool operator==(const MarginSize&) const = default;
};

/// Faults stand at the fields: /margin, /confidence, /variance, /pilot,
/// /population.
Result<MarginSize> sample_size(const MarginPlan& plan);

/// A change of so many points to be noticed between two groups.
struct ChangePlan {
  double change = 0;  ///< kSmallestMargin..kLargestChange, whichever way
  double power = kDefaultPower;             ///< at least 0.5, below 1
  double confidence = kDefaultConfidence;   ///< above 0 and below 1
  double variance_before = kWorstVariance;  ///< above 0, at most 1
  double variance_after = kWorstVariance;   ///< above 0, at most 1
  double ratio = 1;  ///< answers after for each one before, 0.001..1000
};

struct ChangeSize {
  /// Of the group before, and of each when the ratio is 1:
  /// ceil((z_confidence + z_power)^2 (V_before + V_after / ratio) / change^2).
  std::int64_t responses_per_group = 0;
  /// Of the group after: the same before rounding, times the ratio, rounded up.
  std::int64_t responses_after = 0;
  bool operator==(const ChangeSize&) const = default;
};

/// Faults stand at the fields: /change, /power, /varianceBefore, ...
Result<ChangeSize> sample_size(const ChangePlan& plan);

/// A group that has answered, or will.
struct PlannedGroup {
  std::int64_t n = 0;                ///< 1 to 2^53
  double variance = kWorstVariance;  ///< from 0 to 1
};

struct DetectionPlan {
  PlannedGroup before;
  PlannedGroup after;
  double confidence = kDefaultConfidence;  ///< above 0 and below 1
  double power = kDefaultPower;            ///< at least 0.5, below 1
};

struct Detection {
  /// (z_confidence + z_power) sqrt(V1/n1 + V2/n2) in points; absent when both
  /// variances are 0. A power of 0.5 gives the least significant change.
  std::optional<double> points;
  bool operator==(const Detection&) const = default;
};

/// Faults stand at the fields: /before/n, /after/variance, /power, ...
Result<Detection> detectable_change(const DetectionPlan& plan);

}  // namespace looplet
