#include "looplet/estimate.h"

#include <cmath>
#include <string>

#include "core/estimate_parts.h"
#include "core/fraction.h"
#include "core/limits.h"

namespace looplet {
namespace {

void check_options(const EstimateOptions& options, std::int64_t n,
                   Faults& faults) {
  check_between(options.confidence, 0, 1, "/confidence", faults);
  if (options.population) check_population(*options.population, n, faults);
}

// sqrt((N - n) / (N - 1)).
double population_factor(std::int64_t population, std::int64_t n) {
  if (population == n) return 0;  // also of 1 in 1
  return std::sqrt(static_cast<double>(population - n) /
                   static_cast<double>(population - 1));
}

// Adds what depends on the options. `sample.n` is the effective number of
// answers; a population makes them count as n / factor^2, which scales Wald's
// error by the factor and keeps every other method within its own bounds.
void add_inference(Estimate& result, Sample sample,
                   const EstimateOptions& options) {
  result.method = options.method;
  result.confidence = options.confidence;
  if (result.n == 0) return;
  if (options.population) {
    const double factor = population_factor(*options.population, result.n);
    result.finite_population_factor = factor;
    result.corrected_error = *result.standard_error * factor;
    if (factor == 0) {
      set_interval(result, {sample.score(), sample.score()});
      return;
    }
    sample.n /= factor * factor;
  }
  set_interval(result, interval_of(sample, options.method, options.confidence));
}

Result<Estimate> checked(const Counts& counts, const EstimateOptions& options,
                         Faults faults) {
  check_options(options, counts.total(), faults);
  if (!faults.empty()) return faults;
  Estimate result = exact_part(counts);
  add_inference(result, sample_of(counts), options);
  return result;
}

// What follows from weighted shares, in place of what follows from counts.
Sample set_weighted_part(Estimate& result, const WeightedTally& tally) {
  const std::array<double, 3> weights = tally.weights();
  const std::array<double, 3> squares = tally.squares();
  const double total = weights[0] + weights[1] + weights[2];
  const Sample sample = sample_of(tally);
  result.effective_n = sample.n;
  result.design_effect = static_cast<double>(result.n) / sample.n;
  result.small_sample = sample.n < kSmallSample;
  result.variance = sample.variance();

  // sum w^2 (y - mean)^2: an answer takes only three values.
  const double to_promoter = 1 - sample.score();
  const double to_detractor = 1 + sample.score();
  const double spread = squares[0] * to_promoter * to_promoter +
                        squares[1] * sample.score() * sample.score() +
                        squares[2] * to_detractor * to_detractor;
  result.standard_error = 100 * std::sqrt(spread) / total;

  if (tally.whole() && total <= static_cast<double>(kLargestCount)) {
    // As many answers as the weights say: everything exact again.
    const Estimate exact =
        exact_part({.promoters = static_cast<std::int64_t>(weights[0]),
                    .passives = static_cast<std::int64_t>(weights[1]),
                    .detractors = static_cast<std::int64_t>(weights[2])});
    result.nps = exact.nps;
    result.nps_exact = exact.nps_exact;
    result.rounded = exact.rounded;
    result.rounded1 = exact.rounded1;
    result.shares = exact.shares;
    return sample;
  }
  const double nps = 100 * ((weights[0] - weights[2]) / total);
  result.nps = nps;
  result.nps_exact.reset();
  result.rounded = static_cast<int>(rounded_number(nps));
  result.rounded1 = static_cast<double>(rounded_number(10 * nps)) / 10;
  result.shares = whole_percents(weights, total);
  return sample;
}

}  // namespace

Result<Estimate> estimate(const Counts& counts,
                          const EstimateOptions& options) {
  Faults faults;
  check_counts(counts, "/counts", faults);
  if (!faults.empty()) {  // their sum means nothing then
    check_options({options.confidence, options.method, {}}, 0, faults);
    return faults;
  }
  return checked(counts, options, std::move(faults));
}

Result<Estimate> estimate(const Tally& tally, const EstimateOptions& options) {
  Faults faults;
  for (std::size_t i = 0; i < tally.count.size(); ++i) {
    check_whole_range(tally.count[i], 0, kLargestCount,
                      "/counts/scores/" + std::to_string(i), faults);
  }
  if (!faults.empty()) {
    check_options({options.confidence, options.method, {}}, 0, faults);
    return faults;
  }
  const Counts counts = tally.counts();
  check_counts(counts, "/counts", faults);
  return checked(counts, options, std::move(faults));
}

Result<Estimate> estimate(const WeightedTally& tally,
                          const EstimateOptions& options) {
  Faults faults;
  const Counts counts = tally.counts();
  check_options(options, counts.total(), faults);
  if (!faults.empty()) return faults;
  Estimate result = exact_part(counts);
  Sample sample;
  if (result.n > 0) sample = set_weighted_part(result, tally);
  add_inference(result, sample, options);
  return result;
}

}  // namespace looplet
