// Two scores of two independent groups of people: has anything changed?
//
//   Result<Comparison> c = compare(last_quarter, this_quarter);
//   c->change       +6.8 points
//   c->low, high    -3.1 .. 16.7
//   c->significant  false
//
// For the same people asked twice this test is wrong (far too weak): use the
// transition matrix. Two intervals may overlap and yet differ significantly.
#pragma once

#include <optional>

#include "looplet/estimate.h"
#include "looplet/result.h"
#include "looplet/score.h"

namespace looplet {

/// Probability with which `Comparison::detectable` would have been noticed.
constexpr double kDefaultPower = 0.8;

struct CompareOptions {
  double confidence = kDefaultConfidence;  ///< above 0 and below 1
  Method method = Method::score;
};

/// All absent when one of the groups has no answers.
struct Comparison {
  /// Score after minus score before, in points.
  std::optional<double> change;
  /// Interval of the change in points, cut to -200..200.
  ///   score, newcombe: MOVER (Zou & Donner 2008, Stat. Med. 27, 1693) of the
  ///     two limits of that method, around the observed change;
  ///   jeffreys: MOVER of its limits around the difference of posterior means;
  ///   adjusted_wald, bonett_price, agresti_min: the pseudo-answers are added
  ///     to EACH group, then difference -+ z error around the adjusted change;
  ///   wald: change -+ z sqrt(V1/n1 + V2/n2), not pooled.
  std::optional<double> low;
  std::optional<double> high;
  /// Change over its standard error, without a unit: for wald, bonett_price,
  /// agresti_min that of the method, for all others the adjusted Wald test
  /// (3/4, 3/2, 3/4 added to each group; MeasuringU). Absent when that
  /// error is 0, which only `wald` knows.
  std::optional<double> z;
  /// Two-sided: probability of a |z| at least so large without a change.
  std::optional<double> p;
  /// p < 1 - confidence. It is about the test: at the border the interval,
  /// which is made in another way, may hold 0 all the same.
  std::optional<bool> significant;
  /// The change in points that groups like these would have shown as
  /// significant with probability 80 %: (z_confidence + z_power) times the
  /// standard error of the test above. Not a property of the observed change.
  std::optional<double> detectable;
  Method method = Method::score;
  double confidence = kDefaultConfidence;

  bool operator==(const Comparison&) const = default;
};

/// Counts must be from 0 to 2^53, confidence above 0 and below 1. Faults stand
/// at /before/..., /after/..., /confidence.
Result<Comparison> compare(const Counts& before, const Counts& after,
                           const CompareOptions& options = {});

/// The same with weights: each group is taken for so many answers as its
/// weights are worth (Estimate::effective_n), with the shares of its weights.
/// Faults stand at /confidence.
Result<Comparison> compare(const WeightedTally& before,
                           const WeightedTally& after,
                           const CompareOptions& options = {});

}  // namespace looplet
