// The answers of the groups of a population's mix.
#pragma once

#include <string_view>
#include <vector>

#include "looplet/representation.h"
#include "report/group_tally.h"

namespace looplet::report {

/// Faults stand at /mix/by (no column of `by`) and /mix/shares/NAME.
void check_mix(const PopulationMix& mix, const std::vector<std::string>& by,
               Faults& faults);

/// Of every group of the mix, however many others the column has.
class MixTally {
 public:
  explicit MixTally(const PopulationMix& mix) : tallies_(mix.parts.size()) {}

  void add(const PopulationMix& mix, std::string_view name, Segment segment,
           double weight);
  void merge(const MixTally& other);

  /// `all` is the report's estimate. The mix and the options are in range.
  Representation representation(const PopulationMix& mix,
                                const EstimateOptions& options,
                                const Estimate& all) const;

 private:
  std::vector<GroupTally> tallies_;  ///< in the order of the mix
  Counts outside_;
  std::size_t last_ = 0;  ///< the group of the row before
};

}  // namespace looplet::report
