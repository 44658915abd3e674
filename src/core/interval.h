// Intervals of a score, one function for each method; in shares (-1 to 1).
#pragma once

#include "looplet/estimate.h"
#include "looplet/score.h"

namespace looplet {

/// What an interval is made from. `n` need not be whole: an effective number
/// of answers has the same place in every formula.
struct Sample {
  double n = 0;           ///< above 0
  double promoters = 0;   ///< share
  double passives = 0;    ///< share
  double detractors = 0;  ///< share

  double score() const { return promoters - detractors; }
  /// p + d - (p - d)^2, written without its cancellation.
  double variance() const {
    return 4 * promoters * detractors + passives * (promoters + detractors);
  }
};

/// Of at least one answer.
Sample sample_of(const Counts& counts);
/// So many answers as the weights are worth, with their shares.
Sample sample_of(const WeightedTally& tally);

struct Interval {
  double low;
  double high;
};

Interval score_interval(const Sample& sample, double z);
Interval wald_interval(const Sample& sample, double z);
Interval newcombe_interval(const Sample& sample, double z);
/// `tail` is (1 - confidence) / 2.
Interval jeffreys_interval(const Sample& sample, double tail);

/// With the pseudo-answers of adjusted_wald, bonett_price or agresti_min added;
/// of any other method the sample itself.
Sample with_pseudo_answers(const Sample& sample, Method method);

/// The interval of any method; may reach beyond -1..1.
Interval interval_of(const Sample& sample, Method method, double confidence);

}  // namespace looplet
