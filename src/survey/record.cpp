// The record of a state, and what a receiver makes of a record.
#include "looplet/flow.h"
#include "survey/facts.h"
#include "survey/in_place.h"
#include "survey/walk.h"
#include "text/utf8.h"

namespace looplet {
namespace {

void pass_statements(const CompiledSurvey& survey, const Facts& facts,
                     std::uint16_t& step) {
  while (survey.survey.steps[step].type == StepType::statement) {
    step = survey.flow.next(step, facts.data());
  }
}

Verdict verdict_of(const CompiledSurvey& survey, const Walk& walk) {
  Verdict verdict;
  if (survey.score_step >= 0) {
    constexpr std::uint64_t kScores = (2u << kHighestScore) - 1;
    const std::uint64_t fact =
        walk.facts[static_cast<std::size_t>(survey.score_step)] & kScores;
    if (fact != 0) {
      verdict.score = __builtin_ctzll(fact);  // the only one
      verdict.segment = segment_of(*verdict.score);
    }
  }
  verdict.themes =
      static_cast<std::uint16_t>(walk.facts[survey.flow.theme_slot]);
#ifndef LOOPLET_SURVEY_ONLY
  const std::uint64_t feeling = walk.facts[survey.flow.sentiment_slot];
  for (int sentiment = -1; sentiment <= 1; ++sentiment) {
    if ((feeling >> (sentiment + 1) & 1) != 0) verdict.sentiment = sentiment;
  }
#endif
  // A record does not say which statements were seen, so one that only has
  // statements to come is complete.
  std::uint16_t step = walk.step;
  pass_statements(survey, walk.facts, step);
  verdict.complete = survey.survey.steps[step].type == StepType::end;
  return verdict;
}

}  // namespace

List<Theme> themes_of(std::uint16_t set, Arena& arena) {
  Growing<Theme> themes(arena);
  for (int i = 0; i < kThemeCount; ++i) {
    if ((set >> i & 1) != 0) themes.push(static_cast<Theme>(i));
  }
  return themes.list();
}

bool fill_record(const CompiledSurvey& survey, const State& state,
                 const RecordOptions& options, Response& record,
                 Reporter& found) {
  Arena& arena = found.arena;
  Walk walk;
  if (!walk_given(survey, state, walk, found)) return false;
  const Verdict verdict = verdict_of(survey, walk);
  record.v = 1;
  record.id = options.id;
  record.survey = state.survey;
  record.revision = state.revision;
  record.locale = state.locale;
  const auto room = arena.zeros<RecordAnswer>(state.given.size());
  std::size_t count = 0;
  // The walk has matched every answer to its step, so the types are known.
  for (const Given& given : state.given) {
    for (const Step& step : survey.survey.steps) {
      if (text::same(step.id, given.step) && step.type != StepType::statement) {
        RecordAnswer& answer = room[count++];
        answer.step = given.step;
        answer.type = step.type;
        answer.value = given.answer;
      }
    }
  }
  record.answers = {room.begin(), count};
  record.score = verdict.score;
  record.segment = verdict.segment;
  record.themes = themes_of(verdict.themes, arena);
  record.sentiment = verdict.sentiment;
  record.complete = verdict.complete;
  record.client_time = options.client_time;
  record.sent_time = options.sent_time;
  record.traits = state.traits;
  record.page = options.page;
  record.seq = options.seq;
  return true;
}

namespace {

/// Walks a record's answers, reading comments on the way or not.
bool walk_record(const CompiledSurvey& survey, const Response& record,
                 Walk& walk, Reporter& found) {
  set_first_facts(survey, record.locale, record.traits, walk.facts);
  const Below list(found, "answers");
  for (std::size_t i = 0; i < record.answers.size(); ++i) {
    pass_statements(survey, walk.facts, walk.step);
    const RecordAnswer& answer = record.answers[i];
    const Below item(found, i);
    const StepType asked = survey.survey.steps[walk.step].type;
    if (!take(survey, walk, answer.step, answer.value, "value", found)) {
      return false;
    }
    if (answer.type != asked) {
      found.report_at("type", Code::wrong_type, step_type_name(answer.type),
                      step_type_name(asked));
      return false;
    }
  }
  return true;
}

#ifndef LOOPLET_SURVEY_ONLY
/// The verdict of a sender who did not read comments, with what they say.
bool judge_unread(const CompiledSurvey& survey, const Response& record,
                  Verdict& verdict) {
  Walk walk;
  Arena arena;
  Reporter ignored(arena);
  if (!walk_record(survey, record, walk, ignored)) return false;
  verdict = verdict_of(survey, walk);
  for (const RecordAnswer& answer : record.answers) {
    if (answer.type == StepType::text &&
        answer.value.kind == Answer::Kind::text) {
      add_sense(survey, answer.value.text, survey.comments, walk.facts);
    }
  }
  const Verdict read = verdict_of(survey, walk);
  verdict.themes = read.themes;
  verdict.sentiment = read.sentiment;
  return true;
}
#endif

}  // namespace

Result<Verdict> judge(const CompiledSurvey& survey, const Response& record) {
  Arena arena;
  Reporter found(arena);
  {
    const Below here(found, "survey");
    if (!is_of_survey(survey, record.survey, record.revision, found)) {
      return found.faults();
    }
  }
  Walk walk;
  walk.comments = survey.comments;
  const bool on_path = walk_record(survey, record, walk, found);
  Verdict verdict;
  if (on_path) verdict = verdict_of(survey, walk);
#ifndef LOOPLET_SURVEY_ONLY
  // The other way, when this one does not fit what the sender says.
  if (survey.comments != nullptr &&
      (!on_path || verdict.complete != record.complete)) {
    Verdict unread;
    if (judge_unread(survey, record, unread) &&
        (!on_path || unread.complete == record.complete)) {
      return unread;
    }
  }
#endif
  if (!on_path) return found.faults();
  return verdict;
}

}  // namespace looplet
