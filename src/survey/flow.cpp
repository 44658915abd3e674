// start, answer, back: from one state to the next.
#include "looplet/flow.h"

#include "looplet/locale.h"
#include "survey/answer_check.h"
#include "survey/view.h"
#include "survey/walk.h"
#include "text/report.h"

namespace looplet {

State start(const CompiledSurvey& survey, const StartOptions& options,
            Arena& arena) {
  State state;
  state.survey = survey.survey.id;
  state.revision = survey.survey.revision;
  state.locale =
      best_language(options.locale, survey.languages, survey.survey.locale);
  state.seed = options.seed;
  state.traits = options.traits;
  draw_step(survey, state, 0, arena);
  return state;
}

Result<State> answer(const CompiledSurvey& survey, const State& state,
                     const Answer& given, Arena& arena) {
  Faults faults;
  Walk walk;
  if (!walk_given(survey, state, walk, faults)) return faults;
  const Step& step = survey.survey.steps[walk.step];
  if (step.type == StepType::end) {
    report(faults, Code::survey_has_ended, place_at("/answer"));
    return faults;
  }
  const std::size_t count = state.given.size();
  State next = state;
  next.given = arena.list<Given>(count + 1);
  for (std::size_t i = 0; i < count; ++i) next.given[i] = state.given[i];
  next.given[count] = {step.id, kept_answer(given)};
  if (!take(survey, walk, step.id, given, place_at(""), "answer", faults)) {
    return faults;
  }
  draw_step(survey, next, walk.step, arena);
  return next;
}

Result<State> back(const CompiledSurvey& survey, const State& state,
                   Arena& arena) {
  Faults faults;
  if (state.given.empty()) {
    report(faults, Code::at_the_start, place_at("/state"));
    return faults;
  }
  State before = state;
  before.given = state.given.without_last();
  Walk walk;
  if (!walk_given(survey, before, walk, faults)) return faults;
  draw_step(survey, before, walk.step, arena);
  return before;
}

}  // namespace looplet
