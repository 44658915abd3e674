// Everything about a batch of answers, built up row by row.
//
//   ReportBuilder builder(options, tagger);
//   for (const BatchRow& row : rows) builder.add(row);
//   const Report report = builder.finish();
//   report.estimate.nps, report.waves->list.back().counts, report.themes[0]
//
// A builder may be fed in parts: rows split in any way over several builders
// that are then merged, in any order, give the same report to the bit. Memory
// grows with groups, waves and themes, never with rows; what people wrote and
// who they are is kept up to the bounds below, and beyond them as a sample
// that does not depend on the order of the rows either.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/adjust.h"
#include "looplet/batch_row.h"
#include "looplet/compare.h"
#include "looplet/estimate.h"
#include "looplet/impact.h"
#include "looplet/movement.h"
#include "looplet/representation.h"
#include "looplet/result.h"
#include "looplet/score_rows.h"
#include "looplet/themes.h"
#include "looplet/trend.h"

namespace looplet {

constexpr std::size_t kMostBreakdowns = 8;
constexpr std::size_t kMostGroupsKept = 1000;  ///< of one breakdown
constexpr std::size_t kMostWavesKept = 4000;   ///< the latest; days of a window
constexpr std::size_t kMostPeopleKept = 250'000;  ///< of each wave; a sample
constexpr std::size_t kCommentBytesKept = std::size_t{1} << 20;  ///< a segment
constexpr std::size_t kExamplesKept = 3;                         ///< of a theme
constexpr std::int64_t kLongestWindow = 3660;                    ///< days
constexpr double kPlannedMargin = 5;  ///< points either way

/// How answers are put together to waves.
struct WavePeriod {
  enum class Unit : std::uint8_t { none, week, month, quarter, days };
  Unit unit = Unit::none;
  /// For `days`: the waves are windows of so many days that end with the last
  /// day of the batch, the day before those begin, and so on.
  std::int64_t days = 0;
  bool operator==(const WavePeriod&) const = default;
};

/// "month", "week" (ISO 8601, from Monday), "quarter", or "30-days".
std::optional<WavePeriod> wave_period_named(std::string_view name);
std::string wave_period_name(const WavePeriod& period);

struct AnalyzeOptions {
  EstimateOptions estimate;
  std::vector<std::string> by;  ///< names of the columns in BatchRow::groups
  Adjustment adjustment = Adjustment::holm;  ///< over the groups of a breakdown
  std::int64_t min_group = 10;   ///< smaller groups show counts only
  std::int64_t max_groups = 50;  ///< the largest are shown, the rest is "other"
  WavePeriod every;
  std::optional<double> goal;  ///< the score that is wanted
  std::optional<PopulationMix> mix;
  bool themes = true;          ///< read the comments
  bool movement = true;        ///< between the last two waves, by respondent
  bool count_partial = false;  ///< let unfinished answers into the score
  std::int64_t comments = 0;   ///< how many to show as they are, of the sample
};

/// A row that does not count.
struct SetAsideRow {
  std::int64_t line = 0;
  std::string why;  ///< "partial", "preview", "duplicate", ...
  bool operator==(const SetAsideRow&) const = default;
};

/// Rows of the batch; each is one of scored, missing, rejected, or counted
/// apart by its standing.
struct ReportRows {
  std::int64_t read = 0;
  std::int64_t scored = 0;
  std::int64_t missing = 0;
  std::int64_t rejected_count = 0;
  std::vector<RejectedCell> rejected;  ///< the first kMostRejectedKept by line
  std::int64_t duplicates = 0;
  std::int64_t partial = 0;
  std::int64_t preview = 0;
  std::int64_t excluded = 0;
  std::int64_t not_answered = 0;
  std::int64_t other_type = 0;
  std::vector<SetAsideRow> set_aside;  ///< the first; by whoever read the file
  bool operator==(const ReportRows&) const = default;
};

struct ReportGroup {
  std::string name;  ///< as in the file; empty for those without a value
  Counts counts;
  /// Absent below `min_group` answers, as is all below.
  std::optional<Estimate> estimate;
  /// Its score less that of the rest of the batch (never of the whole, which
  /// holds the group itself); by weights where there are some.
  std::optional<Comparison> difference;
  std::optional<double> p_adjusted;
  std::optional<bool> significant;  ///< p_adjusted is below 1 - confidence
  bool operator==(const ReportGroup&) const = default;
};

struct Breakdown {
  std::string by;
  Adjustment adjustment = Adjustment::holm;
  std::vector<ReportGroup> groups;  ///< the largest first, then by name
  /// Answers of the groups that are not listed.
  Counts other;
  std::int64_t other_groups = 0;  ///< how many; above kMostGroupsKept a guess
  bool operator==(const Breakdown&) const = default;
};

struct Wave {
  std::string name;   ///< "2026-05", "2026-W19", "2026-Q2", "2026-05-04"
  std::string start;  ///< first day, "2026-05-01"
  std::string end;    ///< last day
  double t = 0;       ///< periods since the first wave
  Counts counts;
  Estimate estimate;
  /// Against the wave before; absent for the first.
  std::optional<Comparison> change;
  bool operator==(const Wave&) const = default;
};

struct Waves {
  std::string every;
  std::vector<Wave> list;    ///< those with answers, in order of time
  Trend trend;               ///< its t are the waves' t
  std::int64_t undated = 0;  ///< scored rows without a time
  Counts before;             ///< of waves too many to be listed
};

struct MovementReport {
  std::string from;  ///< name of the wave before
  std::string to;
  Transitions transitions{};
  Movement movement;
  bool sampled = false;  ///< more people than are kept: of a sample of them
};

struct SentimentCounts {
  std::int64_t negative = 0;
  std::int64_t neutral = 0;
  std::int64_t positive = 0;
  std::int64_t total() const { return negative + neutral + positive; }
  bool operator==(const SentimentCounts&) const = default;
};

struct ReportComment {
  std::int64_t line = 0;
  int score = 0;
  int sentiment = 0;               ///< -1, 0 or 1, of the whole comment
  std::string text;                ///< at most 1,000 code points
  std::vector<ThemeFound> themes;  ///< what it is about, with its places
};

struct ThemeGains {
  std::optional<double> if_passive;   ///< points
  std::optional<double> if_promoter;  ///< points
};

struct ReportTheme {
  std::string id;
  Counts counts;              ///< answers that mention it
  SentimentCounts sentiment;  ///< of what they say about it
  /// See ThemeImpact for these.
  std::optional<double> impact;
  std::optional<double> gap;
  ThemeGains gains;
  std::optional<double> share_of_detractors;
  std::optional<std::string> nps_without_exact;
  /// Mentions for each answer, the last wave against the one before it.
  std::optional<ThemeChange> change;
  std::optional<double> change_p_adjusted;  ///< Benjamini-Hochberg, all themes
  std::vector<ReportComment> examples;
};

/// A phrase that detractors use more than promoters do, or less.
struct ReportPhrase {
  std::string text;             ///< one to three words, folded
  std::int64_t detractors = 0;  ///< comments of detractors that have it
  std::int64_t promoters = 0;
  /// Log of the odds of a detractor's comment having it over those of a
  /// promoter's, with an informative Dirichlet prior worth kPriorComments
  /// comments (Monroe, Colaresi & Quinn 2008, Political Analysis 16, 372,
  /// eq. 16); above 0 for detractors.
  double log_odds = 0;
  double z = 0;  ///< over its standard error (eq. 20, 22)
  bool operator==(const ReportPhrase&) const = default;
};
constexpr double kPriorComments = 100;

struct ReportPhrases {
  std::int64_t detractor_comments = 0;  ///< that were read for this
  std::int64_t promoter_comments = 0;
  bool sampled = false;  ///< there were more than kCommentBytesKept of them
  std::vector<ReportPhrase> detractors;  ///< the most telling first
  std::vector<ReportPhrase> promoters;
};

/// The mix that raises scores by the fewest points of the 0-10 scale.
struct GoalMix {
  std::int64_t passives_to_promoters = 0;
  std::int64_t detractors_to_passives = 0;
  std::int64_t detractors_to_promoters = 0;
  std::int64_t raised = 0;  ///< points of the scale, all people together
  bool operator==(const GoalMix&) const = default;
};

/// What would bring the score to a goal, if nothing else changed. Absent where
/// it cannot be done that way.
struct Goal {
  double points = 0;
  bool reached = false;
  /// Net promoters that are missing: a passive who becomes a promoter, or a
  /// detractor who becomes a passive, is one; from detractor to promoter two.
  std::int64_t needed = 0;
  std::optional<std::int64_t> promoters_to_win;  ///< more answers of 9 or 10
  std::optional<std::int64_t> passives_to_promoters;
  std::optional<std::int64_t> detractors_to_passives;
  std::optional<std::int64_t> detractors_to_promoters;
  std::optional<GoalMix> cheapest;
  bool operator==(const Goal&) const = default;
};

/// The cheapest and the single ways to `points`, -100 to 100.
Goal solve_goal(const Tally& tally, double points);
/// The single ways: what is cheapest, only the eleven scores tell.
Goal solve_goal(const Counts& counts, double points);

/// How many were asked and came how far. Absent where the file does not tell.
struct ResponseRates {
  std::optional<std::int64_t> sent, delivered, opened, started, completed;
  std::int64_t scored = 0;
  /// scored / delivered (or sent, where that is all that is known), with
  /// Wilson's interval at 95 %; 0 to 1.
  std::optional<double> response_rate, response_low, response_high;
  std::optional<double> completion_rate;  ///< completed / started
  /// Asked and kept silent, and what the score were if all of them were
  /// detractors, or promoters: no interval covers this.
  std::optional<std::int64_t> silent;
  std::optional<double> nps_if_detractors, nps_if_promoters;
};

/// Something a reader of the report should know; the code never changes.
struct ReportNote {
  std::string code;     ///< "small_sample", ...
  std::string message;  ///< a sentence
  bool operator==(const ReportNote&) const = default;
};

/// What was understood of a file; filled in by whoever read it.
struct SourceColumn {
  std::string role;  ///< "score", "comment", "time", "id", "by", ...
  std::string name;
  std::int64_t number = 0;  ///< from 1; 0 where there are no numbers
  std::string found;        ///< "as told", "by its name", "by its content"
};
/// Several columns could have a role, and none was taken for it.
struct SourceChoice {
  std::string role;
  struct Candidate {
    std::int64_t number = 0;
    std::string name;
    std::vector<std::string> samples;  ///< its first filled cells
  };
  std::vector<Candidate> candidates;
};
struct ReportSource {
  std::string format;  ///< the tool it comes from, or "plain"
  std::string kind;    ///< "CSV", "JSON", "JSON Lines"
  std::string encoding;
  std::string delimiter;  ///< empty in JSON
  std::int64_t header_rows = 0;
  std::vector<std::string> headings;  ///< of all columns
  /// JSON: some fields that first come behind the records by which columns
  /// are chosen, and are not read.
  std::vector<std::string> late_fields;
  std::vector<SourceColumn> columns;  ///< those that are used
  std::vector<SourceChoice> choices;  ///< to be told in the options
  std::string date_order;             ///< "day first", "month first"
  std::string date_order_found;       ///< "by its content", "undecided", ...
};

/// What was wrong in a file that could be read all the same.
struct FileFault {
  std::string code;
  std::string where;  ///< "line 14"
  std::string message;
};

struct Report {
  std::optional<ReportSource> source;
  ReportRows rows;
  Estimate estimate;
  /// Without weights, where the rows have some.
  std::optional<Estimate> unweighted;
  std::array<std::int64_t, kHighestScore + 1> distribution{};
  /// Answers needed for kPlannedMargin points either way at this spread, and
  /// how many more that is.
  std::optional<std::int64_t> responses_for_margin, more_for_margin;
  std::optional<Goal> goal;
  ResponseRates rates;
  std::optional<Representation> representation;  ///< where a mix was given
  std::vector<Breakdown> breakdowns;
  std::optional<Waves> waves;
  std::optional<MovementReport> movement;
  std::int64_t commented = 0;  ///< scored rows with a comment
  SentimentCounts sentiment;   ///< of these
  std::string themes_version;  ///< of the rules; empty: no comment was read
  std::vector<ReportTheme> themes;  ///< those mentioned, by |impact|
  std::optional<ReportPhrases> phrases;
  std::vector<ReportComment> comments;
  std::vector<ReportNote> notes;
  std::int64_t fault_count = 0;
  std::vector<FileFault> faults;  ///< the first kMostStoredFaults, by line
};

/// How much of a report is wanted.
enum class Detail : std::uint8_t {
  all,
  quick,  ///< without phrases, comments and examples, while rows come in
};

class ReportBuilder {
 public:
  /// `tagger` outlives the builder; null: the built-in rules.
  explicit ReportBuilder(AnalyzeOptions options,
                         const Tagger* tagger = nullptr);
  ~ReportBuilder();
  ReportBuilder(ReportBuilder&&) noexcept;
  ReportBuilder& operator=(ReportBuilder&&) noexcept;

  void add(const BatchRow& row);

  /// Adds what another builder with the same options and tagger has counted.
  void merge(const ReportBuilder& other);

  /// The report so far; rows may follow. `source` is left to the caller.
  /// Faults stand at /confidence, /population, /goal, /mix.
  Result<Report> finish(Detail detail = Detail::all) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace looplet
