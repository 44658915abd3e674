#include "looplet/plan.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/interval.h"
#include "core/limits.h"
#include "core/normal.h"

namespace looplet {
namespace {

void check_variance(double variance, std::string_view where, Faults& faults) {
  if (variance > 0 && variance <= 1) return;
  if (variance == 0) {
    check_between(variance, 0, 1, where, faults);
  } else {
    check_range(variance, 0, 1, where, faults);
  }
}

void check_power(double power, Faults& faults) {
  if (power >= 0.5 && power < 1) return;
  if (power == 1) {
    check_between(power, 0.5, 1, "/power", faults);
  } else {
    check_range(power, 0.5, 1, "/power", faults);
  }
}

// The variance planned with.
double planned_variance(const MarginPlan& plan, Faults& faults) {
  if (plan.variance && plan.pilot) {
    faults.push_back(make_fault(Code::variance_and_pilot, "/pilot"));
    return kWorstVariance;
  }
  if (plan.variance) {
    check_variance(*plan.variance, "/variance", faults);
    return *plan.variance;
  }
  if (!plan.pilot) return kWorstVariance;
  const std::size_t before = faults.size();
  check_counts(*plan.pilot, "/pilot", faults);
  if (faults.size() > before) return kWorstVariance;
  const double variance =
      plan.pilot->total() == 0 ? 0 : sample_of(*plan.pilot).variance();
  if (variance == 0) faults.push_back(make_fault(Code::no_spread, "/pilot"));
  return variance;
}

// The limits of all inputs keep answers above 0 and below 2^59.
std::int64_t rounded_up(double answers) {
  return static_cast<std::int64_t>(std::ceil(answers));
}

double z_of_power(double power) { return normal_upper_quantile(1 - power); }

}  // namespace

Result<MarginSize> sample_size(const MarginPlan& plan) {
  Faults faults;
  check_range(plan.margin, kSmallestMargin, kLargestMargin, "/margin", faults);
  check_between(plan.confidence, 0, 1, "/confidence", faults);
  const double variance = planned_variance(plan, faults);
  if (plan.population) check_population(*plan.population, 0, faults);
  if (!faults.empty()) return faults;

  const double ratio = 100 * z_of_confidence(plan.confidence) / plan.margin;
  double answers = ratio * ratio * variance;
  if (plan.population) {
    const auto population = static_cast<double>(*plan.population);
    answers = answers * population / (answers + population - 1);
    if (answers > population) answers = population;
  }
  MarginSize size{rounded_up(answers)};
  if (plan.pilot) {
    size.more = std::max<std::int64_t>(0, size.responses - plan.pilot->total());
  }
  return size;
}

Result<ChangeSize> sample_size(const ChangePlan& plan) {
  Faults faults;
  check_range(plan.change, kSmallestMargin, kLargestChange, "/change", faults);
  check_power(plan.power, faults);
  check_between(plan.confidence, 0, 1, "/confidence", faults);
  check_variance(plan.variance_before, "/varianceBefore", faults);
  check_variance(plan.variance_after, "/varianceAfter", faults);
  check_range(plan.ratio, 0.001, 1000, "/ratio", faults);
  if (!faults.empty()) return faults;

  const double z = z_of_confidence(plan.confidence) + z_of_power(plan.power);
  const double ratio = 100 * z / plan.change;
  const double answers =
      ratio * ratio * (plan.variance_before + plan.variance_after / plan.ratio);
  return ChangeSize{rounded_up(answers), rounded_up(answers * plan.ratio)};
}

Result<Detection> detectable_change(const DetectionPlan& plan) {
  Faults faults;
  check_whole_range(plan.before.n, 1, kLargestCount, "/before/n", faults);
  check_range(plan.before.variance, 0, 1, "/before/variance", faults);
  check_whole_range(plan.after.n, 1, kLargestCount, "/after/n", faults);
  check_range(plan.after.variance, 0, 1, "/after/variance", faults);
  check_between(plan.confidence, 0, 1, "/confidence", faults);
  check_power(plan.power, faults);
  if (!faults.empty()) return faults;

  const double error =
      std::sqrt(plan.before.variance / static_cast<double>(plan.before.n) +
                plan.after.variance / static_cast<double>(plan.after.n));
  if (error == 0) return Detection{};
  const double z = z_of_confidence(plan.confidence) + z_of_power(plan.power);
  return Detection{100 * z * error};
}

}  // namespace looplet
