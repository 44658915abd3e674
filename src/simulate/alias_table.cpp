#include "simulate/alias_table.h"

namespace looplet {

std::uint64_t threshold_of(double share) {
  const double scaled = share * 4294967296.0;
  const auto whole = static_cast<std::uint64_t>(scaled);
  return scaled - static_cast<double>(whole) >= 0.5 ? whole + 1 : whole;
}

SimulationPlan::Table add_table(SimulationPlan& plan,
                                const std::vector<WeightedOutcome>& spread) {
  std::vector<WeightedOutcome> merged;
  double total = 0;
  for (const WeightedOutcome& one : spread) {
    if (!(one.weight > 0)) continue;
    total += one.weight;
    std::size_t i = 0;
    while (i < merged.size() && !(merged[i].outcome == one.outcome)) ++i;
    if (i == merged.size()) merged.push_back({one.outcome, 0});
    merged[i].weight += one.weight;
  }
  const std::size_t count = merged.size();
  const auto first_outcome = static_cast<std::uint32_t>(plan.outcomes.size());
  SimulationPlan::Table table{static_cast<std::uint32_t>(plan.columns.size()),
                              static_cast<std::uint32_t>(count)};
  std::vector<double> part(count);
  std::vector<std::size_t> small;
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < count; ++i) {
    plan.outcomes.push_back(merged[i].outcome);
    part[i] = merged[i].weight / total * static_cast<double>(count);
    (part[i] < 1 ? small : large).push_back(i);
  }
  plan.columns.resize(table.first + count);
  const auto set = [&](std::size_t column, double share, std::size_t above) {
    plan.columns[table.first + column] = {
        threshold_of(share), first_outcome + static_cast<std::uint32_t>(column),
        first_outcome + static_cast<std::uint32_t>(above)};
  };
  while (!small.empty() && !large.empty()) {
    const std::size_t less = small.back();
    const std::size_t more = large.back();
    small.pop_back();
    set(less, part[less], more);
    part[more] = (part[more] + part[less]) - 1;
    if (part[more] < 1) {
      large.pop_back();
      small.push_back(more);
    }
  }
  // What is left is 1 but for rounding.
  for (const std::size_t column : large) set(column, 1, column);
  for (const std::size_t column : small) set(column, 1, column);
  return table;
}

}  // namespace looplet
