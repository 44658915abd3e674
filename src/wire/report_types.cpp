// The description of a report as a whole; its larger parts are described in
// report_group_types.cpp and report_theme_types.cpp.
#include "wire/report_types.h"

#include "wire/statistics_names.h"
#include "wire/statistics_types.h"
#include "wire/survey_types.h"

namespace looplet::wire {
namespace {

constexpr auto kWords = string_of();

// --- what was read

constexpr std::array<names::Name, 5> kDispositions = {
    "ok", "missing", "out_of_range", "non_integer", "unparseable"};
constexpr auto kDisposition = name_of<Disposition>(kDispositions);
constexpr Field kRejectedFields[] = {
    LOOPLET_FIELD(RejectedCell, line, "line", kCount,
                  "where the row starts, from 1"),
    LOOPLET_FIELD(RejectedCell, raw, "raw", kWords, "the cell, shortened"),
    LOOPLET_FIELD(RejectedCell, disposition, "disposition", kDisposition,
                  "why it is no score"),
};
constexpr auto kRejected =
    named("RejectedCell", object_of<RejectedCell>(kRejectedFields));
constexpr auto kRejectedList = vector_of(kRejected, 0, kMaxInteger);

constexpr Field kSetAsideFields[] = {
    LOOPLET_FIELD(SetAsideRow, line, "line", kCount, "where the row starts"),
    LOOPLET_FIELD(SetAsideRow, why, "why", kWords,
                  "partial, preview, excluded, notAnswered, otherType or "
                  "duplicate"),
};
constexpr auto kSetAside =
    named("SetAsideRow", object_of<SetAsideRow>(kSetAsideFields));
constexpr auto kSetAsideList = vector_of(kSetAside, 0, kMaxInteger);

constexpr Field kRowsFields[] = {
    LOOPLET_FIELD(ReportRows, read, "read", kCount,
                  "all rows; each is one of the following"),
    LOOPLET_FIELD(ReportRows, scored, "scored", kCount, "in the score"),
    LOOPLET_FIELD(ReportRows, missing, "missing", kCount,
                  "blank, or said to be no answer"),
    LOOPLET_FIELD(ReportRows, rejected_count, "rejectedCount", kCount,
                  "neither a score nor missing"),
    LOOPLET_FIELD(ReportRows, duplicates, "duplicates", kCount,
                  "the same answer or person again"),
    LOOPLET_FIELD(ReportRows, partial, "partial", kCount,
                  "begun and not sent off"),
    LOOPLET_FIELD(ReportRows, preview, "preview", kCount,
                  "tests by the makers"),
    LOOPLET_FIELD(ReportRows, excluded, "excluded", kCount,
                  "taken out in the tool they come from"),
    LOOPLET_FIELD(ReportRows, not_answered, "notAnswered", kCount,
                  "asked, and kept silent"),
    LOOPLET_FIELD(ReportRows, other_type, "otherType", kCount,
                  "of another kind of survey in the same file"),
    LOOPLET_FIELD(ReportRows, rejected, "rejected", kRejectedList,
                  "the first thousand of them, by line"),
    LOOPLET_FIELD(ReportRows, set_aside, "setAside", kSetAsideList,
                  "the first thousand that do not count"),
};
constexpr auto kRows = named("ReportRows", object_of<ReportRows>(kRowsFields));

// --- the score

constexpr auto kMaybeSource = optional_of(kReportSource);
constexpr auto kMaybeEstimate = optional_of(kEstimate);
constexpr auto kDistribution = array_of<kHighestScore + 1>(kCount);

constexpr Field kMixFields[] = {
    LOOPLET_FIELD(GoalMix, passives_to_promoters, "passivesToPromoters", kCount,
                  "people"),
    LOOPLET_FIELD(GoalMix, detractors_to_passives, "detractorsToPassives",
                  kCount, "people"),
    LOOPLET_FIELD(GoalMix, detractors_to_promoters, "detractorsToPromoters",
                  kCount, "people"),
    LOOPLET_FIELD(GoalMix, raised, "raised", kCount,
                  "points of the 0-10 scale that all of them rise by"),
};
constexpr auto kGoalMix = named("GoalMix", object_of<GoalMix>(kMixFields));
constexpr auto kMaybeMix = optional_of(kGoalMix);
constexpr Field kGoalFields[] = {
    LOOPLET_FIELD(Goal, points, "points", kNumber, "the score that is wanted"),
    LOOPLET_FIELD(Goal, reached, "reached", kTruth, "it is there already"),
    LOOPLET_FIELD(Goal, needed, "needed", kCount,
                  "net promoters that are missing"),
    LOOPLET_NULLABLE(Goal, promoters_to_win, "promotersToWin", kMaybeCount,
                     "more answers of 9 or 10; null: no number would do"),
    LOOPLET_NULLABLE(Goal, passives_to_promoters, "passivesToPromoters",
                     kMaybeCount, "alone; null: there are too few"),
    LOOPLET_NULLABLE(Goal, detractors_to_passives, "detractorsToPassives",
                     kMaybeCount, "alone; null: there are too few"),
    LOOPLET_NULLABLE(Goal, detractors_to_promoters, "detractorsToPromoters",
                     kMaybeCount, "alone; null: there are too few"),
    LOOPLET_NULLABLE(Goal, cheapest, "cheapest", kMaybeMix,
                     "the mix that raises scores by the fewest points"),
};
constexpr auto kGoalType = named("Goal", object_of<Goal>(kGoalFields));
constexpr auto kMaybeGoal = optional_of(kGoalType);

constexpr Field kRatesFields[] = {
    LOOPLET_NULLABLE(ResponseRates, sent, "sent", kMaybeCount, "invitations"),
    LOOPLET_NULLABLE(ResponseRates, delivered, "delivered", kMaybeCount,
                     "of them"),
    LOOPLET_NULLABLE(ResponseRates, opened, "opened", kMaybeCount, "of them"),
    LOOPLET_NULLABLE(ResponseRates, started, "started", kMaybeCount, "of them"),
    LOOPLET_NULLABLE(ResponseRates, completed, "completed", kMaybeCount,
                     "of them"),
    LOOPLET_FIELD(ResponseRates, scored, "scored", kCount, "in the score"),
    LOOPLET_NULLABLE(ResponseRates, response_rate, "responseRate", kMaybeNumber,
                     "scored of delivered, or sent; 0 to 1"),
    LOOPLET_NULLABLE(ResponseRates, response_low, "responseLow", kMaybeNumber,
                     "lower end of its interval (Wilson, 95 %)"),
    LOOPLET_NULLABLE(ResponseRates, response_high, "responseHigh", kMaybeNumber,
                     "upper end"),
    LOOPLET_NULLABLE(ResponseRates, completion_rate, "completionRate",
                     kMaybeNumber, "completed of started, 0 to 1"),
    LOOPLET_NULLABLE(ResponseRates, silent, "silent", kMaybeCount,
                     "asked and not in the score"),
    LOOPLET_NULLABLE(ResponseRates, nps_if_detractors, "npsIfDetractors",
                     kMaybeNumber, "if all who kept silent were detractors"),
    LOOPLET_NULLABLE(ResponseRates, nps_if_promoters, "npsIfPromoters",
                     kMaybeNumber, "if all of them were promoters"),
};
constexpr auto kRates =
    named("ResponseRates", object_of<ResponseRates>(kRatesFields));

constexpr Field kNoteFields[] = {
    LOOPLET_FIELD(ReportNote, code, "code", kWords, "never renamed"),
    LOOPLET_FIELD(ReportNote, message, "message", kWords, "a sentence"),
};
constexpr auto kNote = named("ReportNote", object_of<ReportNote>(kNoteFields));
constexpr auto kNotes = vector_of(kNote, 0, kMaxInteger);

constexpr Field kFaultFields[] = {
    LOOPLET_FIELD(FileFault, code, "code", kWords, "never renamed"),
    LOOPLET_FIELD(FileFault, where, "where", kWords, "line 14"),
    LOOPLET_FIELD(FileFault, message, "message", kWords, "a sentence"),
};
constexpr auto kFault = named("FileFault", object_of<FileFault>(kFaultFields));
constexpr auto kFaults = vector_of(kFault, 0, kMaxInteger);

// --- all of it

constexpr auto kBreakdowns = vector_of(kBreakdown, 0, kMaxInteger);
constexpr auto kMaybeRepresentation = optional_of(kRepresentation);
constexpr auto kMaybeWaves = optional_of(kWaves);
constexpr auto kMaybeMovement = optional_of(kMovementReport);
constexpr auto kThemes = vector_of(kReportTheme, 0, kMaxInteger);
constexpr auto kMaybePhrases = optional_of(kReportPhrases);
constexpr auto kComments = vector_of(kReportComment, 0, kMaxInteger);

constexpr Field kReportFields[] = {
    LOOPLET_OPTIONAL(Report, source, "source", kMaybeSource,
                     "what was understood of the file"),
    LOOPLET_FIELD(Report, rows, "rows", kRows, "what became of each row"),
    LOOPLET_FIELD(Report, estimate, "estimate", kEstimate, "the score"),
    LOOPLET_OPTIONAL(Report, unweighted, "unweighted", kMaybeEstimate,
                     "the same without weights, where there are any"),
    LOOPLET_FIELD(Report, distribution, "distribution", kDistribution,
                  "how many gave 0, 1, ... 10"),
    LOOPLET_NULLABLE(Report, responses_for_margin, "responsesForMargin",
                     kMaybeCount, "answers for 5 points either way"),
    LOOPLET_NULLABLE(Report, more_for_margin, "moreForMargin", kMaybeCount,
                     "how many more than now"),
    LOOPLET_OPTIONAL(Report, goal, "goal", kMaybeGoal,
                     "what would bring the score there"),
    LOOPLET_FIELD(Report, rates, "rates", kRates, "who was asked and answered"),
    LOOPLET_OPTIONAL(Report, representation, "representation",
                     kMaybeRepresentation,
                     "those who answered against a known mix"),
    LOOPLET_FIELD(Report, breakdowns, "breakdowns", kBreakdowns,
                  "one for each column that was asked for"),
    LOOPLET_OPTIONAL(Report, waves, "waves", kMaybeWaves, "over time"),
    LOOPLET_OPTIONAL(Report, movement, "movement", kMaybeMovement,
                     "the same people in the last two waves"),
    LOOPLET_FIELD(Report, commented, "commented", kCount,
                  "scored rows with a comment"),
    LOOPLET_FIELD(Report, sentiment, "sentiment", kSentimentCounts,
                  "of the comments"),
    LOOPLET_FIELD(Report, themes_version, "themesVersion", kWords,
                  "of the rules; empty when no comment was read"),
    LOOPLET_FIELD(Report, themes, "themes", kThemes,
                  "what people write about, the largest impact first"),
    LOOPLET_OPTIONAL(Report, phrases, "phrases", kMaybePhrases,
                     "what detractors say and promoters do not"),
    LOOPLET_FIELD(Report, comments, "comments", kComments,
                  "as many as were asked for"),
    LOOPLET_FIELD(Report, notes, "notes", kNotes,
                  "what a reader should know before believing it"),
    LOOPLET_FIELD(Report, fault_count, "faultCount", kCount,
                  "what was wrong in the file"),
    LOOPLET_FIELD(Report, faults, "faults", kFaults,
                  "the first thousand of them, by line"),
};

constexpr Field kTotalFields[] = {
    LOOPLET_FIELD(Counts, promoters, "promoters", kCount, "gave 9 or 10"),
    LOOPLET_FIELD(Counts, passives, "passives", kCount, "gave 7 or 8"),
    LOOPLET_FIELD(Counts, detractors, "detractors", kCount, "gave 0 to 6"),
};

}  // namespace

const Typed<Counts> kSegmentTotals =
    named("SegmentTotals", object_of<Counts>(kTotalFields));
const Typed<Goal> kGoal = kGoalType;
const Typed<Report> kReport = named("Report", object_of<Report>(kReportFields));

}  // namespace looplet::wire
