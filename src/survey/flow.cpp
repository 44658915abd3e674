// From one state to the next.
#include "looplet/flow.h"

#include "looplet/locale.h"
#include "survey/answer_check.h"
#include "survey/in_place.h"
#include "survey/view.h"
#include "survey/walk.h"
#include "text/report.h"

namespace looplet {

void fill_start(const CompiledSurvey& survey, const StartOptions& options,
                State& state, Arena& arena) {
  state.survey = survey.survey.id;
  state.revision = survey.survey.revision;
  state.locale =
      best_language(options.locale, survey.languages, survey.survey.locale);
  state.seed = options.seed;
  state.traits = options.traits;
  draw_step(survey, state, 0, arena);
}

bool move(const CompiledSurvey& survey, State& state, const Answer* given,
          Reporter& found) {
  if (given == nullptr) {
    if (state.given.empty()) {
      found.report_at("state", Code::at_the_start);
      return false;
    }
    state.given = state.given.without_last();
  }
  Walk walk;
  if (!walk_given(survey, state, walk, found)) return false;
  if (given != nullptr) {
    const Step& step = survey.survey.steps[walk.step];
    if (step.type == StepType::end) {
      found.report_at("answer", Code::survey_has_ended);
      return false;
    }
    if (!take(survey, walk, step.id, *given, "answer", found)) return false;
    // The list is copied, so that other states may go on from the same one.
    const List<Given> before = state.given;
    state.given = found.arena.zeros<Given>(before.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) {
      state.given[i] = before[i];
    }
    Given& last = state.given.back();
    last.step = step.id;
    last.answer = *given;
    drop_blanks(last.answer);
  }
  draw_step(survey, state, walk.step, found.arena);
  return true;
}

}  // namespace looplet
