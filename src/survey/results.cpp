// The functions of looplet/flow.h that give a result or faults.
#include "looplet/flow.h"
#include "survey/in_place.h"
#include "text/number.h"

namespace looplet {

Result<CompiledSurvey> compile(const Survey& survey, Arena arena) {
  // Documents are held to this when they are read.
  const std::size_t count = survey.steps.size();
  if (count == 0) return make_fault(Code::too_few, "/steps", {"0", "1"});
  if (count > kMaxSteps) {
    return make_fault(Code::too_many, "/steps",
                      {text::whole(static_cast<std::int64_t>(count)),
                       text::whole(kMaxSteps)});
  }
  CompiledSurvey compiled;
  compiled.arena = std::move(arena);
  compiled.survey = survey;
  Faults faults;
  if (!compile_in_place(compiled, faults)) return faults;
  return compiled;
}

Result<State> answer(const CompiledSurvey& survey, const State& state,
                     const Answer& given, Arena& arena) {
  State next = state;
  Faults faults;
  if (!take_answer(survey, next, given, arena, faults)) return faults;
  return next;
}

Result<State> back(const CompiledSurvey& survey, const State& state,
                   Arena& arena) {
  State before = state;
  Faults faults;
  if (!take_back(survey, before, arena, faults)) return faults;
  return before;
}

Result<Response> response(const CompiledSurvey& survey, const State& state,
                          const RecordOptions& options, Arena& arena) {
  Response record;
  Faults faults;
  if (!fill_record(survey, state, options, record, arena, faults)) {
    return faults;
  }
  return record;
}

}  // namespace looplet
