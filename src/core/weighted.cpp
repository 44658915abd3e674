#include <cstddef>
#include <string>

#include "core/interval.h"
#include "core/limits.h"
#include "core/number_text.h"
#include "looplet/estimate.h"

namespace looplet {
namespace {

bool is_weight(double weight) {
  return weight >= kSmallestWeight && weight <= kLargestWeight;
}

bool is_whole(double weight) {
  // From 2^53 on every double is whole, but their sums are not exact.
  return weight < 9007199254740992.0 &&
         weight == static_cast<double>(static_cast<std::int64_t>(weight));
}

std::size_t place_of(Segment segment) {
  return 2 - static_cast<std::size_t>(segment);
}

}  // namespace

WeightedTally::WeightedTally(const Counts& counts,
                             const std::array<double, 3>& weights,
                             const std::array<double, 3>& squares, bool whole)
    : count_{counts.promoters, counts.passives, counts.detractors},
      whole_(whole) {
  for (std::size_t i = 0; i < 3; ++i) {
    weight_[i].value = weights[i];
    square_[i].value = squares[i];
  }
}

void WeightedTally::Sum::add(double x) {
  // Every term is at least 0: comparing needs no absolute values.
  const double sum = value + x;
  lost += value >= x ? (value - sum) + x : (x - sum) + value;
  value = sum;
}

bool WeightedTally::add(int score, double weight) {
  const std::optional<Segment> segment = segment_of(score);
  if (!segment || !is_weight(weight)) return false;
  const std::size_t place = place_of(*segment);
  ++count_[place];
  weight_[place].add(weight);
  square_[place].add(weight * weight);
  whole_ = whole_ && is_whole(weight);
  return true;
}

void WeightedTally::merge(const WeightedTally& other) {
  for (std::size_t i = 0; i < 3; ++i) {
    count_[i] += other.count_[i];
    weight_[i].add(other.weight_[i].value);
    weight_[i].lost += other.weight_[i].lost;
    square_[i].add(other.square_[i].value);
    square_[i].lost += other.square_[i].lost;
  }
  whole_ = whole_ && other.whole_;
}

Counts WeightedTally::counts() const {
  return {
      .promoters = count_[0], .passives = count_[1], .detractors = count_[2]};
}

std::array<double, 3> WeightedTally::weights() const {
  return {weight_[0].value + weight_[0].lost,
          weight_[1].value + weight_[1].lost,
          weight_[2].value + weight_[2].lost};
}

std::array<double, 3> WeightedTally::squares() const {
  return {square_[0].value + square_[0].lost,
          square_[1].value + square_[1].lost,
          square_[2].value + square_[2].lost};
}

Sample sample_of(const WeightedTally& tally) {
  const std::array<double, 3> weights = tally.weights();
  const std::array<double, 3> squares = tally.squares();
  const double total = weights[0] + weights[1] + weights[2];
  return {total * total / (squares[0] + squares[1] + squares[2]),
          weights[0] / total, weights[1] / total, weights[2] / total};
}

Result<WeightedTally> weigh(std::span<const int> scores,
                            std::span<const double> weights) {
  Faults faults;
  if (scores.size() != weights.size()) {
    faults.push_back(make_fault(
        Code::weights_do_not_match, "/weights",
        {std::to_string(weights.size()), std::to_string(scores.size())}));
  }
  WeightedTally tally;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    check_whole_range(scores[i], kLowestScore, kHighestScore,
                      "/scores/" + std::to_string(i), faults);
    if (i < weights.size()) tally.add(scores[i], weights[i]);
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (is_weight(weights[i])) continue;
    faults.push_back(
        make_fault(Code::not_a_weight, "/weights/" + std::to_string(i),
                   {number_text(weights[i]), number_text(kSmallestWeight),
                    number_text(kLargestWeight)}));
  }
  if (!faults.empty()) return faults;
  return tally;
}

}  // namespace looplet
