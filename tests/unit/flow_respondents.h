// Every respondent of a small survey, one by one: what `check` must find
// without asking them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "looplet/flow.h"

namespace looplet::surveys {

/// What all respondents together have shown. Segments are bits: 1 detractor,
/// 2 passive, 4 promoter, 8 without a score.
struct Shown {
  std::map<std::pair<int, int>, int> edges;  ///< from, to: segments
  std::set<int> reached;                     ///< steps
  std::set<std::pair<int, int>> chosen;      ///< step, rule
  std::set<std::pair<int, int>> held;        ///< step, rule
  std::set<std::string> missing;             ///< "/steps/1/text name"
  std::map<std::vector<int>, int> paths;     ///< steps: segments
  int unasked = 0;  ///< segments that come to an end right after the score
  long walks = 0;
  bool agreed = true;  ///< the flow went as the conditions read
};

/// Asks them all; nothing when there are more than `most`.
bool ask_everybody(const CompiledSurvey& survey, long most, Shown& shown);

}  // namespace looplet::surveys
