#include "looplet/score.h"

#include <cstddef>

namespace looplet {

std::string_view segment_name(Segment segment) {
  switch (segment) {
    case Segment::detractor:
      return "detractor";
    case Segment::passive:
      return "passive";
    case Segment::promoter:
      return "promoter";
  }
  return {};
}

std::int64_t& Counts::of(Segment segment) {
  switch (segment) {
    case Segment::promoter:
      return promoters;
    case Segment::passive:
      return passives;
    default:
      return detractors;
  }
}

void Counts::merge(const Counts& other) {
  promoters += other.promoters;
  passives += other.passives;
  detractors += other.detractors;
}

void Tally::merge(const Tally& other) {
  for (std::size_t i = 0; i < count.size(); ++i) count[i] += other.count[i];
}

Counts Tally::counts() const {
  Counts result;
  for (int score = kLowestScore; score <= kHighestScore; ++score) {
    result.of(*segment_of(score)) += count[static_cast<std::size_t>(score)];
  }
  return result;
}

}  // namespace looplet
