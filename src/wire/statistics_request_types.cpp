// The descriptions of what calls about statistics ask, and of the answers that
// no survey module needs.
#include "wire/statistics_names.h"
#include "wire/statistics_types.h"

namespace looplet::wire {
namespace {

constexpr std::array<names::Name, 5> kDispositions = {
    "ok", "missing", "out_of_range", "non_integer", "unparseable"};
constexpr auto kDisposition = name_of<Disposition>(kDispositions);
constexpr std::array<names::Name, 4> kAdjustments = {"bonferroni", "holm", "bh",
                                                     "by"};
constexpr auto kAdjustment = name_of<Adjustment>(kAdjustments);
constexpr auto kMaybeCounts = optional_of(kCounts);
constexpr auto kMaybeTruth = optional_of(kTruth);
// What is no score is for the statistics to refuse, with its place.
constexpr auto kAnyScore = whole_of<int>(-1000000000, 1000000000);
constexpr auto kScores = vector_of(kAnyScore, 0, kMaxInteger);
constexpr auto kMaybeScores = optional_of(kScores);
constexpr auto kWeights = vector_of(kNumber, 0, kMaxInteger);
constexpr auto kMaybeWeights = optional_of(kWeights);
constexpr auto kPlainScore = whole_of<int>(kLowestScore, kHighestScore);
constexpr auto kMaybeScore = optional_of(kPlainScore);
constexpr auto kAnyCell = string_of();

constexpr Field kParseFields[] = {
    LOOPLET_FIELD(ParseRequest, raw, "raw", kAnyCell, "text of a cell"),
};
constexpr Field kParsedFields[] = {
    LOOPLET_FIELD(ParsedScore, disposition, "disposition", kDisposition,
                  "what the text says"),
    LOOPLET_NULLABLE(ParsedScore, score, "score", kMaybeScore,
                     "null unless it is ok"),
};

/// A member of a struct that a request holds.
constexpr std::size_t at(std::size_t outer, std::size_t inner) {
  return outer + inner;
}

constexpr std::size_t kInEstimate = offsetof(EstimateRequest, options);
constexpr Field kEstimateFields[] = {
    LOOPLET_OPTIONAL(EstimateRequest, counts, "counts", kMaybeCounts,
                     "by segment or by score"),
    LOOPLET_OPTIONAL(EstimateRequest, scores, "scores", kMaybeScores,
                     "one for each answer, instead of counts"),
    LOOPLET_OPTIONAL(EstimateRequest, weights, "weights", kMaybeWeights,
                     "one for each score"),
    make_field("confidence", kNumber,
               at(kInEstimate, offsetof(EstimateOptions, confidence)),
               Need::optional, "0 to 1; 0.95 if absent"),
    make_field("method", kMethod,
               at(kInEstimate, offsetof(EstimateOptions, method)),
               Need::optional, "of the interval; score if absent"),
    make_field("population", kMaybeCount,
               at(kInEstimate, offsetof(EstimateOptions, population)),
               Need::optional, "how many could have answered"),
};

constexpr std::size_t kInCompare = offsetof(CompareRequest, options);
constexpr Field kCompareFields[] = {
    LOOPLET_FIELD(CompareRequest, before, "before", kCounts, "first group"),
    LOOPLET_FIELD(CompareRequest, after, "after", kCounts, "second group"),
    make_field("confidence", kNumber,
               at(kInCompare, offsetof(CompareOptions, confidence)),
               Need::optional, "0 to 1; 0.95 if absent"),
    make_field("method", kMethod,
               at(kInCompare, offsetof(CompareOptions, method)), Need::optional,
               "of the interval; score if absent"),
};
constexpr Field kComparisonFields[] = {
    LOOPLET_NULLABLE(Comparison, change, "change", kMaybeNumber,
                     "points, after less before"),
    LOOPLET_NULLABLE(Comparison, low, "low", kMaybeNumber,
                     "lower end of its interval"),
    LOOPLET_NULLABLE(Comparison, high, "high", kMaybeNumber,
                     "upper end of its interval"),
    LOOPLET_NULLABLE(Comparison, z, "z", kMaybeNumber,
                     "change over its standard error"),
    LOOPLET_NULLABLE(Comparison, p, "p", kMaybeNumber, "two-sided"),
    LOOPLET_NULLABLE(Comparison, significant, "significant", kMaybeTruth,
                     "p is below 1 less the confidence"),
    LOOPLET_NULLABLE(Comparison, detectable, "detectable", kMaybeNumber,
                     "points that would have been noticed 4 times in 5"),
    LOOPLET_FIELD(Comparison, method, "method", kMethod, "of the interval"),
    LOOPLET_FIELD(Comparison, confidence, "confidence", kNumber, "0 to 1"),
};

constexpr auto kPopulation = optional_of(kCount);
constexpr std::size_t kInMargin = offsetof(SizeRequest, for_margin);
constexpr std::size_t kInChange = offsetof(SizeRequest, for_change);
constexpr Field kSizeFields[] = {
    LOOPLET_OPTIONAL(SizeRequest, margin, "margin", kMaybeNumber,
                     "points either way"),
    LOOPLET_OPTIONAL(SizeRequest, change, "change", kMaybeNumber,
                     "points to be noticed"),
    make_field("confidence", kNumber,
               at(kInMargin, offsetof(MarginPlan, confidence)), Need::optional,
               "0 to 1; 0.95 if absent"),
    make_field("variance", kMaybeNumber,
               at(kInMargin, offsetof(MarginPlan, variance)), Need::optional,
               "of one answer, 0 to 1; for a margin"),
    LOOPLET_OPTIONAL(SizeRequest, pilot, "pilot", kMaybeCounts,
                     "earlier answers, instead of a variance"),
    make_field("population", kPopulation,
               at(kInMargin, offsetof(MarginPlan, population)), Need::optional,
               "how many can be asked; for a margin"),
    make_field("power", kNumber, at(kInChange, offsetof(ChangePlan, power)),
               Need::optional, "0.5 to 1; 0.8 if absent; for a change"),
    make_field("varianceBefore", kNumber,
               at(kInChange, offsetof(ChangePlan, variance_before)),
               Need::optional, "1 if absent; for a change"),
    make_field("varianceAfter", kNumber,
               at(kInChange, offsetof(ChangePlan, variance_after)),
               Need::optional, "1 if absent; for a change"),
    make_field("ratio", kNumber, at(kInChange, offsetof(ChangePlan, ratio)),
               Need::optional, "answers after for each before; 1 if absent"),
};
constexpr Field kMarginSizeFields[] = {
    LOOPLET_FIELD(MarginSize, responses, "responses", kCount, "answers"),
    LOOPLET_OPTIONAL(MarginSize, more, "more", kMaybeCount,
                     "how many more than the pilot's"),
};
constexpr Field kChangeSizeFields[] = {
    LOOPLET_FIELD(ChangeSize, responses_per_group, "responsesPerGroup", kCount,
                  "answers before, and after when the ratio is 1"),
    LOOPLET_FIELD(ChangeSize, responses_after, "responsesAfter", kCount,
                  "answers after"),
};

constexpr Field kGroupFields[] = {
    LOOPLET_FIELD(PlannedGroup, n, "n", kCount, "answers"),
    LOOPLET_OPTIONAL(PlannedGroup, variance, "variance", kNumber,
                     "of one answer, 0 to 1; 1 if absent"),
};
constexpr auto kGroup =
    named("PlannedGroup", object_of<PlannedGroup>(kGroupFields));
constexpr Field kDetectionFields[] = {
    LOOPLET_FIELD(DetectionPlan, before, "before", kGroup, "first group"),
    LOOPLET_FIELD(DetectionPlan, after, "after", kGroup, "second group"),
    LOOPLET_OPTIONAL(DetectionPlan, confidence, "confidence", kNumber,
                     "0 to 1; 0.95 if absent"),
    LOOPLET_OPTIONAL(DetectionPlan, power, "power", kNumber,
                     "0.5 to 1; 0.8 if absent"),
};
constexpr Field kDetectedFields[] = {
    LOOPLET_NULLABLE(Detection, points, "points", kMaybeNumber,
                     "that would be noticed"),
};

constexpr auto kPValues = vector_of(kNumber, 0, kMaxInteger);
constexpr Field kAdjustFields[] = {
    LOOPLET_FIELD(AdjustRequest, p, "p", kPValues, "of the comparisons"),
    LOOPLET_FIELD(AdjustRequest, method, "method", kAdjustment,
                  "what the corrected values guarantee"),
};
constexpr Field kAdjustedFields[] = {
    LOOPLET_FIELD(Adjusted, p, "p", kPValues, "corrected, in the same order"),
};

}  // namespace

const Typed<ParseRequest> kParseRequest =
    named("ParseScoreRequest", object_of<ParseRequest>(kParseFields));
const Typed<ParsedScore> kParsedScore =
    named("ParsedScore", object_of<ParsedScore>(kParsedFields));
const Typed<EstimateRequest> kEstimateRequest =
    named("EstimateRequest", object_of<EstimateRequest>(kEstimateFields));
const Typed<CompareRequest> kCompareRequest =
    named("CompareRequest", object_of<CompareRequest>(kCompareFields));
const Typed<Comparison> kComparison =
    named("Comparison", object_of<Comparison>(kComparisonFields));
const Typed<SizeRequest> kSizeRequest =
    named("SampleSizeRequest", object_of<SizeRequest>(kSizeFields));
const Typed<MarginSize> kMarginSize =
    named("MarginSize", object_of<MarginSize>(kMarginSizeFields));
const Typed<ChangeSize> kChangeSize =
    named("ChangeSize", object_of<ChangeSize>(kChangeSizeFields));
const Typed<DetectionPlan> kDetectionPlan = named(
    "DetectableChangeRequest", object_of<DetectionPlan>(kDetectionFields));
const Typed<Detection> kDetection =
    named("DetectableChange", object_of<Detection>(kDetectedFields));
const Typed<AdjustRequest> kAdjustRequest =
    named("AdjustPRequest", object_of<AdjustRequest>(kAdjustFields));
const Typed<Adjusted> kAdjusted =
    named("AdjustedP", object_of<Adjusted>(kAdjustedFields));

}  // namespace looplet::wire
