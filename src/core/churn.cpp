#include "looplet/churn.h"

#include <cmath>

#include "core/elementary.h"
#include "core/limits.h"
#include "core/normal.h"
#include "looplet/estimate.h"

namespace looplet {

Result<Churn> churn(const ChurnCounts& counts) {
  Faults faults;
  const auto check = [&](std::int64_t count, const char* where) {
    check_whole_range(count, 0, kLargestCount, where, faults);
  };
  check(counts.detractor_churned, "/detractorChurned");
  check(counts.detractor_kept, "/detractorKept");
  check(counts.other_churned, "/otherChurned");
  check(counts.other_kept, "/otherKept");
  if (faults.empty()) {
    check(counts.detractor_churned + counts.detractor_kept +
              counts.other_churned + counts.other_kept,
          "");
  }
  if (!faults.empty()) return faults;

  const auto a = static_cast<double>(counts.detractor_churned);
  const auto b = static_cast<double>(counts.detractor_kept);
  const auto c = static_cast<double>(counts.other_churned);
  const auto d = static_cast<double>(counts.other_kept);
  Churn result;
  if (a + b > 0) result.churn_rate_detractors = a / (a + b);
  if (c + d > 0) result.churn_rate_others = c / (c + d);
  if (!result.churn_rate_detractors || !result.churn_rate_others) return result;
  result.risk_difference_points =
      100 * (*result.churn_rate_detractors - *result.churn_rate_others);
  if (c > 0) {
    const double ratio =
        *result.churn_rate_detractors / *result.churn_rate_others;
    result.risk_ratio = ratio;
    if (a > 0) {
      // 1/a - 1/(a+b) without its difference.
      const double error = std::sqrt(b / (a * (a + b)) + d / (c * (c + d)));
      const double factor = elementary::exp(kZ95 * error);
      result.risk_ratio_low = ratio / factor;
      result.risk_ratio_high = ratio * factor;
    }
  }
  if (a + c > 0 && b + d > 0) {
    result.phi = (a * d - b * c) /
                 (std::sqrt((a + b) * (c + d)) * std::sqrt((a + c) * (b + d)));
  }
  return result;
}

}  // namespace looplet
