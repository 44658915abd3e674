// What would bring a score to a goal.
#include <algorithm>
#include <cmath>

#include "looplet/report.h"

namespace looplet {
namespace {

constexpr int kLowestPassive = 7;
constexpr int kLowestPromoter = 9;

/// 100 (net + more) / (n + extra) >= points, in whole numbers and one product.
bool enough(std::int64_t net, std::int64_t n, double points) {
  return 100 * static_cast<double>(net) >= points * static_cast<double>(n);
}

/// The least x >= 0 with reached(x), which once true stays so; `guess` is near.
template <class Reached>
std::int64_t least(double guess, Reached&& reached) {
  auto x = static_cast<std::int64_t>(std::max(0.0, std::ceil(guess)));
  while (!reached(x)) ++x;
  while (x > 0 && reached(x - 1)) --x;
  return x;
}

/// The fewest points of the scale that give `needed` net promoters.
///
/// An 8 becomes a promoter for 1 point and a 7 for 2. A detractor becomes a
/// passive for 7 less the score, and then a promoter for 2 more. So one takes
/// what costs 1; then what costs 2 (a 6 or 5 a second time, a 7); then
/// detractors from 4 down, each as far as needed.
GoalMix cheapest_mix(const Tally& tally, std::int64_t needed) {
  GoalMix mix;
  const auto of = [&tally](int score) {
    return tally.count[static_cast<std::size_t>(score)];
  };
  const auto take = [&needed](std::int64_t most) {
    const std::int64_t taken = std::min(needed, most);
    needed -= taken;
    return taken;
  };
  const auto lift_passives = [&](int score) {
    const std::int64_t taken = take(of(score));
    mix.passives_to_promoters += taken;
    mix.raised += taken * (kLowestPromoter - score);
  };
  std::int64_t to_passive = 0;
  std::int64_t to_promoter = 0;
  const auto first_step = [&](int score, std::int64_t most) {
    const std::int64_t taken = take(most);
    to_passive += taken;
    mix.raised += taken * (kLowestPassive - score);
    return taken;
  };
  const auto second_step = [&](std::int64_t most) {
    const std::int64_t taken = take(most);
    to_passive -= taken;
    to_promoter += taken;
    mix.raised += taken * (kLowestPromoter - kLowestPassive);
  };
  lift_passives(8);
  std::int64_t risen = first_step(6, of(6));
  lift_passives(7);
  second_step(risen);
  risen = first_step(5, of(5));
  second_step(risen);
  for (int score = 4; score >= kLowestScore && needed > 0; --score) {
    // Two steps of one person cost less than the first steps of two.
    risen = first_step(score, std::min(of(score), (needed + 1) / 2));
    second_step(risen);
  }
  mix.detractors_to_passives = to_passive;
  mix.detractors_to_promoters = to_promoter;
  return mix;
}

}  // namespace

Goal solve_goal(const Counts& counts, double points) {
  Goal goal;
  goal.points = points;
  const std::int64_t n = counts.total();
  const std::int64_t net = counts.promoters - counts.detractors;
  if (n == 0) return goal;
  goal.reached = enough(net, n, points);
  const double missing =
      points * static_cast<double>(n) / 100 - static_cast<double>(net);
  goal.needed = least(
      missing, [&](std::int64_t x) { return enough(net + x, n, points); });
  const std::int64_t k = goal.needed;
  const double to_win = missing / (1 - points / 100);
  if (goal.reached) {
    goal.promoters_to_win = 0;
  } else if (points < 100 && to_win < static_cast<double>(kLargestCount)) {
    goal.promoters_to_win = least(
        to_win, [&](std::int64_t x) { return enough(net + x, n + x, points); });
  }
  if (k <= counts.passives) goal.passives_to_promoters = k;
  if (k <= counts.detractors) goal.detractors_to_passives = k;
  if (k <= 2 * counts.detractors) goal.detractors_to_promoters = (k + 1) / 2;
  return goal;
}

Goal solve_goal(const Tally& tally, double points) {
  const Counts counts = tally.counts();
  Goal goal = solve_goal(counts, points);
  if (counts.total() > 0 &&
      goal.needed <= counts.passives + 2 * counts.detractors) {
    goal.cheapest = cheapest_mix(tally, goal.needed);
  }
  return goal;
}

}  // namespace looplet
