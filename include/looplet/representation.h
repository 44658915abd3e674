// Who answered against who could have: the groups of a column and a mix that
// is known from elsewhere.
//
//   free   answers 30 %   population 60 %   NPS 10     each answer weighs 2
//   pro    answers 70 %   population 40 %   NPS 40     each answer 0.57
//   NPS 31 would be 22, had they answered in these proportions
//
// Within a group those who answer are taken for those who do not: this mends
// the mix, and no other bias.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "looplet/estimate.h"
#include "looplet/score.h"

namespace looplet {

/// How those who could have answered are made up.
struct PopulationMix {
  std::string by;  ///< one of AnalyzeOptions::by
  struct Part {
    std::string name;  ///< of a group, as in the file
    double share = 0;  ///< above 0; percent, shares or heads: only their
                       ///< proportions count
    bool operator==(const Part&) const = default;
  };
  std::vector<Part> parts;  ///< 1 to kMostMixParts, no name twice
  bool operator==(const PopulationMix&) const = default;
};
constexpr std::size_t kMostMixParts = 200;

struct RepresentedGroup {
  std::string name;
  Counts counts;
  double population_share = 0;  ///< of the mix, 0 to 1
  /// Among the answers of the groups of the mix, 0 to 1.
  std::optional<double> answer_share;
  std::optional<double> nps;  ///< by weights where there are some
  bool operator==(const RepresentedGroup&) const = default;
};

/// Whether those who answered are made up like those who could have, and the
/// score that would be if they were (post-stratification: Holt & Smith 1979,
/// J. R. Stat. Soc. A 142, 33).
struct Representation {
  std::string by;
  std::vector<RepresentedGroup> groups;  ///< in the order of the mix
  Counts outside;      ///< answers of other groups; they are left out here
  double covered = 0;  ///< share of the population whose group has answers
  /// Pearson's chi-square of the answers against the mix; small p: they are
  /// no random sample of it. Absent below two groups or without answers.
  std::optional<double> chi_square;
  std::int64_t df = 0;
  std::optional<double> p;
  /// Each answer weighs its group's share of the population over its share of
  /// the answers; groups without answers are left out of both.
  Estimate estimate;
  std::optional<double> moved;  ///< its score less that of the report
  bool operator==(const Representation&) const = default;
};

}  // namespace looplet
