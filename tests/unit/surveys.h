// Surveys in tests: written as JSON, walked with short answers.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/wire.h"

namespace looplet::surveys {

/// A survey around `steps`, which end with an end step of their own.
inline std::string around(std::string_view steps, std::string_view more = {}) {
  return R"({"format":1,"id":"s","revision":2,"locale":"en","subject":"Acme")" +
         std::string(more) + R"(,"steps":[)" + std::string(steps) + "]}";
}

inline constexpr std::string_view kEnd =
    R"({"id":"end","type":"end","text":"Bye"})";

/// An nps step; `more` are members of it, with a comma before the first.
inline std::string nps(std::string_view more = {}) {
  return R"({"id":"score","type":"nps","text":"Q","low":"L","high":"H")" +
         std::string(more) + "}";
}

/// Members for `nps`: another step for each segment.
inline constexpr char kBySegment[] = R"(,"next":[
  {"when":{"segment":"detractor"},"to":"sorry"},
  {"when":{"segment":"passive"},"to":"almost"},{"to":"loved"}])";

/// A choice among two, without its closing brace.
inline constexpr char kChoice[] =
    R"({"id":"c","type":"choice","text":"C","options":[)"
    R"({"id":"a","text":"A"},{"id":"b","text":"B"}])";

/// A survey of one step and an end.
inline std::string only(const std::string& step) {
  return around(step + "," + std::string(kEnd));
}

inline std::string fault_lines(const Faults& faults) {
  std::string out;
  for (const Fault& fault : faults) {
    out += std::string(code_name(fault.code)) + " " + fault.where + ": " +
           fault.message + "\n";
  }
  return out;
}

inline CompiledSurvey compiled(std::string_view json) {
  Result<CompiledSurvey> survey = wire::read_survey(json);
  if (!survey) {
    ADD_FAILURE() << fault_lines(survey.faults());
    return {};
  }
  return std::move(*survey);
}

/// Every fault of a survey, one a line.
inline std::string faults_of(std::string_view json) {
  const Result<CompiledSurvey> survey = wire::read_survey(json);
  return survey ? "" : fault_lines(survey.faults());
}

inline Answer number(double value) {
  Answer answer;
  answer.kind = Answer::Kind::number;
  answer.number = value;
  return answer;
}
inline Answer truth(bool value) {
  Answer answer;
  answer.kind = Answer::Kind::truth;
  answer.truth = value;
  return answer;
}
inline Answer word(std::string_view text) {
  Answer answer;
  answer.kind = Answer::Kind::text;
  answer.text = text;
  return answer;
}
inline Answer options(Arena& arena,
                      std::initializer_list<std::string_view> ids) {
  Answer answer;
  answer.kind = Answer::Kind::options;
  answer.options = arena.list<std::string_view>(ids);
  return answer;
}
inline Answer options_and_other(Arena& arena,
                                std::initializer_list<std::string_view> ids,
                                std::string_view other) {
  Answer answer = options(arena, ids);
  answer.kind = Answer::Kind::options_and_other;
  answer.text = other;
  return answer;
}
inline Answer contact(const Contact& who) {
  Answer answer;
  answer.kind = Answer::Kind::contact;
  answer.contact = who;
  return answer;
}

/// One respondent in one survey.
class Walker {
 public:
  explicit Walker(std::string_view json, const StartOptions& options = {})
      : survey(compiled(json)), state(start(survey, options, arena)) {}
  Walker(const CompiledSurvey&) = delete;

  /// Answers; a fault is a failure of the test.
  Walker& give(const Answer& given) {
    const Result<State> next = answer(survey, state, given, arena);
    if (next) {
      state = *next;
    } else {
      ADD_FAILURE() << fault_lines(next.faults());
    }
    return *this;
  }

  /// What is wrong with an answer, one fault a line; "" when it fits.
  std::string refuses(const Answer& given) {
    const Result<State> next = answer(survey, state, given, arena);
    return next ? "" : fault_lines(next.faults());
  }

  std::string at() const { return std::string(state.step.id); }

  Arena arena;
  CompiledSurvey survey;
  State state;
};

}  // namespace looplet::surveys
