// The description of what `check` finds.
#pragma once

#include "looplet/check.h"
#include "wire/description.h"

namespace looplet::wire {

/// Check as it is written: the graph and the ways in objects of their own. The
/// replays stay where the Check keeps them.
struct CheckReport {
  struct Graph {
    std::vector<std::string> nodes;
    std::vector<Edge> edges;
  };
  struct Paths {
    double count = 0;
    std::int64_t longest = 0;
    std::vector<SegmentPaths> by_segment;
    bool exact = true;
  };
  std::vector<Problem> problems;
  Graph graph;
  Paths paths;
};

CheckReport report_of(const Check& check);

extern const Typed<CheckReport> kCheckReport;

}  // namespace looplet::wire
