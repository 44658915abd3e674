// The answers of one group, with the sums of their weights if they have any.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "looplet/estimate.h"
#include "report/exact_sum.h"

namespace looplet::report {

/// True when an answer can have this weight.
bool is_weight(double weight);

class GroupTally {
 public:
  /// `weight` is one; see is_weight.
  void add(Segment segment, double weight) {
    counts_.add(segment);
    if (weight != 1) add_weighted(segment, weight);
  }
  void merge(const GroupTally& other);

  /// The answers that are not in `part`, which holds some of these.
  GroupTally without(const GroupTally& part) const;

  const Counts& counts() const { return counts_; }
  bool weighted() const { return !sums_.empty(); }

  WeightedTally by_weight() const;

  /// By weights when `by_weight`, else of the plain counts. Only a confidence
  /// out of range is a fault.
  Result<Estimate> estimate(const EstimateOptions& options,
                            bool by_weight) const;

 private:
  /// Of the answers whose weight is not 1; there are seldom any.
  struct Sums {
    std::array<std::int64_t, 3> count{};  ///< promoters, passives, detractors
    std::array<ExactSum, 3> weight;
    std::array<ExactSum, 3> square;
    bool whole = true;
  };
  void add_weighted(Segment segment, double weight);

  Counts counts_;
  std::vector<Sums> sums_;  ///< none or one
};

}  // namespace looplet::report
