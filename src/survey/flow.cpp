// From one state to the next.
#include "looplet/flow.h"

#include "looplet/locale.h"
#include "survey/answer_check.h"
#include "survey/in_place.h"
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

bool take_answer(const CompiledSurvey& survey, State& state,
                 const Answer& given, Arena& arena, Faults& faults) {
  Walk walk;
  if (!walk_given(survey, state, walk, faults)) return false;
  const Step& step = survey.survey.steps[walk.step];
  if (step.type == StepType::end) {
    report(faults, Code::survey_has_ended, place_at("/answer"));
    return false;
  }
  if (!take(survey, walk, step.id, given, place_at(""), "answer", faults)) {
    return false;
  }
  // The list is copied, so that other states may go on from the same one.
  const List<Given> before = state.given;
  const List<Given> after = arena.list<Given>(before.size() + 1);
  for (std::size_t i = 0; i < before.size(); ++i) after[i] = before[i];
  after.back().step = step.id;
  after.back().answer = kept_answer(given);
  state.given = after;
  draw_step(survey, state, walk.step, arena);
  return true;
}

bool take_back(const CompiledSurvey& survey, State& state, Arena& arena,
               Faults& faults) {
  if (state.given.empty()) {
    report(faults, Code::at_the_start, place_at("/state"));
    return false;
  }
  state.given = state.given.without_last();
  Walk walk;
  if (!walk_given(survey, state, walk, faults)) return false;
  draw_step(survey, state, walk.step, arena);
  return true;
}

}  // namespace looplet
