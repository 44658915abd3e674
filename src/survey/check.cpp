#include "looplet/check.h"

#include <optional>

#include "looplet/flow.h"
#include "survey/check_texts.h"
#include "survey/flow_check.h"
#include "survey/in_place.h"

namespace looplet {
namespace {

/// Whether the conditions are what the survey says, in spite of a fault.
bool leaves_conditions(Code code) {
  switch (code) {
    case Code::loop:
    case Code::dead_end:
    case Code::unknown_target:
    case Code::unsafe_link:
    case Code::next_after_end:
      return true;
    default:
      return false;
  }
}

}  // namespace

Check check(const Survey& survey) {
  Check found;
  for (const Step& step : survey.steps) found.nodes.emplace_back(step.id);
  const std::size_t count = survey.steps.size();
  if (count == 0 || count > kMaxSteps) {
    // `compile` says so; documents are held to this when they are read.
    const Result<CompiledSurvey> refused = compile(survey, Arena());
    for (const Fault& fault : refused.faults()) {
      found.problems.push_back({Severity::error, fault});
    }
    return found;
  }
  CompiledSurvey compiled;
  compiled.survey = survey;
  Arena arena;
  Reporter reporter(arena);
  found.runs = compile_in_place(compiled, reporter);
  bool can_be_walked = true;
  for (const Fault& fault : reporter.faults()) {
    found.problems.push_back({Severity::error, fault});
    can_be_walked = can_be_walked && leaves_conditions(fault.code);
  }
  std::optional<FlowCheck> flow;
  if (can_be_walked) {
    flow.emplace(compiled, found);
    flow->show_faults();
    if (found.runs) flow->find_problems();
  }
  const std::size_t first_text = found.problems.size();
  check_texts(survey, found.problems);
  if (flow) flow->show_texts(first_text);
  return found;
}

}  // namespace looplet
