// The part of the estimates that the survey module ships: keep it small.
#include <cmath>

#include "core/estimate_parts.h"
#include "core/fraction.h"
#include "core/normal.h"

namespace looplet {

namespace {

/// All but the interval; the sample that this one is of, or nothing without
/// answers.
std::optional<Sample> fill_exact_part(const Counts& counts, Estimate& result) {
  result.n = counts.total();
  result.promoters = counts.promoters;
  result.passives = counts.passives;
  result.detractors = counts.detractors;
  result.small_sample = result.n < kSmallSample;
  if (result.n == 0) return std::nullopt;

  const Fraction score =
      score_fraction(counts.promoters, counts.detractors, result.n);
  result.nps = static_cast<double>(score.numerator) /
               static_cast<double>(score.denominator);
  result.nps_exact.emplace(score);
  result.rounded = static_cast<int>(rounded_multiple(score, 1));
  result.rounded1 = static_cast<double>(rounded_multiple(score, 10)) / 10;
  result.shares.emplace(whole_percents(
      {counts.promoters, counts.passives, counts.detractors}, result.n));
  const Sample sample = sample_of(counts);
  result.variance = sample.variance();
  result.standard_error = 100 * std::sqrt(sample.variance() / sample.n);
  return sample;
}

}  // namespace

Estimate exact_part(const Counts& counts) {
  Estimate result;
  fill_exact_part(counts, result);
  return result;
}

void set_interval(Estimate& estimate, const Interval& interval) {
  const auto points = [](double share) {
    return share < -1 ? -100.0 : share > 1 ? 100.0 : 100 * share;
  };
  estimate.low = points(interval.low);
  estimate.high = points(interval.high);
}

void fill_by_score(const Counts& counts, Estimate& estimate) {
  estimate.confidence = kDefaultConfidence;
  if (const auto sample = fill_exact_part(counts, estimate)) {
    set_interval(estimate, score_interval(*sample, kZ95));
  }
}

Estimate estimate_by_score(const Counts& counts) {
  Estimate result;
  fill_by_score(counts, result);
  return result;
}

}  // namespace looplet
