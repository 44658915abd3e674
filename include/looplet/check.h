// What is wrong with a survey, and its flow as a graph.
//
//   Check found = check(survey);      // of a survey that was read
//   found.runs                        // whether `compile` takes it
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "looplet/answer.h"
#include "looplet/arena.h"
#include "looplet/fault.h"
#include "looplet/survey.h"

namespace looplet {

enum class Severity : std::uint8_t { error, warning };

/// What is wrong, and a respondent who shows it.
struct Problem {
  Severity severity = Severity::error;
  Fault fault;
  /// The answers to give and what they lead to, in words: "score 7, 'price' at
  /// 'why': comes to 'end', where {more} is empty". Empty when no answers show
  /// it: the survey cannot be answered, or nobody can come there.
  std::string witness = {};
  /// The same answers, for `start` and `answer`. A comment that has to be
  /// about a theme is a sentence about it.
  List<Given> replay = {};
  std::string_view locale = {};  ///< to start with, if it matters
  Traits traits = {};            ///< to start with, if they matter
};

/// A way from one step to another.
struct Edge {
  std::string from;
  std::string to;
  /// Of those who go this way, there and on: the segments of their scores.
  /// Without a score question, everybody may be of any.
  std::vector<Segment> segments;
  bool possible = false;  ///< whether anybody goes it, with a score or without
};

struct SegmentPaths {
  Segment segment = Segment::detractor;
  double count = 0;          ///< ways from the first step to an end
  std::int64_t longest = 0;  ///< steps on the longest, its end among them
};

struct Check {
  Arena arena;  ///< of the replays
  std::vector<Problem> problems;
  std::vector<std::string> nodes;  ///< ids of the steps, in order
  std::vector<Edge> edges;
  double count = 0;  ///< ways through the survey, exact up to 2^53
  std::int64_t longest = 0;
  std::vector<SegmentPaths> by_segment;
  /// False: the ways were too entangled to count; the figures are upper
  /// bounds, in which every edge is taken after every other.
  bool exact = true;
  bool runs = false;  ///< no problem keeps the survey from running
};

/// Finds everything that is wrong with a survey: what `compile` refuses;
/// steps that nobody comes to and rules that never hold or never come to be
/// used; scores left out or covered twice; names in texts whose answer may not
/// have been given; segments that are asked nothing after the score; texts
/// that ask for another score, or are missing in a language.
///
/// Every respondent is considered: each score or none, each option, each value
/// of a trait and none of them, each language of the survey; a comment may be
/// about any theme. What is said of the flow is proved, and whatever can be
/// shown has a witness. Work is bounded (src/survey/prover.h): a survey whose
/// conditions are a puzzle has a warning `not_decided` where the bound was
/// met, and nothing is claimed of that.
Check check(const Survey& survey);

}  // namespace looplet
