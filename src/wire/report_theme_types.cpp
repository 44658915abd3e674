// The descriptions of a report's parts about what people wrote.
#include "wire/change_types.h"
#include "wire/report_types.h"
#include "wire/statistics_names.h"
#include "wire/survey_types.h"
#include "wire/theme_types.h"

namespace looplet::wire {
namespace {

constexpr auto kWords = string_of();
constexpr auto kMaybeWords = optional_of(kWords);
constexpr auto kFeeling = whole_of<int>(-1, 1);
constexpr auto kPlainScore = whole_of<int>(kLowestScore, kHighestScore);

constexpr Field kSentimentFields[] = {
    LOOPLET_FIELD(SentimentCounts, negative, "negative", kCount, "comments"),
    LOOPLET_FIELD(SentimentCounts, neutral, "neutral", kCount, "comments"),
    LOOPLET_FIELD(SentimentCounts, positive, "positive", kCount, "comments"),
};

constexpr auto kFoundList = vector_of(kThemeFound, 0, kMaxInteger);
constexpr Field kCommentFields[] = {
    LOOPLET_FIELD(ReportComment, line, "line", kCount, "where its row starts"),
    LOOPLET_FIELD(ReportComment, score, "score", kPlainScore, "of its writer"),
    LOOPLET_FIELD(ReportComment, sentiment, "sentiment", kFeeling,
                  "of the whole comment"),
    LOOPLET_FIELD(ReportComment, text, "text", kWords,
                  "at most 1,000 characters of it"),
    LOOPLET_FIELD(ReportComment, themes, "themes", kFoundList,
                  "what it is about, and the words that told"),
};

constexpr Field kGainsFields[] = {
    LOOPLET_NULLABLE(ThemeGains, if_passive, "ifPassive", kMaybeNumber,
                     "points, if the theme's detractors became passives"),
    LOOPLET_NULLABLE(ThemeGains, if_promoter, "ifPromoter", kMaybeNumber,
                     "points, if they became promoters"),
};
constexpr auto kGains =
    named("ThemeGains", object_of<ThemeGains>(kGainsFields));
constexpr auto kMaybeChange = optional_of(kThemeChange);
constexpr auto kExamples = vector_of(kReportComment, 0, kMaxInteger);
constexpr Field kThemeFields[] = {
    LOOPLET_FIELD(ReportTheme, id, "id", kWords, "of the theme"),
    LOOPLET_FIELD(ReportTheme, counts, "counts", kSegmentTotals,
                  "answers that mention it"),
    LOOPLET_FIELD(ReportTheme, sentiment, "sentiment", kSentimentCounts,
                  "of what they say about it"),
    LOOPLET_NULLABLE(ReportTheme, impact, "impact", kMaybeNumber,
                     "score of all less score without the theme, points"),
    LOOPLET_NULLABLE(ReportTheme, gap, "gap", kMaybeNumber,
                     "score of all less score of the theme, points"),
    LOOPLET_FIELD(ReportTheme, gains, "gains", kGains,
                  "upper bounds of what mending it would bring"),
    LOOPLET_NULLABLE(ReportTheme, share_of_detractors, "shareOfDetractors",
                     kMaybeNumber, "that mention it, 0 to 1"),
    LOOPLET_NULLABLE(ReportTheme, nps_without_exact, "npsWithoutExact",
                     kMaybeWords, "a reduced fraction"),
    LOOPLET_NULLABLE(ReportTheme, change, "change", kMaybeChange,
                     "of its share, the last wave against the one before"),
    LOOPLET_NULLABLE(ReportTheme, change_p_adjusted, "changePAdjusted",
                     kMaybeNumber,
                     "p of that corrected for the number of themes (bh)"),
    LOOPLET_FIELD(ReportTheme, examples, "examples", kExamples,
                  "at most three"),
};

constexpr Field kPhraseFields[] = {
    LOOPLET_FIELD(ReportPhrase, text, "text", kWords, "one to three words"),
    LOOPLET_FIELD(ReportPhrase, detractors, "detractors", kCount,
                  "comments of detractors that have it"),
    LOOPLET_FIELD(ReportPhrase, promoters, "promoters", kCount,
                  "comments of promoters that have it"),
    LOOPLET_FIELD(ReportPhrase, log_odds, "logOdds", kNumber,
                  "above 0: detractors say it more"),
    LOOPLET_FIELD(ReportPhrase, z, "z", kNumber,
                  "the same over its standard error"),
};
constexpr auto kPhrase =
    named("ReportPhrase", object_of<ReportPhrase>(kPhraseFields));
constexpr auto kPhrases = vector_of(kPhrase, 0, kMaxInteger);
constexpr Field kPhrasesFields[] = {
    LOOPLET_FIELD(ReportPhrases, detractor_comments, "detractorComments",
                  kCount, "that were read for this"),
    LOOPLET_FIELD(ReportPhrases, promoter_comments, "promoterComments", kCount,
                  "that were read for this"),
    LOOPLET_FIELD(ReportPhrases, sampled, "sampled", kTruth,
                  "there were more; these are a sample"),
    LOOPLET_FIELD(ReportPhrases, detractors, "detractors", kPhrases,
                  "of detractors, the most telling first"),
    LOOPLET_FIELD(ReportPhrases, promoters, "promoters", kPhrases,
                  "of promoters, the most telling first"),
};

}  // namespace

const Typed<SentimentCounts> kSentimentCounts =
    named("SentimentCounts", object_of<SentimentCounts>(kSentimentFields));
const Typed<ReportComment> kReportComment =
    named("ReportComment", object_of<ReportComment>(kCommentFields));
const Typed<ReportTheme> kReportTheme =
    named("ReportTheme", object_of<ReportTheme>(kThemeFields));
const Typed<ReportPhrases> kReportPhrases =
    named("ReportPhrases", object_of<ReportPhrases>(kPhrasesFields));

}  // namespace looplet::wire
