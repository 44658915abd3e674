// The record of a state, and what a receiver makes of a record.
#include "looplet/flow.h"
#include "survey/answer_check.h"
#include "survey/walk.h"
#include "text/number.h"

namespace looplet {
namespace {

Verdict verdict_of(const CompiledSurvey& survey, const Walk& walk) {
  Verdict verdict;
  if (survey.score_step >= 0) {
    const std::uint64_t fact =
        walk.facts[static_cast<std::size_t>(survey.score_step)];
    for (int score = kLowestScore; score <= kHighestScore; ++score) {
      if (((fact >> score) & 1) != 0) verdict.score = score;
    }
    if (verdict.score) verdict.segment = segment_of(*verdict.score);
  }
  verdict.themes = themes_in(survey, walk.facts);
  verdict.complete = survey.survey.steps[walk.step].type == StepType::end;
  return verdict;
}

}  // namespace

Result<Response> response(const CompiledSurvey& survey, const State& state,
                          const RecordOptions& options) {
  const Result<Walk> walked = walk(survey, state);
  if (!walked) return walked.faults();
  const Verdict verdict = verdict_of(survey, *walked);
  Response record;
  record.id = options.id;
  record.survey = state.survey;
  record.revision = state.revision;
  record.locale = state.locale;
  // The walk has matched every answer to its step, so the types are known.
  for (const Given& given : state.given) {
    for (const Step& step : survey.survey.steps) {
      if (step.id == given.step && step.type != StepType::statement) {
        record.answers.push_back({given.step, step.type, given.answer});
      }
    }
  }
  record.score = verdict.score;
  record.segment = verdict.segment;
  record.themes = verdict.themes;
  record.sentiment = verdict.sentiment;
  record.complete = verdict.complete;
  record.client_time = options.client_time;
  record.sent_time = options.sent_time;
  record.traits = state.traits;
  record.page = options.page;
  record.seq = options.seq;
  return record;
}

Result<Verdict> judge(const CompiledSurvey& survey, const Response& record) {
  const Survey& read = survey.survey;
  if (record.survey != read.id || record.revision != read.revision) {
    return make_fault(Code::other_survey, "/survey",
                      {record.survey, text::whole(record.revision),
                       text::whole(read.revision), read.id});
  }
  Walk walk{first_facts(survey, record.locale, record.traits), 0};
  Faults faults;
  const auto pass_statements = [&] {
    while (read.steps[walk.step].type == StepType::statement) {
      walk.step = survey.flow.next(walk.step, walk.facts.data());
    }
  };
  for (std::size_t i = 0; i < record.answers.size(); ++i) {
    pass_statements();
    const RecordAnswer& answer = record.answers[i];
    const std::string where =
        "/answers/" + text::whole(static_cast<std::int64_t>(i));
    if (!take(survey, walk, answer.step, answer.value, where, "/value",
              faults)) {
      return faults;
    }
  }
  pass_statements();
  return verdict_of(survey, walk);
}

}  // namespace looplet
