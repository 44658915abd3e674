#include "looplet/movement.h"

#include <cmath>
#include <string>

#include "core/chi_square.h"
#include "core/fraction.h"
#include "core/limits.h"
#include "core/normal.h"
#include "core/proportion.h"
#include "looplet/estimate.h"

namespace looplet {
namespace {

struct Margins {
  std::array<std::int64_t, 3> before{};
  std::array<std::int64_t, 3> after{};
};

Margins margins_of(const Transitions& from_to) {
  Margins margins;
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      margins.before[i] += from_to[i][k];
      margins.after[k] += from_to[i][k];
    }
  }
  return margins;
}

/// d' S^-1 d for the differences d of two of the margins and their covariance
/// matrix S, written out (Fleiss & Everitt 1971, Br. J. Math. Stat. Psychol.
/// 24, 117): with n_ij the mean of the two cells (i, j) and (j, i),
///
///   (n_23 d_1^2 + n_13 d_2^2 + n_12 d_3^2) / 2 (n_12 n_13 + n_12 n_23 + n_13
///   n_23)
std::optional<double> stuart_maxwell(const Transitions& from_to,
                                     const Margins& margins) {
  const auto mean = [&](std::size_t i, std::size_t k) {
    return (static_cast<double>(from_to[i][k]) +
            static_cast<double>(from_to[k][i])) /
           2;
  };
  const auto difference = [&](std::size_t i) {
    return static_cast<double>(margins.before[i] - margins.after[i]);
  };
  const double n12 = mean(0, 1);
  const double n13 = mean(0, 2);
  const double n23 = mean(1, 2);
  const double divisor = 2 * (n12 * n13 + n12 * n23 + n13 * n23);
  if (divisor == 0) return std::nullopt;
  const double d1 = difference(0);
  const double d2 = difference(1);
  const double d3 = difference(2);
  return (n23 * d1 * d1 + n13 * d2 * d2 + n12 * d3 * d3) / divisor;
}

/// The mean of the moves and its error, in points.
void set_change(const Transitions& from_to, Movement& result) {
  // How many moved by -2, -1, 0, 1 and 2 segments.
  std::array<std::int64_t, 5> moved{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) moved[2 + k - i] += from_to[i][k];
  }
  const auto n = static_cast<double>(result.n);
  const std::int64_t sum = 2 * (moved[4] - moved[0]) + (moved[3] - moved[1]);
  const double mean = static_cast<double>(sum) / n;
  result.change = 100 * mean;
  // Around the mean, so that nothing large is taken from something large. When
  // all moved alike, the rounding of the mean is no spread.
  double spread = 0;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (moved[i] == 0 || moved[i] == result.n) continue;
    const double apart = static_cast<double>(i) - 2 - mean;
    spread += static_cast<double>(moved[i]) * apart * apart;
  }
  result.standard_error = 100 * std::sqrt(spread) / n;
  if (spread == 0) return;
  result.z = *result.change / *result.standard_error;
  result.p = two_sided_p(*result.z);
}

}  // namespace

Result<Movement> movement(const Transitions& from_to) {
  Faults faults;
  Movement result;
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      check_whole_range(
          from_to[i][k], 0, kLargestCount,
          "/transitions/" + std::to_string(i) + "/" + std::to_string(k),
          faults);
      if (!faults.empty()) continue;
      result.n += from_to[i][k];
      auto& where = k > i   ? result.improved
                    : k < i ? result.worsened
                            : result.unchanged;
      where += from_to[i][k];
    }
  }
  if (faults.empty()) {
    check_whole_range(result.n, 0, kLargestCount, "/transitions", faults);
  }
  if (!faults.empty()) return faults;

  const Margins margins = margins_of(from_to);
  result.detractors_before = margins.before[0];
  result.recovered = from_to[0][1] + from_to[0][2];
  result.recovered_to_promoter = from_to[0][2];
  if (result.n == 0) return result;
  result.nps_before_exact =
      score_fraction(margins.before[2], margins.before[0], result.n).text();
  result.nps_after_exact =
      score_fraction(margins.after[2], margins.after[0], result.n).text();
  set_change(from_to, result);
  result.stuart_maxwell = stuart_maxwell(from_to, margins);
  if (result.stuart_maxwell) {
    result.stuart_maxwell_p = chi_square_upper(*result.stuart_maxwell, 2);
  }
  if (result.detractors_before > 0) {
    const Interval interval =
        wilson_interval(result.recovered, result.detractors_before, kZ95);
    result.recovery_rate = static_cast<double>(result.recovered) /
                           static_cast<double>(result.detractors_before);
    result.recovery_low = interval.low;
    result.recovery_high = interval.high;
  }
  if (margins.before[2] > 0) {
    result.promoter_loss_rate =
        static_cast<double>(from_to[2][0] + from_to[2][1]) /
        static_cast<double>(margins.before[2]);
  }
  return result;
}

}  // namespace looplet
