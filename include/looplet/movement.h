// The same people asked twice: who moved between the segments, and what that
// did to the score.
//
//                      after
//                 D      P      A         D detractor, P passive, A promoter
//   before  D  [ 40  ,  10  ,   5  ]
//           P  [  6  ,  60  ,  14  ]
//           A  [  2  ,   8  ,  90  ]
//
// Far more powerful than `compare`, which is for two groups of different
// people. People picked for low scores rise by themselves (regression to the
// mean): compare those who were answered with those who were not.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "looplet/result.h"

namespace looplet {

/// Rows before, columns after, both in the order detractor, passive, promoter.
using Transitions = std::array<std::array<std::int64_t, 3>, 3>;

struct Movement {
  std::int64_t n = 0;
  /// Reduced fractions; absent without people.
  std::optional<std::string> nps_before_exact;
  std::optional<std::string> nps_after_exact;
  /// Score after less score before, in points: the mean of each person's move.
  std::optional<double> change;
  /// 100 sqrt(variance of the moves / n), the variance by n.
  std::optional<double> standard_error;
  std::optional<double> z;  ///< absent when the error is 0
  std::optional<double> p;  ///< two-sided
  /// Whether the shares of the three segments changed in any way: chi-square
  /// on 2 degrees of freedom (Stuart 1955, Maxwell 1970). Absent where its
  /// matrix is singular, as when nobody ever was in one of the segments.
  std::optional<double> stuart_maxwell;
  std::optional<double> stuart_maxwell_p;
  std::int64_t detractors_before = 0;
  std::int64_t recovered = 0;              ///< detractors who left
  std::int64_t recovered_to_promoter = 0;  ///< of them
  /// recovered / detractors_before, with Wilson's interval at 95 %; 0 to 1.
  std::optional<double> recovery_rate;
  std::optional<double> recovery_low;
  std::optional<double> recovery_high;
  /// Promoters who left / promoters before; 0 to 1.
  std::optional<double> promoter_loss_rate;
  std::int64_t improved = 0;
  std::int64_t worsened = 0;
  std::int64_t unchanged = 0;
};

/// Counts from 0 to 2^53, all together at most that. Faults stand at
/// /transitions/0/2.
Result<Movement> movement(const Transitions& transitions);

}  // namespace looplet
