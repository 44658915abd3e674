#include "survey/walk.h"

#include "survey/answer_check.h"
#include "survey/facts.h"
#include "text/report.h"
#include "text/utf8.h"

namespace looplet {

bool take(const CompiledSurvey& survey, Walk& walk, const std::string_view& id,
          const Answer& answer, const char* member, Reporter& found) {
  const Step& step = survey.survey.steps[walk.step];
  if (!text::same(step.id, id)) {
    found.report_at("step", Code::not_on_path, id, step.id);
    return false;
  }
  if (step.type == StepType::end) {
    found.report(Code::survey_has_ended);
    return false;
  }
  const Below here(found, member);
  if (!check_answer(step, answer, found)) return false;
  Answer kept = answer;
  drop_blanks(kept);
  add_fact(survey, walk.step, kept, walk.facts, walk.comments);
  walk.step = survey.flow.next(walk.step, walk.facts.data());
  return true;
}

bool walk_given(const CompiledSurvey& survey, const State& state, Walk& walk,
                Reporter& found) {
  const Below here(found, "state");
  if (!is_of_survey(survey, state.survey, state.revision, found)) return false;
  set_first_facts(survey, state.locale, state.traits, walk.facts);
  walk.step = 0;
  walk.comments = survey.comments;
  const Below list(found, "given");
  for (std::size_t i = 0; i < state.given.size(); ++i) {
    const Given& given = state.given[i];
    const Below item(found, i);
    if (!take(survey, walk, given.step, given.answer, "answer", found)) {
      return false;
    }
  }
  return true;
}

bool is_of_survey(const CompiledSurvey& survey, const std::string_view& id,
                  std::int64_t revision, Reporter& found) {
  const Survey& read = survey.survey;
  if (text::same(id, read.id) && revision == read.revision) return true;
  found.report(Code::other_survey, id, revision, read.revision, read.id);
  return false;
}

}  // namespace looplet
