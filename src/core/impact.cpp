#include "looplet/impact.h"

#include <cmath>

#include "core/fisher.h"
#include "core/fraction.h"
#include "core/limits.h"
#include "core/normal.h"
#include "core/proportion.h"
#include "looplet/estimate.h"

namespace looplet {
namespace {

double share(std::int64_t part, std::int64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

double score_of(const Counts& counts) {
  return 100 * share(counts.promoters - counts.detractors, counts.total());
}

void check_mentions(const Mentions& wave, const char* mentions, const char* n,
                    Faults& faults) {
  check_whole_range(wave.n, 0, kLargestCount, n, faults);
  check_whole_range(wave.mentions, 0, wave.n < 0 ? 0 : wave.n, mentions,
                    faults);
}

}  // namespace

Result<ThemeImpact> theme_impact(const Counts& all, const Counts& theme) {
  Faults faults;
  check_counts(all, "/all", faults);
  if (!faults.empty()) return faults;
  check_whole_range(theme.promoters, 0, all.promoters, "/theme/promoters",
                    faults);
  check_whole_range(theme.passives, 0, all.passives, "/theme/passives", faults);
  check_whole_range(theme.detractors, 0, all.detractors, "/theme/detractors",
                    faults);
  if (!faults.empty()) return faults;

  ThemeImpact result;
  const Counts without{.promoters = all.promoters - theme.promoters,
                       .passives = all.passives - theme.passives,
                       .detractors = all.detractors - theme.detractors};
  if (all.detractors > 0) {
    result.share_of_detractors = share(theme.detractors, all.detractors);
  }
  if (all.total() == 0) return result;
  result.gain_if_passive = 100 * share(theme.detractors, all.total());
  result.gain_if_promoter = 2 * *result.gain_if_passive;
  if (theme.total() > 0) result.gap = score_of(all) - score_of(theme);
  if (without.total() == 0) return result;
  result.nps_without_exact =
      score_fraction(without.promoters, without.detractors, without.total())
          .text();
  result.impact = theme.total() == 0
                      ? 0
                      : share(theme.total(), without.total()) * -*result.gap;
  return result;
}

Result<ThemeChange> theme_change(const Mentions& before,
                                 const Mentions& after) {
  Faults faults;
  check_mentions(before, "/before/mentions", "/before/n", faults);
  check_mentions(after, "/after/mentions", "/after/n", faults);
  if (!faults.empty()) return faults;

  ThemeChange result;
  if (before.n == 0 || after.n == 0) return result;
  const double p1 = share(before.mentions, before.n);
  const double p2 = share(after.mentions, after.n);
  result.difference_points = 100 * (p2 - p1);

  const Interval first = wilson_interval(before.mentions, before.n, kZ95);
  const Interval second = wilson_interval(after.mentions, after.n, kZ95);
  const auto root = [](double a, double b) { return std::sqrt(a * a + b * b); };
  result.low = 100 * (p2 - p1 - root(p2 - second.low, first.high - p1));
  result.high = 100 * (p2 - p1 + root(second.high - p2, p1 - first.low));

  const std::int64_t n = before.n + after.n;
  const std::int64_t mentions = before.mentions + after.mentions;
  if (mentions > 0 && mentions < n) {
    const double error = std::sqrt(
        share(mentions, n) * share(n - mentions, n) *
        (1 / static_cast<double>(before.n) + 1 / static_cast<double>(after.n)));
    result.z = (p2 - p1) / error * std::sqrt(share(n - 1, n));
    result.p = two_sided_p(*result.z);
  }
  if (n <= kLargestFisher) {
    result.fisher_p =
        fisher_p(before.mentions, before.n, after.mentions, after.n);
  }
  return result;
}

}  // namespace looplet
