// Scores over several waves of different people: is there a direction, and do
// the waves differ at all?
//
//   Result<Trend> t = trend({0, 1, 2}, {spring, summer, autumn});
//   t->slope, slope_error   +2.1 points for each unit of t, give or take 0.9
//   t->q, q_df, q_p         whether one score would explain all waves
//
// With fewer than four waves the slope says little: compare two of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "looplet/estimate.h"
#include "looplet/result.h"
#include "looplet/score.h"

namespace looplet {

constexpr std::size_t kMaxWaves = 10000;
/// Times are from minus this to this: seconds since 1970 fit many times over.
constexpr double kLargestTime = 1e15;

struct Trend {
  /// The score of each wave in points; absent where nobody answered. Such a
  /// wave takes no part in anything below.
  std::vector<std::optional<double>> nps;
  /// Weighted least squares over the waves' scores. A wave weighs the
  /// reciprocal of its squared standard error, which is that of the adjusted
  /// Wald method (3/4, 3/2, 3/4 answers added), so that no wave of one class
  /// weighs infinitely. Absent below two different times.
  std::optional<double> slope;        ///< points for each unit of time
  std::optional<double> slope_error;  ///< 1 / sqrt(sum of w (t - mean t)^2)
  std::optional<double> z;            ///< slope over its error
  std::optional<double> p;            ///< two-sided
  std::optional<double> intercept;    ///< points at time 0
  /// Cochran's Q: sum of w (score - weighted mean)^2, chi-square on q_df =
  /// waves - 1 degrees of freedom if all waves share one score. Absent below
  /// two waves.
  std::optional<double> q;
  std::int64_t q_df = 0;
  std::optional<double> q_p;
  /// The score of all answers together, as a reduced fraction; not the mean of
  /// the waves' scores. Absent without answers, and with weights.
  std::optional<std::string> pooled_nps_exact;
};

/// `times` in any unit, one for each wave; counts from 0 to 2^53, those of one
/// segment together at most that. Faults stand at /t/0, /waves/0/promoters.
Result<Trend> trend(const std::vector<double>& times,
                    const std::vector<Counts>& waves);

/// The same with weights: a wave is taken for so many answers as its weights
/// are worth, with their shares. Faults stand at /t/0.
Result<Trend> trend(const std::vector<double>& times,
                    const std::vector<WeightedTally>& waves);

}  // namespace looplet
