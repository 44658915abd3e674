#include "report/group_tally.h"

#include <cmath>

namespace looplet::report {

bool is_weight(double weight) {
  return weight >= kSmallestWeight && weight <= kLargestWeight;
}

void GroupTally::add_weighted(Segment segment, double weight) {
  if (sums_.empty()) sums_.emplace_back();
  Sums& sums = sums_.front();
  const std::size_t place = 2 - static_cast<std::size_t>(segment);
  ++sums.count[place];
  sums.weight[place].add(weight);
  sums.square[place].add(weight * weight);
  // From 2^53 on every double is whole, but their sums are not exact.
  sums.whole =
      sums.whole && weight < 9007199254740992.0 && weight == std::trunc(weight);
}

void GroupTally::merge(const GroupTally& other) {
  counts_.merge(other.counts_);
  if (other.sums_.empty()) return;
  if (sums_.empty()) sums_.emplace_back();
  Sums& sums = sums_.front();
  const Sums& more = other.sums_.front();
  for (std::size_t i = 0; i < 3; ++i) {
    sums.count[i] += more.count[i];
    sums.weight[i].add(more.weight[i]);
    sums.square[i].add(more.square[i]);
  }
  sums.whole = sums.whole && more.whole;
}

GroupTally GroupTally::without(const GroupTally& part) const {
  GroupTally rest = *this;
  rest.counts_.promoters -= part.counts_.promoters;
  rest.counts_.passives -= part.counts_.passives;
  rest.counts_.detractors -= part.counts_.detractors;
  if (part.sums_.empty()) return rest;
  Sums& sums = rest.sums_.front();
  const Sums& less = part.sums_.front();
  for (std::size_t i = 0; i < 3; ++i) {
    sums.count[i] -= less.count[i];
    sums.weight[i].subtract(less.weight[i]);
    sums.square[i].subtract(less.square[i]);
  }
  return rest;
}

WeightedTally GroupTally::by_weight() const {
  std::array<double, 3> weights{};
  std::array<double, 3> squares{};
  const std::array<std::int64_t, 3> all = {counts_.promoters, counts_.passives,
                                           counts_.detractors};
  bool whole = true;
  for (std::size_t i = 0; i < 3; ++i) {
    Sums none;
    Sums sums = sums_.empty() ? none : sums_.front();
    // Each of the others has weight 1.
    const auto ones = static_cast<double>(all[i] - sums.count[i]);
    sums.weight[i].add(ones);
    sums.square[i].add(ones);
    weights[i] = sums.weight[i].value();
    squares[i] = sums.square[i].value();
    whole = whole && sums.whole;
  }
  return WeightedTally(counts_, weights, squares, whole);
}

Result<Estimate> GroupTally::estimate(const EstimateOptions& options,
                                      bool by_weight) const {
  return by_weight ? looplet::estimate(this->by_weight(), options)
                   : looplet::estimate(counts_, options);
}

}  // namespace looplet::report
