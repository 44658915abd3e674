// What the counts of a simulation come to.
#include <algorithm>

#include "looplet/simulate.h"
#include "survey/simulation_plan.h"

namespace looplet {
namespace {

std::optional<double> share_of(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

/// The least number of questions that at least `share` of all were asked no
/// more than: the nearest rank.
std::int64_t quantile(const std::vector<std::int64_t>& counts,
                      std::int64_t total, std::int64_t numerator,
                      std::int64_t denominator) {
  std::int64_t below = 0;
  std::size_t at = 0;
  while (true) {
    below += counts[at];
    if (below * denominator >= total * numerator) break;
    ++at;
  }
  return static_cast<std::int64_t>(at);
}

QuestionsAsked questions_of(std::vector<std::int64_t> counts,
                            std::int64_t total) {
  while (counts.size() > 1 && counts.back() == 0) counts.pop_back();
  QuestionsAsked out;
  if (total > 0) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      sum += counts[i] * static_cast<std::int64_t>(i);
    }
    out.mean = static_cast<double>(sum) / static_cast<double>(total);
    out.median = quantile(counts, total, 1, 2);
    out.p90 = quantile(counts, total, 9, 10);
    out.max = static_cast<std::int64_t>(counts.size()) - 1;
  }
  out.counts = std::move(counts);
  return out;
}

}  // namespace

SimulationReport Simulation::report(const ReportOptions& options) const {
  const SimulationPlan& plan = *plan_;
  const std::size_t count = plan.steps.size();
  std::vector<BySegment> reached = reached_;
  std::vector<BySegment> left = left_;
  std::vector<std::int64_t> asked = asked_;

  // The listed paths, and what all of them add to the steps.
  struct Found {
    std::size_t number;
    std::int64_t count;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    std::int64_t total = 0;
    for (const std::int64_t part : paths_[i]) total += part;
    if (total == 0) continue;
    found.push_back({i, total});
    std::size_t questions = 0;
    std::size_t last = 0;
    for (const std::uint16_t step : plan.order) {
      if ((plan.paths[i] >> step & 1) == 0) continue;
      last = step;
      questions += plan.asks >> step & 1;
      for (std::size_t s = 0; s < 4; ++s) reached[step][s] += paths_[i][s];
    }
    for (std::size_t s = 0; s < 4; ++s) left[last][s] += paths_[i][s];
    asked[questions] += total;
  }
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return a.count != b.count ? a.count > b.count
                              : plan.paths[a.number] < plan.paths[b.number];
  });
  const auto top = static_cast<std::size_t>(std::clamp<std::int64_t>(
      options.top, 0, static_cast<std::int64_t>(kMaxPathsShown)));
  if (found.size() > top) found.resize(top);

  SimulationReport out;
  out.respondents = respondents_;
  out.seed = plan.seed;
  out.starved_below = options.starved_below;
  out.other_paths = respondents_;
  for (const Found& one : found) {
    SimulatedPath path;
    const std::uint64_t set = plan.paths[one.number];
    for (const std::uint16_t step : plan.order) {
      if ((set >> step & 1) != 0) path.steps.push_back(plan.ids[step]);
    }
    path.complete = (set & plan.ends) != 0;
    path.count = one.count;
    path.share = *share_of(one.count, respondents_);
    out.other_paths -= one.count;
    out.paths.push_back(std::move(path));
  }

  BySegment completed{};
  for (std::size_t i = 0; i < count; ++i) {
    SimulatedStep step;
    step.id = plan.ids[i];
    step.by_segment = {reached[i][1], reached[i][2], reached[i][3],
                       reached[i][0]};
    for (const std::int64_t part : reached[i]) step.reached += part;
    step.share = share_of(step.reached, respondents_);
    const bool end = (plan.ends >> i & 1) != 0;
    for (std::size_t s = 0; s < 4; ++s) {
      if (end) {
        completed[s] += left[i][s];
      } else {
        step.left += left[i][s];
      }
    }
    step.left_share = share_of(step.left, step.reached);
    step.starved = step.share && *step.share < options.starved_below;
    if (step.starved) out.starved.push_back(step.id);
    out.steps.push_back(std::move(step));
  }
  out.questions = questions_of(std::move(asked), respondents_);

  // Who came by an end or left is of the segment of the score given till
  // then.
  for (const std::size_t s : {1u, 2u, 3u, 0u}) {
    SegmentCompletion one;
    if (s != 0) one.segment = static_cast<Segment>(s - 1);
    for (std::size_t i = 0; i < count; ++i) one.respondents += left[i][s];
    one.completed = completed[s];
    one.share = share_of(one.completed, one.respondents);
    out.completed += one.completed;
    out.completion.push_back(one);
  }
  out.completed_share = share_of(out.completed, respondents_);
  return out;
}

}  // namespace looplet
