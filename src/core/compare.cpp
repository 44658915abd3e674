#include "looplet/compare.h"

#include <cmath>

#include "core/interval.h"
#include "core/limits.h"
#include "core/normal.h"

namespace looplet {
namespace {

// What the z test of the method is made from.
Method test_method(Method method) {
  switch (method) {
    case Method::wald:
    case Method::bonett_price:
    case Method::agresti_min:
      return method;
    case Method::score:
    case Method::adjusted_wald:
    case Method::newcombe:
    case Method::jeffreys:
      break;
  }
  return Method::adjusted_wald;
}

// The point that the limits of the method are around.
double centre_of(const Sample& sample, Method method) {
  if (method != Method::jeffreys) return sample.score();
  return sample.n * sample.score() / (sample.n + 1.5);
}

// Not std::hypot, whose last digit differs between C libraries.
double root_of_squares(double a, double b) { return std::sqrt(a * a + b * b); }

// Zou & Donner 2008: distances of limits from their centres add in squares.
Interval mover(const Sample& before, const Sample& after, Method method,
               double confidence) {
  const Interval first = interval_of(before, method, confidence);
  const Interval second = interval_of(after, method, confidence);
  const double from = centre_of(before, method);
  const double to = centre_of(after, method);
  const double change = to - from;
  const double below = root_of_squares(to - second.low, first.high - from);
  const double above = root_of_squares(second.high - to, from - first.low);
  return {change - below, change + above};
}

double cut(double points) {
  return points < -200 ? -200 : points > 200 ? 200 : points;
}

void set_comparison(Comparison& result, const Sample& first,
                    const Sample& second, const CompareOptions& options) {
  result.change = 100 * (second.score() - first.score());

  const Method test = test_method(options.method);
  const Sample tested_first = with_pseudo_answers(first, test);
  const Sample tested_second = with_pseudo_answers(second, test);
  const double difference = tested_second.score() - tested_first.score();
  const double error = std::sqrt(tested_first.variance() / tested_first.n +
                                 tested_second.variance() / tested_second.n);
  const double z_limit = z_of_confidence(options.confidence);

  const Interval interval =
      test == options.method
          ? Interval{difference - z_limit * error, difference + z_limit * error}
          : mover(first, second, options.method, options.confidence);
  result.low = cut(100 * interval.low);
  result.high = cut(100 * interval.high);

  if (error == 0) return;
  result.z = difference / error;
  result.p = two_sided_p(*result.z);
  result.significant = *result.p < 1 - options.confidence;
  result.detectable =
      100 * (z_limit + normal_upper_quantile(1 - kDefaultPower)) * error;
}

// Of counts or of weighted answers; without any on a side there is no change.
template <class Group>
Comparison comparison_of(const Group& before, const Group& after, bool none,
                         const CompareOptions& options) {
  Comparison result;
  result.method = options.method;
  result.confidence = options.confidence;
  if (!none) {
    set_comparison(result, sample_of(before), sample_of(after), options);
  }
  return result;
}

}  // namespace

Result<Comparison> compare(const Counts& before, const Counts& after,
                           const CompareOptions& options) {
  Faults faults;
  check_counts(before, "/before", faults);
  check_counts(after, "/after", faults);
  check_between(options.confidence, 0, 1, "/confidence", faults);
  if (!faults.empty()) return faults;
  const bool none = before.total() == 0 || after.total() == 0;
  return comparison_of(before, after, none, options);
}

Result<Comparison> compare(const WeightedTally& before,
                           const WeightedTally& after,
                           const CompareOptions& options) {
  Faults faults;
  check_between(options.confidence, 0, 1, "/confidence", faults);
  if (!faults.empty()) return faults;
  const bool none = before.counts().total() == 0 || after.counts().total() == 0;
  return comparison_of(before, after, none, options);
}

}  // namespace looplet
