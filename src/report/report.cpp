#include "looplet/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/limits.h"
#include "looplet/plan.h"
#include "report/comment_sample.h"
#include "report/name_table.h"
#include "report/notes.h"
#include "report/people.h"
#include "report/phrases.h"
#include "report/rates.h"
#include "report/rejected.h"
#include "report/represented.h"
#include "report/shown_groups.h"
#include "report/theme_tally.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::size_t kMostSurveys = 100;     // that are told apart
constexpr std::size_t kGroupNameShown = 200;  // code points

}  // namespace

struct ReportBuilder::State {
  State(AnalyzeOptions wanted, const Tagger* own)
      : options(std::move(wanted)),
        surveys(kMostSurveys),
        waves(options.every),
        people(options.every),
        samples{report::CommentSample(kCommentBytesKept),
                report::CommentSample(kCommentBytesKept),
                report::CommentSample(kCommentBytesKept)} {
    if (options.by.size() > kMostBreakdowns) options.by.resize(kMostBreakdowns);
    // Rules take a moment to compile.
    if (options.themes) {
      themes.emplace(own != nullptr ? *own : Tagger::built_in());
    }
    for (std::size_t i = 0; i < options.by.size(); ++i) {
      groups.emplace_back(kMostGroupsKept);
      if (!options.mix || options.mix->by != options.by[i]) continue;
      mix.emplace(*options.mix);
      mix_column = i;
    }
  }

  bool has_waves() const {
    return options.every.unit != WavePeriod::Unit::none;
  }

  bool counts_apart(const BatchRow& row);
  void count(const BatchRow& row);
  void fill_themes(const std::vector<report::ShownWave>& waves_shown,
                   Detail detail, Report& report) const;

  AnalyzeOptions options;
  ReportRows rows;
  Tally tally;
  report::GroupTally all;
  report::RejectedList rejected;
  report::Rates rates;
  std::vector<report::NameTable> groups;
  std::optional<report::MixTally> mix;       ///< of options.mix
  std::size_t mix_column = 0;                ///< among the groups
  std::optional<report::ThemeTally> themes;  ///< if comments are read
  report::NameTable surveys;
  report::WaveCounts waves;
  report::People people;
  /// Of detractors, passives, promoters.
  std::array<report::CommentSample, 3> samples;
  std::int64_t bad_weights = 0;
};

/// True when the row is no answer, or none that counts.
bool ReportBuilder::State::counts_apart(const BatchRow& row) {
  switch (row.standing) {
    case Standing::complete:
      return false;
    case Standing::partial:
      if (options.count_partial) return false;
      ++rows.partial;
      return true;
    case Standing::preview:
      ++rows.preview;
      return true;
    case Standing::excluded:
      ++rows.excluded;
      return true;
    case Standing::not_answered:
      ++rows.not_answered;
      return true;
    case Standing::other_type:
      ++rows.other_type;
      return true;
  }
  return false;
}

/// A row with a score.
void ReportBuilder::State::count(const BatchRow& row) {
  const Segment segment = *segment_of(row.score);
  tally.add(row.score);
  all.add(segment, row.weight);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::string_view name =
        i < row.groups.size() ? row.groups[i] : std::string_view();
    if (name.size() > kGroupNameShown) {
      name = name.substr(0, text::prefix_bytes(name, kGroupNameShown));
    }
    groups[i].add(name, segment, row.weight);
    if (mix && i == mix_column) {
      mix->add(*options.mix, name, segment, row.weight);
    }
  }
  std::uint64_t mentioned = 0;
  if (themes && !row.comment.empty()) {
    mentioned = themes->add(row, segment);
    if (mentioned != 0) samples[static_cast<std::size_t>(segment)].add(row);
  }
  if (!row.survey.empty()) {
    surveys.add(row.survey.substr(0, kGroupNameShown), segment, 1);
  }
  if (!has_waves()) return;
  waves.add(row, segment, mentioned);
  if (options.movement) people.add(row, segment);
}

ReportBuilder::ReportBuilder(AnalyzeOptions options, const Tagger* tagger)
    : state_(std::make_unique<State>(std::move(options), tagger)) {}
ReportBuilder::~ReportBuilder() = default;
ReportBuilder::ReportBuilder(ReportBuilder&&) noexcept = default;
ReportBuilder& ReportBuilder::operator=(ReportBuilder&&) noexcept = default;

void ReportBuilder::add(const BatchRow& row) {
  State& state = *state_;
  ++state.rows.read;
  const bool asked = row.standing == Standing::complete ||
                     row.standing == Standing::partial ||
                     row.standing == Standing::not_answered;
  if (asked) state.rates.add(row);
  if (state.counts_apart(row)) return;
  if (row.disposition == Disposition::missing) {
    ++state.rows.missing;
    return;
  }
  const bool scored =
      row.disposition == Disposition::ok && segment_of(row.score).has_value();
  if (scored && report::is_weight(row.weight)) {
    ++state.rows.scored;
    state.count(row);
    return;
  }
  ++state.rows.rejected_count;
  if (scored) ++state.bad_weights;
  state.rejected.add(row.line, row.raw,
                     scored ? Disposition::unparseable : row.disposition);
}

void ReportBuilder::merge(const ReportBuilder& other) {
  State& state = *state_;
  const State& more = *other.state_;
  for (const auto count :
       {&ReportRows::read, &ReportRows::scored, &ReportRows::missing,
        &ReportRows::rejected_count, &ReportRows::partial, &ReportRows::preview,
        &ReportRows::excluded, &ReportRows::not_answered,
        &ReportRows::other_type}) {
    state.rows.*count += more.rows.*count;
  }
  state.tally.merge(more.tally);
  state.all.merge(more.all);
  state.rejected.merge(more.rejected);
  state.rates.merge(more.rates);
  for (std::size_t i = 0; i < state.groups.size(); ++i) {
    state.groups[i].merge(more.groups[i]);
  }
  if (state.mix && more.mix) state.mix->merge(*more.mix);
  if (state.themes && more.themes) state.themes->merge(*more.themes);
  state.surveys.merge(more.surveys);
  state.waves.merge(more.waves);
  state.people.merge(more.people);
  for (std::size_t i = 0; i < 3; ++i) state.samples[i].merge(more.samples[i]);
  state.bad_weights += more.bad_weights;
}

void ReportBuilder::State::fill_themes(
    const std::vector<report::ShownWave>& waves_shown, Detail detail,
    Report& report) const {
  if (!themes) return;
  report.commented = themes->commented();
  report.sentiment = themes->sentiment();
  if (report.commented == 0) return;
  report.themes_version = kThemesVersion;
  report.themes = themes->themes(all.counts(), waves_shown, detail);
  if (detail == Detail::quick) return;
  report.phrases = report::phrases_of(samples[0], samples[1], samples[2]);
  if (options.comments == 0) return;
  std::vector<const report::KeptComment*> kept;
  for (const report::CommentSample& sample : samples) {
    for (const report::KeptComment* comment : sample.kept()) {
      kept.push_back(comment);
    }
  }
  const auto by_key = [](const auto* a, const auto* b) {
    return a->key != b->key ? a->key < b->key : a->line < b->line;
  };
  std::sort(kept.begin(), kept.end(), by_key);
  const auto most = static_cast<std::size_t>(options.comments);
  if (kept.size() > most) kept.resize(most);
  std::sort(kept.begin(), kept.end(),
            [](const auto* a, const auto* b) { return a->line < b->line; });
  for (const report::KeptComment* one : kept) {
    report.comments.push_back(
        themes->tagged(one->line, one->score, one->text, one->locale));
  }
}

Result<Report> ReportBuilder::finish(Detail detail) const {
  const State& state = *state_;
  const AnalyzeOptions& options = state.options;
  Report report;
  const bool by_weight = state.all.weighted();
  Faults faults;
  if (options.goal) {
    check_range(*options.goal, -100, 100, "/goal", faults);
  }
  if (options.mix) report::check_mix(*options.mix, options.by, faults);
  const auto made = state.all.estimate(options.estimate, by_weight);
  if (!made) {
    for (const Fault& fault : made.faults()) faults.push_back(fault);
  }
  if (!faults.empty()) return faults;
  report.estimate = *made;
  if (by_weight) {
    const auto plain = state.all.estimate(options.estimate, false);
    if (plain) report.unweighted = *plain;
  }
  const Counts counts = state.all.counts();
  report.rows = state.rows;
  report.rows.rejected = state.rejected.first();
  report.distribution = state.tally.count;
  const double variance = report.estimate.variance.value_or(0);
  if (variance > 0) {
    MarginPlan plan{.margin = kPlannedMargin};
    plan.confidence = options.estimate.confidence;
    plan.variance = variance;
    plan.population = options.estimate.population;
    if (const auto size = sample_size(plan)) {
      report.responses_for_margin = size->responses;
      report.more_for_margin =
          std::max<std::int64_t>(0, size->responses - counts.total());
    }
  }
  if (options.goal) report.goal = solve_goal(state.tally, *options.goal);
  report.rates = state.rates.rates(counts);
  if (state.mix) {
    report.representation = state.mix->representation(
        *options.mix, options.estimate, report.estimate);
  }
  for (std::size_t i = 0; i < state.groups.size(); ++i) {
    report.breakdowns.push_back(report::shown_breakdown(
        options.by[i], state.groups[i], state.all, options, by_weight));
  }
  std::vector<report::ShownWave> waves;
  if (state.has_waves()) {
    waves = state.waves.shown();
    report.waves = report::shown_waves(state.waves, waves, options, by_weight);
  }
  if (state.has_waves() && options.movement && detail == Detail::all) {
    if (const auto moves = state.people.moves(state.waves.last_day())) {
      const bool windows = options.every.unit == WavePeriod::Unit::days;
      MovementReport& shown = report.movement.emplace();
      shown.from = report::wave_name(waves, windows ? -1 : moves->before);
      shown.to = report::wave_name(waves, windows ? 0 : moves->after);
      shown.transitions = moves->transitions;
      shown.sampled = moves->sampled;
      if (const auto moved = movement(moves->transitions)) {
        shown.movement = *moved;
      }
    }
  }
  state.fill_themes(waves, detail, report);
  report::NoteFacts facts;
  facts.surveys = static_cast<std::int64_t>(state.surveys.kept().size());
  facts.bad_weights = state.bad_weights;
  facts.comments_sampled = report.phrases && report.phrases->sampled;
  report.notes = report::notes_of(report, facts);
  return report;
}

}  // namespace looplet
