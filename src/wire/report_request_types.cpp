// The description of what `analyze` is asked.
#include "wire/report_types.h"
#include "wire/statistics_names.h"
#include "wire/survey_types.h"
#include "wire/theme_types.h"

namespace looplet::wire {
namespace {

constexpr auto kWords = string_of();
constexpr auto kMaybeWords = optional_of(kWords);
constexpr auto kColumnName = text_of(1000);
constexpr auto kValue = text_of(1000, Form::blank_ok);
constexpr auto kMaybeRules = optional_of(kThemeRules);

constexpr std::array<names::Name, 4> kAdjustments = {"bonferroni", "holm", "bh",
                                                     "by"};
constexpr auto kAdjustment = name_of<Adjustment>(kAdjustments);

constexpr std::size_t in_analysis(std::size_t inner) {
  return offsetof(AnalyzeRequestOptions, analysis) + inner;
}
constexpr std::size_t in_estimate(std::size_t inner) {
  return in_analysis(offsetof(AnalyzeOptions, estimate)) + inner;
}

constexpr auto kBy = vector_of(kWords, 0, kMostBreakdowns);
constexpr auto kCommentCount = whole_of<std::int64_t>(0, 10000);
constexpr auto kGroupCount = whole_of<std::int64_t>(1, kMostGroupsKept);
constexpr auto kToldColumns =
    map_of<ToldColumn>(kColumnName, Form::any, 0, 100);

constexpr auto kShares =
    map_of<MixGiven::Share>(kNumber, Form::blank_ok, 1, kMostMixParts);
constexpr Field kMixGivenFields[] = {
    LOOPLET_FIELD(MixGiven, by, "by", kWords, "the column of the groups"),
    LOOPLET_FIELD(MixGiven, shares, "shares", kShares,
                  "by group; only their proportions count"),
};
constexpr auto kMixGiven =
    named("PopulationMix", object_of<MixGiven>(kMixGivenFields));
constexpr auto kMaybeMixGiven = optional_of(kMixGiven);

constexpr Field kOptionFields[] = {
    make_field("confidence", kNumber,
               in_estimate(offsetof(EstimateOptions, confidence)),
               Need::optional, "0 to 1; 0.95 if absent"),
    make_field("method", kMethod,
               in_estimate(offsetof(EstimateOptions, method)), Need::optional,
               "of intervals; score if absent"),
    make_field("population", kMaybeCount,
               in_estimate(offsetof(EstimateOptions, population)),
               Need::optional, "how many could have answered"),
    make_field("by", kBy, in_analysis(offsetof(AnalyzeOptions, by)),
               Need::optional, "columns to break the score down by"),
    make_field("adjustment", kAdjustment,
               in_analysis(offsetof(AnalyzeOptions, adjustment)),
               Need::optional, "of the groups' p; holm if absent"),
    make_field("minGroup", kCount,
               in_analysis(offsetof(AnalyzeOptions, min_group)), Need::optional,
               "smaller groups show counts only; 10 if absent"),
    make_field("maxGroups", kGroupCount,
               in_analysis(offsetof(AnalyzeOptions, max_groups)),
               Need::optional, "the largest that are listed; 50 if absent"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, every, "every", kWords,
                     "month, week, quarter, or such as 30-days"),
    make_field("goal", kMaybeNumber,
               in_analysis(offsetof(AnalyzeOptions, goal)), Need::optional,
               "the score that is wanted"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, mix, "mix", kMaybeMixGiven,
                     "how those who could have answered are made up"),
    make_field("readComments", kTruth,
               in_analysis(offsetof(AnalyzeOptions, themes)), Need::optional,
               "for themes and phrases; true if absent"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, themes, "themes", kMaybeRules,
                     "rules of your own, besides the built-in ones"),
    make_field("movement", kTruth,
               in_analysis(offsetof(AnalyzeOptions, movement)), Need::optional,
               "by respondent; true if absent"),
    make_field("countPartial", kTruth,
               in_analysis(offsetof(AnalyzeOptions, count_partial)),
               Need::optional, "take in unfinished answers; false if absent"),
    make_field("comments", kCommentCount,
               in_analysis(offsetof(AnalyzeOptions, comments)), Need::optional,
               "how many to give as they are; 0 if absent"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, columns, "columns", kToldColumns,
                     "heading or number of score, comment, time, id, "
                     "respondent, locale, weight"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, delimiter, "delimiter", kWords,
                     "between cells; found if absent"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, date_order, "dateOrder", kWords,
                     "day first or month first; found if absent"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, keep, "keep", kWords,
                     "of rows with one id: latest, first or all; latest if "
                     "absent"),
    LOOPLET_OPTIONAL(AnalyzeRequestOptions, locale, "locale", kWords,
                     "of comments; found for each if absent"),
};

constexpr auto kScore = whole_of<int>(kLowestScore, kHighestScore);
constexpr auto kComment = text_of(0, Form::blank_ok);
constexpr auto kTime = text_of(40);
constexpr auto kGroupValues =
    map_of<GivenResponse::Group>(kValue, Form::any, 0, 100);
constexpr Field kResponseFields[] = {
    LOOPLET_OPTIONAL(GivenResponse, score, "score", kScore,
                     "absent: gave none"),
    LOOPLET_OPTIONAL(GivenResponse, comment, "comment", kComment, "as written"),
    LOOPLET_OPTIONAL(GivenResponse, id, "id", kValue, "of the answer"),
    LOOPLET_OPTIONAL(GivenResponse, respondent, "respondent", kValue,
                     "of the person, who may answer again"),
    LOOPLET_OPTIONAL(GivenResponse, locale, "locale", kValue, "a language tag"),
    LOOPLET_OPTIONAL(GivenResponse, time, "time", kTime,
                     "a date, or a date and a time of day"),
    LOOPLET_OPTIONAL(GivenResponse, weight, "weight", kNumber, "1 if absent"),
    LOOPLET_OPTIONAL(GivenResponse, groups, "groups", kGroupValues,
                     "values by column, for breakdowns"),
};
constexpr auto kResponse =
    named("GivenResponse", object_of<GivenResponse>(kResponseFields));
constexpr auto kResponses = vector_of(kResponse, 0, kMaxInteger);
constexpr auto kMaybeResponses = optional_of(kResponses);

constexpr Field kRequestFields[] = {
    LOOPLET_OPTIONAL(AnalyzeRequest, csv, "csv", kMaybeWords,
                     "the text of a CSV file"),
    LOOPLET_OPTIONAL(AnalyzeRequest, json, "json", kMaybeWords,
                     "the text of a JSON or JSON Lines file, instead"),
    LOOPLET_OPTIONAL(AnalyzeRequest, responses, "responses", kMaybeResponses,
                     "answers, instead of a file"),
    LOOPLET_OPTIONAL(AnalyzeRequest, options, "options", kAnalyzeOptions,
                     "what is wanted"),
};

constexpr Field kGoalRequestFields[] = {
    LOOPLET_FIELD(GoalRequest, counts, "counts", kCounts,
                  "the eleven scores tell what is cheapest, too"),
    LOOPLET_FIELD(GoalRequest, points, "goal", kNumber,
                  "the score that is wanted, -100 to 100"),
};

}  // namespace

const Typed<GoalRequest> kGoalRequest =
    named("GoalRequest", object_of<GoalRequest>(kGoalRequestFields));
const Typed<AnalyzeRequestOptions> kAnalyzeOptions =
    named("AnalyzeOptions", object_of<AnalyzeRequestOptions>(kOptionFields));
const Typed<AnalyzeRequest> kAnalyzeRequest =
    named("AnalyzeRequest", object_of<AnalyzeRequest>(kRequestFields));

}  // namespace looplet::wire
