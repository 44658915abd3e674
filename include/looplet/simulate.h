// Made-up respondents sent through a survey: which ways they take, how far
// they come, and which steps hardly anybody sees.
//
//   Result<Simulation> simulation = simulate(survey, {.seed = 7});
//   simulation->run(1'000'000);
//   SimulationReport report = simulation->report();
//
// Respondent n of a seed draws the same numbers whoever runs it: one run, many
// runs in a row, and parts that are run elsewhere and merged give the same
// report, natively and in WebAssembly.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/flow.h"
#include "looplet/result.h"

namespace looplet {

/// How much of one thing there is among others; only the ratio counts.
struct Weight {
  std::string_view name;
  double weight = 0;
  bool operator==(const Weight&) const = default;
};

/// How the values of a trait are spread.
struct TraitMix {
  std::string_view trait;
  List<Weight> values;
  bool operator==(const TraitMix&) const = default;
};

/// Spreads of the answers 0 to 10. They are conventions for trying a survey
/// out, not measurements: NPS 30, 63, -40, and each score alike.
enum class MixPreset : std::uint8_t { typical, happy, unhappy, even };

/// How one step is answered; what is absent is as for every step.
struct StepHabits {
  std::optional<double> drop_off;
  std::optional<double> skip;  ///< only where it may be skipped
  List<double> points;         ///< nps, rating: a weight for each answer
  List<Weight> options;        ///< choice, by id; "other": words of one's own
  std::optional<double> more;  ///< choice of many
  std::optional<double> yes;   ///< consent
  bool operator==(const StepHabits&) const = default;
};
struct StepMix {
  std::string_view step;
  StepHabits habits;
  bool operator==(const StepMix&) const = default;
};

/// Who the respondents are and how they answer. Shares are from 0 to 1.
struct Mix {
  MixPreset preset = MixPreset::typical;
  List<double> scores;         ///< weights of 0 to 10, instead of the preset's
  double drop_off = 0.03;      ///< leave at a step instead of answering it
  double skip = 0.3;           ///< skip a question that may be skipped
  double text_answered = 0.4;  ///< write, where a text may be skipped
  double contact_given = 0.2;  ///< give a contact, where it may be skipped
  double yes = 0.5;            ///< say yes to a consent
  double other = 0.1;          ///< choose "other", where there is one
  double more = 0.3;   ///< of many: choose one more, after each, to five
  double theme = 0.1;  ///< a comment is about a theme that a condition names
  /// How comments sound, by segment: weights of -1, 0 and 1. Without a score
  /// a comment sounds like a passive's.
  std::array<std::array<double, 3>, 3> sentiment{
      {{0.7, 0.2, 0.1}, {0.3, 0.4, 0.3}, {0.1, 0.2, 0.7}}};
  List<TraitMix> traits;  ///< of others: every value alike
  List<Weight> locales;   ///< none: every language of the survey alike
  List<StepMix> steps;
  bool operator==(const Mix&) const = default;
};

struct SimulateOptions {
  std::int64_t seed = 0;
  Mix mix;
  std::int64_t first = 0;  ///< number of the first respondent
};

constexpr std::int64_t kMaxRespondents = 100'000'000;
constexpr std::int64_t kMaxPicks = 5;  ///< options that one answer draws
constexpr std::int64_t kMaxPathsShown = 1000;
constexpr double kDefaultStarvedBelow = 0.001;

struct ReportOptions {
  std::int64_t top = 20;  ///< paths to list, the most frequent first
  double starved_below = kDefaultStarvedBelow;  ///< share of all respondents
};

/// One way through the survey, or as far as some came.
struct SimulatedPath {
  std::vector<std::string> steps;
  bool complete = false;  ///< it ends at an end
  std::int64_t count = 0;
  double share = 0;
};

/// Counts of respondents by the segment of the score they gave.
struct SegmentCounts {
  std::int64_t detractor = 0;
  std::int64_t passive = 0;
  std::int64_t promoter = 0;
  std::int64_t none = 0;  ///< who gave no score
};

struct SimulatedStep {
  std::string id;
  std::int64_t reached = 0;
  std::optional<double> share;       ///< of all respondents
  SegmentCounts by_segment;          ///< of those who reached it
  std::int64_t left = 0;             ///< who reached it and came no further
  std::optional<double> left_share;  ///< of those who reached it
  bool starved = false;
};

struct SegmentCompletion {
  std::optional<Segment> segment;  ///< nothing: gave no score
  std::int64_t respondents = 0;
  std::int64_t completed = 0;
  std::optional<double> share;
};

/// How many questions a respondent was asked: steps reached that want an
/// answer, whether they got one or not. Quantiles are nearest rank.
struct QuestionsAsked {
  std::optional<double> mean;
  std::optional<std::int64_t> median;
  std::optional<std::int64_t> p90;
  std::optional<std::int64_t> max;
  std::vector<std::int64_t> counts;  ///< of respondents, by questions
};

struct SimulationReport {
  std::int64_t respondents = 0;
  std::int64_t seed = 0;
  std::int64_t completed = 0;
  std::optional<double> completed_share;
  std::vector<SimulatedPath> paths;
  std::int64_t other_paths = 0;  ///< respondents on paths that are not listed
  QuestionsAsked questions;
  std::vector<SimulatedStep> steps;  ///< in the survey's order
  std::vector<SegmentCompletion> completion;
  std::vector<std::string> starved;  ///< steps with less than the bound
  double starved_below = kDefaultStarvedBelow;
};

struct SimulationPlan;  ///< a survey and a mix as tables of numbers

/// The counts of a run. Memory is bounded by the survey, whatever the number
/// of respondents: paths are counted one by one when they are among the 4,096
/// most frequent of the first 65,536 respondents of the seed; of all others
/// the steps are counted.
class Simulation {
 public:
  explicit Simulation(std::shared_ptr<const SimulationPlan> plan,
                      std::int64_t first = 0);

  /// Goes on with the next `count` respondents.
  void run(std::int64_t count);

  /// The same plan without a count, beginning at respondent number `first`: a
  /// part to be run elsewhere and merged.
  Simulation part(std::int64_t first) const { return Simulation(plan_, first); }

  /// Adds the counts of other respondents of the same survey, mix and seed;
  /// false, and nothing added, when `other` is of another.
  bool merge(const Simulation& other);

  std::int64_t respondents() const { return respondents_; }

  SimulationReport report(const ReportOptions& options = {}) const;

 private:
  /// By segment: none, then as in Segment.
  using BySegment = std::array<std::int64_t, 4>;

  std::shared_ptr<const SimulationPlan> plan_;
  std::int64_t next_ = 0;
  std::int64_t respondents_ = 0;
  std::vector<BySegment> paths_;  ///< in the order of the plan's
  // Of the paths that are not the plan's:
  std::vector<BySegment> reached_;   ///< by step
  std::vector<BySegment> left_;      ///< by last step
  std::vector<std::int64_t> asked_;  ///< by number of questions
};

/// Makes a survey and a mix ready to run. Faults stand at places within the
/// mix: shares out of range, weights that are negative or all zero, steps,
/// options, traits and languages that the survey has not.
Result<Simulation> simulate(const CompiledSurvey& survey,
                            const SimulateOptions& options = {});

}  // namespace looplet
