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
  // The arena moves with the survey, and what was found is in it until then.
  Reporter found(compiled.arena);
  if (!compile_in_place(compiled, found)) return found.faults();
  return compiled;
}

State start(const CompiledSurvey& survey, const StartOptions& options,
            Arena& arena) {
  State state;
  fill_start(survey, options, state, arena);
  return state;
}

Result<State> answer(const CompiledSurvey& survey, const State& state,
                     const Answer& given, Arena& arena) {
  State next = state;
  Reporter found(arena);
  if (!move(survey, next, &given, found)) return found.faults();
  return next;
}

Result<State> back(const CompiledSurvey& survey, const State& state,
                   Arena& arena) {
  State before = state;
  Reporter found(arena);
  if (!move(survey, before, nullptr, found)) return found.faults();
  return before;
}

Result<Response> response(const CompiledSurvey& survey, const State& state,
                          const RecordOptions& options, Arena& arena) {
  Response record;
  Reporter found(arena);
  if (!fill_record(survey, state, options, record, found)) {
    return found.faults();
  }
  return record;
}

}  // namespace looplet
