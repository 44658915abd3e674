// What is wrong with a survey, and its flow as a graph.
//
//   Check found = check(survey);      // of a survey that was read
//   found.runs                        // whether `compile` takes it
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "looplet/fault.h"
#include "looplet/survey.h"

namespace looplet {

enum class Severity : std::uint8_t { error, warning };

struct Problem {
  Severity severity = Severity::error;
  Fault fault;
  std::string witness;  ///< a way to see it, in words; may be empty
};

/// A way from one step to another.
struct Edge {
  std::string from;
  std::string to;
  std::vector<Segment> segments;  ///< that can go this way; empty: nobody
};

struct SegmentPaths {
  Segment segment = Segment::detractor;
  double count = 0;          ///< ways from the first step to an end
  std::int64_t longest = 0;  ///< steps on the longest, its end among them
};

struct Check {
  std::vector<Problem> problems;
  std::vector<std::string> nodes;  ///< ids of the steps, in order
  std::vector<Edge> edges;
  double count = 0;  ///< ways through the survey, exact up to 2^53
  std::int64_t longest = 0;
  std::vector<SegmentPaths> by_segment;
  bool runs = false;  ///< no problem keeps the survey from running
};

/// Finds everything that is wrong with a survey: what `compile` refuses,
/// steps that nothing leads to, names that are nothing's, texts that are
/// missing in a language the survey speaks. Ways are told apart by the score
/// alone; every other condition may hold or not.
Check check(const Survey& survey);

}  // namespace looplet
