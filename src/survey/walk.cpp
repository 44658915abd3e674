#include "survey/walk.h"

#include "survey/answer_check.h"
#include "survey/facts.h"
#include "text/report.h"

namespace looplet {

bool take(const CompiledSurvey& survey, Walk& walk, std::string_view id,
          const Answer& answer, const Place& where, std::string_view member,
          Faults& faults) {
  const Step& step = survey.survey.steps[walk.step];
  if (step.id != id) {
    report_member(faults, Code::not_on_path, where, "step", {id, step.id});
    return false;
  }
  if (step.type == StepType::end) {
    report(faults, Code::survey_has_ended, where);
    return false;
  }
  if (!check_answer(step, answer, Place{&where, member}, faults)) return false;
  add_fact(survey, walk.step, kept_answer(answer), walk.facts, walk.comments);
  walk.step = survey.flow.next(walk.step, walk.facts.data());
  return true;
}

bool walk_given(const CompiledSurvey& survey, const State& state, Walk& walk,
                Faults& faults) {
  const Survey& read = survey.survey;
  if (state.survey != read.id || state.revision != read.revision) {
    report_other_survey(survey, state.survey, state.revision, "/state", faults);
    return false;
  }
  set_first_facts(survey, state.locale, state.traits, walk.facts);
  walk.step = 0;
  walk.comments = survey.comments;
  const Place list = place_at("/state/given");
  for (std::size_t i = 0; i < state.given.size(); ++i) {
    const Given& given = state.given[i];
    const Place where{&list, {}, static_cast<int>(i)};
    if (!take(survey, walk, given.step, given.answer, where, "answer",
              faults)) {
      return false;
    }
  }
  return true;
}

void report_other_survey(const CompiledSurvey& survey, std::string_view id,
                         std::int64_t revision, std::string_view where,
                         Faults& faults) {
  report(faults, Code::other_survey, place_at(where),
         {id, revision, survey.survey.revision, survey.survey.id});
}

}  // namespace looplet
