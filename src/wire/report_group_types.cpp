// The descriptions of a report's parts that compare groups of people: by a
// column, over time, and the same people twice.
#include "wire/change_types.h"
#include "wire/report_types.h"
#include "wire/statistics_names.h"
#include "wire/survey_types.h"

namespace looplet::wire {
namespace {

constexpr auto kWords = string_of();
constexpr auto kMaybeTruth = optional_of(kTruth);
constexpr auto kMaybeEstimate = optional_of(kEstimate);
constexpr auto kMaybeComparison = optional_of(kComparison);

// --- by a column

constexpr std::array<names::Name, 4> kAdjustments = {"bonferroni", "holm", "bh",
                                                     "by"};
constexpr auto kAdjustment = name_of<Adjustment>(kAdjustments);
constexpr Field kGroupFields[] = {
    LOOPLET_FIELD(ReportGroup, name, "name", kWords,
                  "as in the file; empty: without a value"),
    LOOPLET_FIELD(ReportGroup, counts, "counts", kSegmentTotals, "its answers"),
    LOOPLET_NULLABLE(ReportGroup, estimate, "estimate", kMaybeEstimate,
                     "null: too few answers, as below"),
    LOOPLET_NULLABLE(ReportGroup, difference, "difference", kMaybeComparison,
                     "its score less that of all others"),
    LOOPLET_NULLABLE(ReportGroup, p_adjusted, "pAdjusted", kMaybeNumber,
                     "p corrected for the number of groups"),
    LOOPLET_NULLABLE(ReportGroup, significant, "significant", kMaybeTruth,
                     "pAdjusted is below 1 less the confidence"),
};
constexpr auto kGroup =
    named("ReportGroup", object_of<ReportGroup>(kGroupFields));
constexpr auto kGroups = vector_of(kGroup, 0, kMaxInteger);
constexpr Field kBreakdownFields[] = {
    LOOPLET_FIELD(Breakdown, by, "by", kWords, "the column"),
    LOOPLET_FIELD(Breakdown, adjustment, "adjustment", kAdjustment,
                  "what the corrected p guarantee"),
    LOOPLET_FIELD(Breakdown, groups, "groups", kGroups, "the largest first"),
    LOOPLET_FIELD(Breakdown, other, "other", kSegmentTotals,
                  "answers of groups that are not listed"),
    LOOPLET_FIELD(Breakdown, other_groups, "otherGroups", kCount,
                  "how many groups those are"),
};

// --- against a known mix

constexpr Field kRepresentedFields[] = {
    LOOPLET_FIELD(RepresentedGroup, name, "name", kWords, "as in the file"),
    LOOPLET_FIELD(RepresentedGroup, counts, "counts", kSegmentTotals,
                  "its answers"),
    LOOPLET_FIELD(RepresentedGroup, population_share, "populationShare",
                  kNumber, "of those who could have answered, 0 to 1"),
    LOOPLET_NULLABLE(RepresentedGroup, answer_share, "answerShare",
                     kMaybeNumber, "of the answers, 0 to 1"),
    LOOPLET_NULLABLE(RepresentedGroup, nps, "nps", kMaybeNumber, "its score"),
};
constexpr auto kRepresented =
    named("RepresentedGroup", object_of<RepresentedGroup>(kRepresentedFields));
constexpr auto kRepresentedList = vector_of(kRepresented, 0, kMaxInteger);
constexpr Field kRepresentationFields[] = {
    LOOPLET_FIELD(Representation, by, "by", kWords, "the column"),
    LOOPLET_FIELD(Representation, groups, "groups", kRepresentedList,
                  "in the order of the mix"),
    LOOPLET_FIELD(Representation, outside, "outside", kSegmentTotals,
                  "answers of other groups, left out here"),
    LOOPLET_FIELD(Representation, covered, "covered", kNumber,
                  "share of the population whose groups have answers"),
    LOOPLET_NULLABLE(Representation, chi_square, "chiSquare", kMaybeNumber,
                     "of the answers against the mix"),
    LOOPLET_FIELD(Representation, df, "df", kCount, "its degrees of freedom"),
    LOOPLET_NULLABLE(Representation, p, "p", kMaybeNumber,
                     "small: they are no random sample of it"),
    LOOPLET_FIELD(Representation, estimate, "estimate", kEstimate,
                  "the score, had they answered in these proportions"),
    LOOPLET_NULLABLE(Representation, moved, "moved", kMaybeNumber,
                     "points from the score of the report"),
};

// --- over time

constexpr Field kWaveFields[] = {
    LOOPLET_FIELD(Wave, name, "name", kWords,
                  "2026-05, 2026-W19, 2026-Q2, or its last day"),
    LOOPLET_FIELD(Wave, start, "start", kWords, "first day"),
    LOOPLET_FIELD(Wave, end, "end", kWords, "last day"),
    LOOPLET_FIELD(Wave, t, "t", kNumber, "periods since the first wave"),
    LOOPLET_FIELD(Wave, counts, "counts", kSegmentTotals, "its answers"),
    LOOPLET_FIELD(Wave, estimate, "estimate", kEstimate, "its score"),
    LOOPLET_NULLABLE(Wave, change, "change", kMaybeComparison,
                     "against the wave before; null for the first"),
};
constexpr auto kWave = named("Wave", object_of<Wave>(kWaveFields));
constexpr auto kWaveList = vector_of(kWave, 0, kMaxInteger);
constexpr Field kWavesFields[] = {
    LOOPLET_FIELD(Waves, every, "every", kWords,
                  "month, week, quarter, or such as 30-days"),
    LOOPLET_FIELD(Waves, list, "list", kWaveList, "those with answers"),
    LOOPLET_FIELD(Waves, trend, "trend", kTrend, "over their t"),
    LOOPLET_FIELD(Waves, undated, "undated", kCount,
                  "scored rows without a time"),
    LOOPLET_FIELD(Waves, before, "before", kSegmentTotals,
                  "of waves too long ago to be listed"),
};

// --- the same people twice

constexpr auto kThree = array_of<3>(kCount);
constexpr auto kTable = array_of<3>(kThree);
constexpr Field kMovementFields[] = {
    LOOPLET_FIELD(MovementReport, from, "from", kWords, "the wave before"),
    LOOPLET_FIELD(MovementReport, to, "to", kWords, "the wave after"),
    LOOPLET_FIELD(
        MovementReport, transitions, "transitions", kTable,
        "rows before, columns after, each detractor, passive, promoter"),
    LOOPLET_FIELD(MovementReport, movement, "movement", kMovement,
                  "what that means"),
    LOOPLET_FIELD(MovementReport, sampled, "sampled", kTruth,
                  "of a sample of the people, there are so many"),
};

}  // namespace

const Typed<Representation> kRepresentation =
    named("Representation", object_of<Representation>(kRepresentationFields));
const Typed<Breakdown> kBreakdown =
    named("Breakdown", object_of<Breakdown>(kBreakdownFields));
const Typed<Waves> kWaves = named("Waves", object_of<Waves>(kWavesFields));
const Typed<MovementReport> kMovementReport =
    named("MovementReport", object_of<MovementReport>(kMovementFields));

}  // namespace looplet::wire
