// The Net Promoter Score of a sample and how far it can be trusted.
//
//   Result<Estimate> e = estimate(Counts{.promoters = 15, .passives = 13,
//                                        .detractors = 8});
//   e->nps        19.44...          e->nps_exact  175/9
//   e->low, high  -6.77 .. 42.87    e->rounded    19
//
// Every figure is in points (-100 to 100) unless its comment says otherwise.
// Without answers there is no score: the figures are then absent, never 0.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "looplet/result.h"
#include "looplet/score.h"

namespace looplet {

constexpr std::int64_t kLargestCount = std::int64_t{1} << 53;
constexpr int kSmallSample = 30;  ///< fewer answers than this are flagged
constexpr double kDefaultConfidence = 0.95;

/// How an interval is made. With p, a, d the shares and V the variance:
enum class Method : std::uint8_t {
  score,          ///< inverts the score test: Tango 1998, Stat. Med. 17, 891.
                  ///< Always inside -100..100 and always holds the score
  adjusted_wald,  ///< Wald after adding 3/4, 3/2, 3/4 to promoters, passives,
                  ///< detractors: Rocks 2016, Am. Stat. 70, 365 (MeasuringU)
  bonett_price,   ///< Wald after adding 1, 0, 1: Bonett & Price 2012
  agresti_min,    ///< Wald after adding 1/2, 1, 1/2: Agresti & Min 2005
  newcombe,       ///< square-and-add of two Wilson intervals with the phi
                  ///< correction: Newcombe 1998, Stat. Med. 17, 2635, no. 10
  jeffreys,       ///< equal tails of the Dirichlet posterior, prior 1/2 each.
                  ///< Of one-sided samples it may leave the score itself out
  wald,           ///< nps -+ z sqrt(V/n). Has no width when all answers fall in
                  ///< one segment: for comparison with other tools only
};

/// "score", "adjusted_wald", ...: the name in documents.
std::string_view method_name(Method method);

/// The method of that name; nothing when there is none.
std::optional<Method> method_named(std::string_view name);

/// A reduced fraction; `denominator` is above 0.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  bool operator==(const Fraction&) const = default;

  /// "-225/4", or "50" where the denominator is 1.
  std::string text() const;
};

struct EstimateOptions {
  double confidence = kDefaultConfidence;  ///< above 0 and below 1
  Method method = Method::score;
  /// Number of people who could have answered. Narrows error and interval.
  std::optional<std::int64_t> population = {};
};

struct Estimate {
  std::int64_t n = 0;  ///< answers; the denominator of everything here
  std::int64_t promoters = 0;
  std::int64_t passives = 0;
  std::int64_t detractors = 0;

  /// 100 (promoters - detractors) / n.
  std::optional<double> nps;
  /// The same as a reduced fraction: -225/4, 50, 0. With weights only where
  /// all of them are whole numbers.
  std::optional<Fraction> nps_exact;
  /// Whole points and tenths, half away from zero, from the exact fraction.
  std::optional<int> rounded;
  std::optional<double> rounded1;
  /// Promoters, passives, detractors in whole percent that add up to 100: by
  /// largest remainder, ties to the first.
  std::optional<std::array<int, 3>> shares;

  /// Of one answer counted as +1, 0, -1: from 0 to 1, not in points.
  std::optional<double> variance;
  /// 100 sqrt(variance / n); with weights the linearised error
  /// 100 sqrt(sum w^2 (y - mean)^2) / sum w. Not corrected for a population.
  std::optional<double> standard_error;
  /// The interval, cut to -100..100.
  std::optional<double> low;
  std::optional<double> high;
  Method method = Method::score;
  double confidence = kDefaultConfidence;
  /// Fewer than kSmallSample answers (with weights: effective answers).
  bool small_sample = true;

  // With a population N:
  /// sqrt((N - n) / (N - 1)); 0 when everybody answered.
  std::optional<double> finite_population_factor;
  /// standard_error times that factor. Sampling error only: it says nothing
  /// about those who were asked and kept silent.
  std::optional<double> corrected_error;

  // With weights:
  /// Kish: (sum w)^2 / sum w^2. The interval is that of so many answers.
  std::optional<double> effective_n;
  /// n / effective_n = 1 + the squared coefficient of variation of w.
  std::optional<double> design_effect;

  bool operator==(const Estimate&) const = default;
};

/// Counts must be from 0 to 2^53, confidence above 0 and below 1, a population
/// at least n. Faults stand at /counts/..., /confidence, /population.
Result<Estimate> estimate(const Counts& counts,
                          const EstimateOptions& options = {});

/// The same for counts of each score; faults stand at /counts/scores/7.
Result<Estimate> estimate(const Tally& tally,
                          const EstimateOptions& options = {});

/// The estimate of `counts` by Method::score at 95 %, equal to the bit to what
/// `estimate` returns. It needs none of the other methods and so stays small
/// where bytes count. Counts must be from 0 to 2^53.
Estimate estimate_by_score(const Counts& counts);

// --- weights

constexpr double kSmallestWeight = 1e-100;
constexpr double kLargestWeight = 1e100;

/// All that an estimate needs to know of weighted answers, for any number of
/// them. In each array: promoters, passives, detractors.
class WeightedTally {
 public:
  WeightedTally() = default;
  /// What somebody else has summed up, in the order of `weights` below.
  WeightedTally(const Counts& counts, const std::array<double, 3>& weights,
                const std::array<double, 3>& squares, bool whole);

  /// Counts one answer; false, and nothing counted, when the score is not 0-10
  /// or the weight not from kSmallestWeight to kLargestWeight.
  bool add(int score, double weight);
  void merge(const WeightedTally& other);

  Counts counts() const;                  ///< answers, without weights
  std::array<double, 3> weights() const;  ///< sums of w
  std::array<double, 3> squares() const;  ///< sums of w^2
  bool whole() const { return whole_; }   ///< every w a whole number

 private:
  /// Neumaier's compensated sum: the error does not grow with the rows.
  struct Sum {
    double value = 0;
    double lost = 0;
    void add(double x);
  };
  std::array<std::int64_t, 3> count_{};
  std::array<Sum, 3> weight_{};
  std::array<Sum, 3> square_{};
  bool whole_ = true;
};

/// Every score with its weight. Scores not 0-10 are faults at /scores/3,
/// weights that are not positive numbers at /weights/3.
Result<WeightedTally> weigh(std::span<const int> scores,
                            std::span<const double> weights);

/// Shares, score and variance are those of the weights; the interval is that
/// of `effective_n` answers with these shares.
Result<Estimate> estimate(const WeightedTally& tally,
                          const EstimateOptions& options = {});

}  // namespace looplet
