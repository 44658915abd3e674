// Respondents, one by one: the hot loop.
#include "looplet/simulate.h"

#include <algorithm>
#include <utility>

#include "survey/simulation_plan.h"

namespace looplet {

SimulationPlan::Walked SimulationPlan::walk(std::int64_t n,
                                            std::uint64_t* facts) const {
  SimulationDraws draws(key, n);
  for (std::size_t i = 0; i < slots; ++i) facts[i] = 0;
  for (const FirstFact& first : firsts) {
    facts[first.slot] = draw(first.values, draws.next()).fact;
  }
  Walked walked;
  std::uint16_t step = 0;
  while (true) {
    walked.steps |= std::uint64_t{1} << step;
    const StepTables& tables = steps[step];
    if (tables.end) break;
    const Outcome& outcome = draw(tables.answers, draws.next());
    facts[tables.slot] = outcome.fact;
    facts[theme_slot] |= outcome.themes;
    walked.segment |= outcome.segment;
    std::uint16_t at = outcome.at;
    if (outcome.follows == Outcome::picks) {
      std::uint64_t chance = 0;
      for (std::int64_t pick = 0; pick < kMaxPicks; ++pick) {
        const Outcome& picked = draw(tables.picks, draws.next());
        facts[tables.slot] |= picked.fact;
        facts[theme_slot] |= picked.themes;
        if (tables.more == 0) break;
        chance = draws.next() >> 32;
        if (chance >= tables.more) break;
      }
    } else if (outcome.follows == Outcome::comment) {
      for (std::uint16_t rest = themes_asked; rest != 0;) {
        const auto others = static_cast<std::uint16_t>(rest & (rest - 1));
        if (draws.next() >> 32 < theme_threshold) {
          facts[theme_slot] |= static_cast<std::uint64_t>(rest ^ others);
        }
        rest = others;
      }
      const Table& sentiment = sentiments[walked.segment];
      if (sentiment.columns != 0) {
        facts[sentiment_slot] = draw(sentiment, draws.next()).fact;
      }
    }
    if (at == kLeave) break;
    while (at < Flow::kStep) {
      const Flow::Test& test = tests[at];
      at = (facts[test.slot] & test.mask) == test.value ? test.equal
                                                        : test.unequal;
    }
    step = static_cast<std::uint16_t>(at - Flow::kStep);
  }
  walked.last = step;
  return walked;
}

void SimulationPlan::find_paths() {
  std::vector<std::uint64_t> sets(static_cast<std::size_t>(kPilot));
  Facts facts;
  for (std::int64_t n = 0; n < kPilot; ++n) {
    sets[static_cast<std::size_t>(n)] = walk(n, facts.data()).steps;
  }
  std::sort(sets.begin(), sets.end());
  std::vector<std::pair<std::int64_t, std::uint64_t>> found;  // -count, set
  for (std::size_t from = 0; from < sets.size();) {
    std::size_t to = from + 1;
    while (to < sets.size() && sets[to] == sets[from]) ++to;
    found.emplace_back(
        static_cast<std::int64_t>(from) - static_cast<std::int64_t>(to),
        sets[from]);
    from = to;
  }
  std::sort(found.begin(), found.end());
  if (found.size() > kMaxPaths) found.resize(kMaxPaths);
  std::size_t room = 16;
  while (room < found.size() * 4) room *= 2;
  places.assign(room, 0);
  paths.clear();
  for (const auto& [less, set] : found) {
    std::size_t at = hash(set) & (room - 1);
    while (places[at] != 0) at = (at + 1) & (room - 1);
    paths.push_back(set);
    places[at] = static_cast<std::uint16_t>(paths.size());
  }
}

bool SimulationPlan::same_as(const SimulationPlan& other) const {
  if (tests.size() != other.tests.size()) return false;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const Flow::Test& a = tests[i];
    const Flow::Test& b = other.tests[i];
    if (a.mask != b.mask || a.value != b.value || a.slot != b.slot ||
        a.equal != b.equal || a.unequal != b.unequal) {
      return false;
    }
  }
  return key == other.key && ids == other.ids && outcomes == other.outcomes &&
         columns == other.columns && steps == other.steps &&
         firsts == other.firsts && sentiments == other.sentiments &&
         slots == other.slots && theme_slot == other.theme_slot &&
         sentiment_slot == other.sentiment_slot &&
         themes_asked == other.themes_asked &&
         theme_threshold == other.theme_threshold;
}

Simulation::Simulation(std::shared_ptr<const SimulationPlan> plan,
                       std::int64_t first)
    : plan_(std::move(plan)),
      next_(first),
      paths_(plan_->paths.size()),
      reached_(plan_->steps.size()),
      left_(plan_->steps.size()),
      asked_(plan_->steps.size() + 1) {}

void Simulation::run(std::int64_t count) {
  const SimulationPlan& plan = *plan_;
  Facts facts;
  for (const std::int64_t end = next_ + count; next_ < end; ++next_) {
    const SimulationPlan::Walked walked = plan.walk(next_, facts.data());
    const std::size_t number = plan.path_number(walked.steps);
    if (number != paths_.size()) {
      ++paths_[number][walked.segment];
      continue;
    }
    std::size_t asked = 0;
    for (std::uint64_t rest = walked.steps; rest != 0; rest &= rest - 1) {
      const auto step = static_cast<std::size_t>(__builtin_ctzll(rest));
      ++reached_[step][walked.segment];
      asked += plan.asks >> step & 1;
    }
    ++left_[walked.last][walked.segment];
    ++asked_[asked];
  }
  respondents_ += count;
}

bool Simulation::merge(const Simulation& other) {
  if (plan_ != other.plan_ && !plan_->same_as(*other.plan_)) return false;
  const auto add = [](std::vector<BySegment>& to,
                      const std::vector<BySegment>& from) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      for (std::size_t s = 0; s < to[i].size(); ++s) to[i][s] += from[i][s];
    }
  };
  add(paths_, other.paths_);
  add(reached_, other.reached_);
  add(left_, other.left_);
  for (std::size_t i = 0; i < asked_.size(); ++i) asked_[i] += other.asked_[i];
  respondents_ += other.respondents_;
  return true;
}

}  // namespace looplet
