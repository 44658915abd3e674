// What a theme does to the score, and whether it is mentioned more or less.
//
//   theme_impact({.promoters = 50, .passives = 30, .detractors = 20},
//                {.promoters = 2, .passives = 3, .detractors = 10})
//     impact            -9.4 points: with these answers the score is lower
//     gain_if_passive   10 points, if its ten detractors became passives
//
// Association, not cause: leaving answers out does not mend anything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "looplet/result.h"
#include "looplet/score.h"

namespace looplet {

struct ThemeImpact {
  /// Score of all less the score of those who do not mention the theme, in
  /// points. The same as k (NPS of the theme - NPS of all) / (N - k). Absent
  /// when all or none have answered.
  std::optional<double> impact;
  /// Score of all less the score of those who mention it, in points; knows
  /// nothing of how many they are.
  std::optional<double> gap;
  /// Points the score would gain if the theme's detractors became passives, or
  /// promoters: 100 k_D / N and 200 k_D / N. Upper bounds: an answer with
  /// several themes counts for each.
  std::optional<double> gain_if_passive;
  std::optional<double> gain_if_promoter;
  /// Of all detractors, those who mention it; 0 to 1.
  std::optional<double> share_of_detractors;
  /// Score of those who do not mention it, as a reduced fraction.
  std::optional<std::string> nps_without_exact;
};

/// `theme` are those of `all` who mention it. Faults stand at /all/...,
/// /theme/...
Result<ThemeImpact> theme_impact(const Counts& all, const Counts& theme);

/// How many of a wave's answers mention a theme.
struct Mentions {
  std::int64_t mentions = 0;
  std::int64_t n = 0;
};

struct ThemeChange {
  /// Share after less share before, in percentage points.
  std::optional<double> difference_points;
  /// The pooled z times sqrt((N - 1) / N) (Campbell 2007, Stat. Med. 26, 3661),
  /// and its two-sided p. Absent when nobody or everybody mentions it.
  std::optional<double> z;
  std::optional<double> p;
  /// Interval of the difference at 95 %, in percentage points: Newcombe's
  /// hybrid score (1998, Stat. Med. 17, 873, method 10).
  std::optional<double> low;
  std::optional<double> high;
  /// Fisher's exact test, two-sided: all tables that are no likelier than this
  /// one. Absent above 10^10 answers.
  std::optional<double> fisher_p;
};

/// Absent when a wave has no answers. Faults stand at /before/..., /after/...
Result<ThemeChange> theme_change(const Mentions& before, const Mentions& after);

}  // namespace looplet
