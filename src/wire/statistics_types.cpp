#include "wire/statistics_types.h"

#include "wire/statistics_names.h"

namespace looplet::wire {
namespace {

constexpr Typed<Fraction> kFraction{Type{Shape::fraction}};
constexpr auto kMaybeFraction = optional_of(kFraction);
constexpr auto kWholePoints = whole_of<int>(-100, 100);
constexpr auto kMaybePoints = optional_of(kWholePoints);
constexpr auto kPercent = whole_of<int>(0, 100);
constexpr auto kThreeShares = array_of<3>(kPercent);
constexpr auto kMaybeShares = optional_of(kThreeShares);
constexpr auto kScoreCounts =
    list_of(kCount, kHighestScore + 1, kHighestScore + 1);

constexpr std::uint8_t kBySegment = only(CountsGiven::By::segment);
constexpr std::uint8_t kByScore = only(CountsGiven::By::score);
constexpr std::size_t counts_offset(std::size_t inside) {
  return offsetof(CountsGiven, counts) + inside;
}
constexpr Field kCountsFields[] = {
    LOOPLET_FIELD(CountsGiven, scores, "scores", kScoreCounts,
                  "how many gave 0, 1, ... 10", kByScore),
    make_field("promoters", kCount, counts_offset(offsetof(Counts, promoters)),
               Need::required, "how many gave 9 or 10", kBySegment),
    make_field("passives", kCount, counts_offset(offsetof(Counts, passives)),
               Need::required, "how many gave 7 or 8", kBySegment),
    make_field("detractors", kCount,
               counts_offset(offsetof(Counts, detractors)), Need::required,
               "how many gave 0 to 6", kBySegment),
};

void finish_counts(void* self, std::uint32_t present) {
  static_cast<CountsGiven*>(self)->by =
      (present & 1) != 0 ? CountsGiven::By::score : CountsGiven::By::segment;
}

constexpr Field kEstimateFields[] = {
    LOOPLET_FIELD(Estimate, n, "n", kCount, "answers"),
    LOOPLET_FIELD(Estimate, promoters, "promoters", kCount, "gave 9 or 10"),
    LOOPLET_FIELD(Estimate, passives, "passives", kCount, "gave 7 or 8"),
    LOOPLET_FIELD(Estimate, detractors, "detractors", kCount, "gave 0 to 6"),
    LOOPLET_NULLABLE(Estimate, nps, "nps", kMaybeNumber,
                     "points, -100 to 100; null without answers"),
    LOOPLET_NULLABLE(Estimate, nps_exact, "npsExact", kMaybeFraction,
                     "the same as a reduced fraction"),
    LOOPLET_NULLABLE(Estimate, rounded, "rounded", kMaybePoints,
                     "whole points, half away from zero"),
    LOOPLET_NULLABLE(Estimate, rounded1, "rounded1", kMaybeNumber,
                     "tenths of a point, half away from zero"),
    LOOPLET_NULLABLE(Estimate, shares, "shares", kMaybeShares,
                     "promoters, passives, detractors in whole percent"),
    LOOPLET_NULLABLE(Estimate, variance, "variance", kMaybeNumber,
                     "of one answer, 0 to 1"),
    LOOPLET_NULLABLE(Estimate, standard_error, "standardError", kMaybeNumber,
                     "points"),
    LOOPLET_NULLABLE(Estimate, low, "low", kMaybeNumber,
                     "lower end of the interval, points"),
    LOOPLET_NULLABLE(Estimate, high, "high", kMaybeNumber,
                     "upper end of the interval, points"),
    LOOPLET_FIELD(Estimate, method, "method", kMethod, "of the interval"),
    LOOPLET_FIELD(Estimate, confidence, "confidence", kNumber, "0 to 1"),
    LOOPLET_FIELD(Estimate, small_sample, "smallSample", kTruth,
                  "fewer than 30 answers"),
#ifndef LOOPLET_SURVEY_ONLY  // which has neither populations nor weights
    LOOPLET_OPTIONAL(Estimate, finite_population_factor,
                     "finitePopulationFactor", kMaybeNumber,
                     "with a population"),
    LOOPLET_OPTIONAL(Estimate, corrected_error, "correctedError", kMaybeNumber,
                     "standard error times that factor"),
    LOOPLET_OPTIONAL(Estimate, effective_n, "effectiveN", kMaybeNumber,
                     "with weights: answers they are worth"),
    LOOPLET_OPTIONAL(Estimate, design_effect, "designEffect", kMaybeNumber,
                     "with weights: n over effectiveN"),
#endif
};

constexpr auto kMaybeCounts = optional_of(kCounts);
constexpr auto kMaybeEstimate = optional_of(kEstimate);
constexpr auto kNewScore = whole_of<int>(kLowestScore, kHighestScore);

constexpr Field kPreviewFields[] = {
    LOOPLET_FIELD(Preview, segment, "segment", kSegment, "of the score"),
    LOOPLET_NULLABLE(Preview, before, "before", kMaybeEstimate,
                     "without this answer; null without a baseline"),
    LOOPLET_FIELD(Preview, after, "after", kEstimate, "with this answer"),
    LOOPLET_NULLABLE(Preview, delta, "delta", kMaybeNumber,
                     "points that this answer adds"),
};

constexpr Field kPreviewRequestFields[] = {
    LOOPLET_OPTIONAL(PreviewRequest, baseline, "baseline", kMaybeCounts,
                     "the answers so far"),
    LOOPLET_FIELD(PreviewRequest, score, "score", kNewScore, "the new answer"),
};

}  // namespace

Counts CountsGiven::total() const {
  if (by != By::score) return counts;
  Counts sum;
  int score = 0;
  for (const std::int64_t count : scores) {
    if (const auto segment = segment_of(score++)) sum.of(*segment) += count;
  }
  return sum;
}

constexpr Typed<CountsGiven> kCounts =
    named("Counts", finished_by(tagged_by(object_of<CountsGiven>(kCountsFields),
                                          -1, offsetof(CountsGiven, by)),
                                finish_counts));
constexpr Typed<Estimate> kEstimate =
    named("Estimate", object_of<Estimate>(kEstimateFields));
constexpr Typed<Preview> kPreview =
    named("Preview", object_of<Preview>(kPreviewFields));
constexpr Typed<PreviewRequest> kPreviewRequest =
    named("PreviewRequest", object_of<PreviewRequest>(kPreviewRequestFields));

}  // namespace looplet::wire
