#include "survey/walk.h"

#include "survey/answer_check.h"
#include "text/number.h"

namespace looplet {

bool take(const CompiledSurvey& survey, Walk& walk, std::string_view id,
          const Answer& answer, const std::string& where, const char* member,
          Faults& faults) {
  const Step& step = survey.survey.steps[walk.step];
  if (step.id != id) {
    faults.push_back(
        make_fault(Code::not_on_path, where + "/step", {id, step.id}));
    return false;
  }
  if (step.type == StepType::end) {
    faults.push_back(make_fault(Code::survey_has_ended, where));
    return false;
  }
  Faults wrong = check_answer(step, answer, where + member);
  if (!wrong.empty()) {
    faults.insert(faults.end(), wrong.begin(), wrong.end());
    return false;
  }
  add_fact(survey, walk.step, kept_answer(answer), walk.facts);
  walk.step = survey.flow.next(walk.step, walk.facts.data());
  return true;
}

Result<Walk> walk(const CompiledSurvey& survey, const State& state) {
  const Survey& read = survey.survey;
  if (state.survey != read.id || state.revision != read.revision) {
    return make_fault(Code::other_survey, "/state",
                      {state.survey, text::whole(state.revision),
                       text::whole(read.revision), read.id});
  }
  Walk walk{first_facts(survey, state.locale, state.traits), 0};
  Faults faults;
  for (std::size_t i = 0; i < state.given.size(); ++i) {
    const Given& given = state.given[i];
    const std::string where =
        "/state/given/" + text::whole(static_cast<std::int64_t>(i));
    if (!take(survey, walk, given.step, given.answer, where, "/answer",
              faults)) {
      return faults;
    }
  }
  return walk;
}

}  // namespace looplet
