#include "wire/change_types.h"

#include "wire/statistics_names.h"

namespace looplet::wire {
namespace {

constexpr auto kFraction = string_of();
constexpr auto kMaybeFraction = optional_of(kFraction);

// --- trend

constexpr auto kTimes = vector_of(kNumber, 0, kMaxWaves);
constexpr auto kWaves = vector_of(kCounts, 0, kMaxWaves);
constexpr Field kTrendRequestFields[] = {
    LOOPLET_FIELD(TrendRequest, t, "t", kTimes, "a time for each wave"),
    LOOPLET_FIELD(TrendRequest, waves, "waves", kWaves, "their answers"),
};
constexpr auto kScores = vector_of(kMaybeNumber, 0, kMaxWaves);
constexpr Field kTrendFields[] = {
    LOOPLET_FIELD(Trend, nps, "nps", kScores,
                  "of each wave, points; null without answers"),
    LOOPLET_NULLABLE(Trend, slope, "slope", kMaybeNumber,
                     "points for each unit of t, weighted least squares"),
    LOOPLET_NULLABLE(Trend, slope_error, "slopeError", kMaybeNumber,
                     "its standard error"),
    LOOPLET_NULLABLE(Trend, z, "z", kMaybeNumber, "slope over its error"),
    LOOPLET_NULLABLE(Trend, p, "p", kMaybeNumber, "two-sided"),
    LOOPLET_NULLABLE(Trend, intercept, "intercept", kMaybeNumber,
                     "points at t = 0"),
    LOOPLET_NULLABLE(Trend, q, "q", kMaybeNumber,
                     "Cochran's, of no difference between waves"),
    LOOPLET_FIELD(Trend, q_df, "qDf", kCount, "its degrees of freedom"),
    LOOPLET_NULLABLE(Trend, q_p, "qP", kMaybeNumber, "its p"),
    LOOPLET_NULLABLE(Trend, pooled_nps_exact, "pooledNpsExact", kMaybeFraction,
                     "of all answers together, a reduced fraction"),
};

// --- movement

constexpr auto kRow = array_of<3>(kCount);
constexpr auto kTransitions = array_of<3>(kRow);
constexpr Field kMovementRequestFields[] = {
    LOOPLET_FIELD(
        MovementRequest, transitions, "transitions", kTransitions,
        "rows before, columns after, each detractor, passive, promoter"),
};
constexpr Field kMovementFields[] = {
    LOOPLET_FIELD(Movement, n, "n", kCount, "people asked twice"),
    LOOPLET_NULLABLE(Movement, nps_before_exact, "npsBeforeExact",
                     kMaybeFraction, "a reduced fraction"),
    LOOPLET_NULLABLE(Movement, nps_after_exact, "npsAfterExact", kMaybeFraction,
                     "a reduced fraction"),
    LOOPLET_NULLABLE(Movement, change, "change", kMaybeNumber,
                     "points, after less before"),
    LOOPLET_NULLABLE(Movement, standard_error, "standardError", kMaybeNumber,
                     "of the change, points"),
    LOOPLET_NULLABLE(Movement, z, "z", kMaybeNumber, "change over its error"),
    LOOPLET_NULLABLE(Movement, p, "p", kMaybeNumber, "two-sided"),
    LOOPLET_NULLABLE(Movement, stuart_maxwell, "stuartMaxwell", kMaybeNumber,
                     "chi-square of any change of the shares, 2 df"),
    LOOPLET_NULLABLE(Movement, stuart_maxwell_p, "stuartMaxwellP", kMaybeNumber,
                     "its p"),
    LOOPLET_FIELD(Movement, detractors_before, "detractorsBefore", kCount,
                  "gave 0 to 6 the first time"),
    LOOPLET_FIELD(Movement, recovered, "recovered", kCount,
                  "of them, gave 7 or more the second time"),
    LOOPLET_FIELD(Movement, recovered_to_promoter, "recoveredToPromoter",
                  kCount, "of them, gave 9 or 10"),
    LOOPLET_NULLABLE(Movement, recovery_rate, "recoveryRate", kMaybeNumber,
                     "recovered of detractorsBefore, 0 to 1"),
    LOOPLET_NULLABLE(Movement, recovery_low, "recoveryLow", kMaybeNumber,
                     "lower end of its interval (Wilson, 95 %)"),
    LOOPLET_NULLABLE(Movement, recovery_high, "recoveryHigh", kMaybeNumber,
                     "upper end"),
    LOOPLET_NULLABLE(Movement, promoter_loss_rate, "promoterLossRate",
                     kMaybeNumber, "of promoters, those who left, 0 to 1"),
    LOOPLET_FIELD(Movement, improved, "improved", kCount,
                  "moved to a better segment"),
    LOOPLET_FIELD(Movement, worsened, "worsened", kCount, "to a worse one"),
    LOOPLET_FIELD(Movement, unchanged, "unchanged", kCount, "stayed"),
};

// --- themes

constexpr Field kImpactRequestFields[] = {
    LOOPLET_FIELD(ImpactRequest, all, "all", kCounts, "every answer"),
    LOOPLET_FIELD(ImpactRequest, theme, "theme", kCounts,
                  "of them, those that mention the theme"),
};
constexpr Field kImpactFields[] = {
    LOOPLET_NULLABLE(ThemeImpact, impact, "impact", kMaybeNumber,
                     "score of all less score without the theme, points"),
    LOOPLET_NULLABLE(ThemeImpact, gap, "gap", kMaybeNumber,
                     "score of all less score of the theme, points"),
    LOOPLET_NULLABLE(ThemeImpact, gain_if_passive, "gainIfPassive",
                     kMaybeNumber,
                     "points, if the theme's detractors became passives"),
    LOOPLET_NULLABLE(ThemeImpact, gain_if_promoter, "gainIfPromoter",
                     kMaybeNumber, "points, if they became promoters"),
    LOOPLET_NULLABLE(ThemeImpact, share_of_detractors, "shareOfDetractors",
                     kMaybeNumber, "that mention it, 0 to 1"),
    LOOPLET_NULLABLE(ThemeImpact, nps_without_exact, "npsWithoutExact",
                     kMaybeFraction, "a reduced fraction"),
};

constexpr Field kMentionsFields[] = {
    LOOPLET_FIELD(Mentions, mentions, "mentions", kCount,
                  "answers that mention it"),
    LOOPLET_FIELD(Mentions, n, "n", kCount, "answers"),
};
constexpr auto kMentions =
    named("Mentions", object_of<Mentions>(kMentionsFields));
constexpr Field kThemeChangeRequestFields[] = {
    LOOPLET_FIELD(ThemeChangeRequest, before, "before", kMentions,
                  "first wave"),
    LOOPLET_FIELD(ThemeChangeRequest, after, "after", kMentions, "second wave"),
};
constexpr Field kThemeChangeFields[] = {
    LOOPLET_NULLABLE(ThemeChange, difference_points, "differencePoints",
                     kMaybeNumber, "share after less before, points"),
    LOOPLET_NULLABLE(ThemeChange, z, "z", kMaybeNumber, "pooled, by N - 1"),
    LOOPLET_NULLABLE(ThemeChange, p, "p", kMaybeNumber, "two-sided"),
    LOOPLET_NULLABLE(ThemeChange, low, "low", kMaybeNumber,
                     "lower end of the interval (Newcombe, 95 %), points"),
    LOOPLET_NULLABLE(ThemeChange, high, "high", kMaybeNumber, "upper end"),
    LOOPLET_NULLABLE(ThemeChange, fisher_p, "fisherP", kMaybeNumber,
                     "Fisher's exact test, two-sided"),
};

// --- churn

constexpr Field kChurnRequestFields[] = {
    LOOPLET_FIELD(ChurnCounts, detractor_churned, "detractorChurned", kCount,
                  "detractors who left"),
    LOOPLET_FIELD(ChurnCounts, detractor_kept, "detractorKept", kCount,
                  "detractors who stayed"),
    LOOPLET_FIELD(ChurnCounts, other_churned, "otherChurned", kCount,
                  "others who left"),
    LOOPLET_FIELD(ChurnCounts, other_kept, "otherKept", kCount,
                  "others who stayed"),
};
constexpr Field kChurnFields[] = {
    LOOPLET_NULLABLE(Churn, churn_rate_detractors, "churnRateDetractors",
                     kMaybeNumber, "0 to 1"),
    LOOPLET_NULLABLE(Churn, churn_rate_others, "churnRateOthers", kMaybeNumber,
                     "0 to 1"),
    LOOPLET_NULLABLE(Churn, risk_difference_points, "riskDifferencePoints",
                     kMaybeNumber, "detractors less others, points"),
    LOOPLET_NULLABLE(Churn, risk_ratio, "riskRatio", kMaybeNumber,
                     "detractors over others"),
    LOOPLET_NULLABLE(Churn, risk_ratio_low, "riskRatioLow", kMaybeNumber,
                     "lower end of its interval (log, 95 %)"),
    LOOPLET_NULLABLE(Churn, risk_ratio_high, "riskRatioHigh", kMaybeNumber,
                     "upper end"),
    LOOPLET_NULLABLE(Churn, phi, "phi", kMaybeNumber,
                     "correlation of being a detractor and leaving"),
};

}  // namespace

std::vector<Counts> TrendRequest::counts() const {
  std::vector<Counts> all;
  all.reserve(waves.size());
  for (const CountsGiven& wave : waves) all.push_back(wave.total());
  return all;
}

const Typed<TrendRequest> kTrendRequest =
    named("TrendRequest", object_of<TrendRequest>(kTrendRequestFields));
const Typed<Trend> kTrend = named("Trend", object_of<Trend>(kTrendFields));
const Typed<MovementRequest> kMovementRequest = named(
    "MovementRequest", object_of<MovementRequest>(kMovementRequestFields));
const Typed<Movement> kMovement =
    named("Movement", object_of<Movement>(kMovementFields));
const Typed<ImpactRequest> kImpactRequest =
    named("ThemeImpactRequest", object_of<ImpactRequest>(kImpactRequestFields));
const Typed<ThemeImpact> kThemeImpact =
    named("ThemeImpact", object_of<ThemeImpact>(kImpactFields));
const Typed<ThemeChangeRequest> kThemeChangeRequest =
    named("ThemeChangeRequest",
          object_of<ThemeChangeRequest>(kThemeChangeRequestFields));
const Typed<ThemeChange> kThemeChange =
    named("ThemeChange", object_of<ThemeChange>(kThemeChangeFields));
const Typed<ChurnCounts> kChurnRequest =
    named("ChurnRequest", object_of<ChurnCounts>(kChurnRequestFields));
const Typed<Churn> kChurn = named("Churn", object_of<Churn>(kChurnFields));

}  // namespace looplet::wire
