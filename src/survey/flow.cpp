// start, answer, back: from one state to the next.
#include "looplet/flow.h"

#include "looplet/locale.h"
#include "survey/answer_check.h"
#include "survey/view.h"
#include "survey/walk.h"

namespace looplet {

State start(const CompiledSurvey& survey, const StartOptions& options) {
  State state;
  state.survey = survey.survey.id;
  state.revision = survey.survey.revision;
  state.locale =
      best_language(options.locale, survey.languages, survey.survey.locale);
  state.seed = options.seed;
  state.traits = options.traits;
  state.step = view_of(survey, state, 0);
  return state;
}

Result<State> answer(const CompiledSurvey& survey, const State& state,
                     const Answer& given) {
  Result<Walk> walked = walk(survey, state);
  if (!walked) return walked.faults();
  const Step& step = survey.survey.steps[walked->step];
  if (step.type == StepType::end) {
    return make_fault(Code::survey_has_ended, "/answer");
  }
  Faults faults = check_answer(step, given, "/answer");
  if (!faults.empty()) return faults;
  State next = state;
  next.given.push_back({step.id, kept_answer(given)});
  add_fact(survey, walked->step, next.given.back().answer, walked->facts);
  next.step = view_of(survey, next,
                      survey.flow.next(walked->step, walked->facts.data()));
  return next;
}

Result<State> back(const CompiledSurvey& survey, const State& state) {
  if (state.given.empty()) return make_fault(Code::at_the_start, "/state");
  State before = state;
  before.given.pop_back();
  Result<Walk> walked = walk(survey, before);
  if (!walked) return walked.faults();
  before.step = view_of(survey, before, walked->step);
  return before;
}

}  // namespace looplet
