// Where the steps of a survey can lead.
#pragma once

#include <cstdint>

#include "looplet/flow.h"
#include "text/report.h"

namespace looplet {

struct Edges {
  List<std::uint16_t> targets;  ///< by rule
  std::uint16_t below = 0;      ///< the step that comes when no rule holds
  bool falls = false;           ///< whether that can happen
};

/// The edges of every step; faults for targets that do not exist, and for
/// steps that nothing comes after. The reporter has entered "steps".
List<Edges> find_edges(const Survey& survey, Arena& arena, Reporter& found);

/// How many steps may come after each, at most; faults for circles.
List<std::uint16_t> longest_ways(const Survey& survey, List<Edges> edges,
                                 Arena& arena, Reporter& found);

}  // namespace looplet
