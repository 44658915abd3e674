#include "report/shown_groups.h"

#include <algorithm>

namespace looplet::report {
namespace {

/// Those of one part of the batch: the population is that of the whole.
EstimateOptions of_part(const AnalyzeOptions& options) {
  EstimateOptions part = options.estimate;
  part.population.reset();
  return part;
}

Result<Comparison> difference_of(const GroupTally& before,
                                 const GroupTally& after,
                                 const AnalyzeOptions& options,
                                 bool by_weight) {
  const CompareOptions how = {options.estimate.confidence,
                              options.estimate.method};
  return by_weight ? compare(before.by_weight(), after.by_weight(), how)
                   : compare(before.counts(), after.counts(), how);
}

}  // namespace

Breakdown shown_breakdown(const std::string& by, const NameTable& table,
                          const GroupTally& all, const AnalyzeOptions& options,
                          bool by_weight) {
  Breakdown shown;
  shown.by = by;
  shown.adjustment = options.adjustment;
  std::vector<const NameTable::Entry*> entries = table.kept();
  std::sort(entries.begin(), entries.end(),
            [](const NameTable::Entry* a, const NameTable::Entry* b) {
              const std::int64_t na = a->tally.counts().total();
              const std::int64_t nb = b->tally.counts().total();
              return na != nb ? na > nb : a->name < b->name;
            });
  shown.other = table.other_counts();
  shown.other_groups = table.others();
  std::vector<double> p;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const GroupTally& tally = entries[i]->tally;
    if (i >= static_cast<std::size_t>(options.max_groups)) {
      shown.other.merge(tally.counts());
      ++shown.other_groups;
      continue;
    }
    ReportGroup& group = shown.groups.emplace_back();
    group.name = entries[i]->name;
    group.counts = tally.counts();
    if (group.counts.total() < options.min_group) continue;
    if (const auto made = tally.estimate(of_part(options), by_weight)) {
      group.estimate = *made;
    }
    const auto compared =
        difference_of(all.without(tally), tally, options, by_weight);
    if (!compared || !compared->change) continue;
    group.difference = *compared;
    if (compared->p) p.push_back(*compared->p);
  }
  const auto adjusted = adjust_p(p, options.adjustment);
  std::size_t at = 0;
  for (ReportGroup& group : shown.groups) {
    if (!adjusted || !group.difference || !group.difference->p) continue;
    group.p_adjusted = (*adjusted)[at++];
    group.significant = *group.p_adjusted < 1 - options.estimate.confidence;
  }
  return shown;
}

Waves shown_waves(const WaveCounts& counts, const std::vector<ShownWave>& waves,
                  const AnalyzeOptions& options, bool by_weight) {
  Waves shown;
  shown.every = wave_period_name(options.every);
  shown.undated = counts.undated();
  shown.before = counts.before();
  std::vector<double> times;
  std::vector<Counts> answers;
  std::vector<WeightedTally> weighted;
  for (const ShownWave& one : waves) {
    Wave& wave = shown.list.emplace_back();
    wave.name = one.name;
    wave.start = one.start();
    wave.end = one.end();
    wave.t = static_cast<double>(one.key - waves.front().key);
    wave.counts = one.tally.tally.counts();
    if (const auto made =
            one.tally.tally.estimate(of_part(options), by_weight)) {
      wave.estimate = *made;
    }
    if (&one != &waves.front()) {
      const auto change = difference_of((&one - 1)->tally.tally,
                                        one.tally.tally, options, by_weight);
      if (change) wave.change = *change;
    }
    times.push_back(wave.t);
    if (by_weight) {
      weighted.push_back(one.tally.tally.by_weight());
    } else {
      answers.push_back(wave.counts);
    }
  }
  const auto fitted =
      by_weight ? trend(times, weighted) : trend(times, answers);
  if (fitted) shown.trend = *fitted;
  return shown;
}

}  // namespace looplet::report
