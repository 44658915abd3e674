#include "looplet/trend.h"

#include <cmath>
#include <string>

#include "core/chi_square.h"
#include "core/fraction.h"
#include "core/interval.h"
#include "core/limits.h"
#include "core/normal.h"
#include "looplet/estimate.h"

namespace looplet {
namespace {

/// A wave with answers, in points.
struct Point {
  double t;
  double score;
  double weight;
};

Point point_of(double t, const Sample& sample) {
  const Sample adjusted = with_pseudo_answers(sample, Method::adjusted_wald);
  return {t, 100 * sample.score(), adjusted.n / (10000 * adjusted.variance())};
}

void fit(const std::vector<Point>& points, Trend& result) {
  double weights = 0;
  double sum_t = 0;
  double sum_y = 0;
  for (const Point& point : points) {
    weights += point.weight;
    sum_t += point.weight * point.t;
    sum_y += point.weight * point.score;
  }
  const double mean_t = sum_t / weights;
  const double mean_y = sum_y / weights;
  double square_t = 0;
  double product = 0;
  double q = 0;
  bool differ = false;
  for (const Point& point : points) {
    const double t = point.t - mean_t;
    const double y = point.score - mean_y;
    square_t += point.weight * t * t;
    product += point.weight * t * y;
    q += point.weight * y * y;
    differ = differ || point.t != points.front().t;
  }
  result.q_df = static_cast<std::int64_t>(points.size()) - 1;
  result.q = q;
  result.q_p = chi_square_upper(q, result.q_df);
  if (!differ || !(square_t > 0)) return;
  result.slope = product / square_t;
  result.slope_error = 1 / std::sqrt(square_t);
  result.z = *result.slope / *result.slope_error;
  result.p = two_sided_p(*result.z);
  result.intercept = mean_y - *result.slope * mean_t;
}

// Waves without answers take no part.
template <class Wave, class Total>
Trend fitted(const std::vector<double>& times, const std::vector<Wave>& waves,
             Total&& total) {
  Trend result;
  std::vector<Point> points;
  for (std::size_t i = 0; i < waves.size(); ++i) {
    if (total(waves[i]) == 0) {
      result.nps.emplace_back();
      continue;
    }
    points.push_back(point_of(times[i], sample_of(waves[i])));
    result.nps.emplace_back(points.back().score);
  }
  if (points.size() > 1) fit(points, result);
  return result;
}

Faults faults_of_times(const std::vector<double>& times, std::size_t waves) {
  Faults faults;
  if (times.size() != waves) {
    faults.push_back(
        make_fault(Code::times_do_not_match, "/t",
                   {std::to_string(times.size()), std::to_string(waves)}));
    return faults;
  }
  for (std::size_t i = 0; i < waves; ++i) {
    check_range(times[i], -kLargestTime, kLargestTime,
                "/t/" + std::to_string(i), faults);
  }
  return faults;
}

}  // namespace

Result<Trend> trend(const std::vector<double>& times,
                    const std::vector<WeightedTally>& waves) {
  const Faults faults = faults_of_times(times, waves.size());
  if (!faults.empty()) return faults;
  return fitted(times, waves, [](const WeightedTally& wave) {
    return wave.counts().total();
  });
}

Result<Trend> trend(const std::vector<double>& times,
                    const std::vector<Counts>& waves) {
  Faults faults = faults_of_times(times, waves.size());
  if (times.size() != waves.size()) return faults;
  Counts all;
  for (std::size_t i = 0; i < waves.size(); ++i) {
    const std::string place = "/waves/" + std::to_string(i);
    check_counts(waves[i], place, faults);
    if (!faults.empty()) continue;
    all.merge(waves[i]);
    // Checked at each wave, so that the sum cannot overflow.
    check_whole_range(all.total(), 0, 3 * kLargestCount, place, faults);
  }
  if (!faults.empty()) return faults;
  check_counts(all, "/waves", faults);
  if (!faults.empty()) return faults;

  Trend result =
      fitted(times, waves, [](const Counts& wave) { return wave.total(); });
  if (all.total() > 0) {
    result.pooled_nps_exact =
        score_fraction(all.promoters, all.detractors, all.total()).text();
  }
  return result;
}

}  // namespace looplet
