// Calls about a survey that the request itself carries, over any kind of
// document: {"survey": ..., "state": ..., "answer": ...}.
#pragma once

#include <string_view>
#include <utility>

#include "looplet/check.h"
#include "wire/check_types.h"
#include "wire/survey_calls.h"

namespace looplet::wire {

template <class Backend>
struct RequestCalls {
  using Node = typename Backend::Node;
  using Value = typename Backend::Value;
  using Calls = SurveyCalls<Backend>;

  /// A member of a request that is a document of its own.
  static bool has(Node request, const char* name, Node& found) {
    return Backend::kind(request) == Kind::object &&
           Backend::member(request, name, found);
  }

  /// The same; what is not there is null.
  static Node part(Node request, const char* name) {
    Node found = Backend::null();
    return has(request, name, found) ? found : Backend::null();
  }

  static Value no_survey() {
    return bad<Backend>(
        Faults{make_fault(Code::missing_field, "", {"survey"})});
  }

  /// What is wrong with a survey, at places within it.
  static Check check_survey(Node document) {
    Check found;
    Arena arena;
    Survey survey;
    Reporter faults(arena);
    if (read<Backend>(document, kSurvey, Strict::yes, survey, faults)) {
      found = looplet::check(survey);
    }
    for (Fault& fault : faults.faults()) {
      found.problems.push_back({Severity::error, std::move(fault), {}});
    }
    return found;
  }

  static Value check(Node request) {
    Node document = Backend::null();
    if (!has(request, "survey", document)) return no_survey();
    return good<Backend>(
        write<Backend>(kCheckReport, report_of(check_survey(document))));
  }

  static Value start(Node request) {
    return with_survey(request, [request](const CompiledSurvey& survey) {
      return Calls::start(survey, request);
    });
  }

  static Value answer(Node request) {
    return with_survey(request, [request](const CompiledSurvey& survey) {
      return Calls::answer(survey, part(request, "state"),
                           part(request, "answer"));
    });
  }

  static Value back(Node request) {
    return with_survey(request, [request](const CompiledSurvey& survey) {
      return Calls::back(survey, part(request, "state"));
    });
  }

  static Value response(Node request) {
    return with_survey(request, [request](const CompiledSurvey& survey) {
      return Calls::response(survey, part(request, "state"), request);
    });
  }

  static Value preview(Node request) { return Calls::preview(request); }

 private:
  /// The survey of a request, compiled; its faults stand below /survey.
  template <class Answer>
  static Value with_survey(Node request, Answer answer) {
    Node document = Backend::null();
    if (!has(request, "survey", document)) return no_survey();
    CompiledSurvey survey;
    Reporter found(survey.arena);
    const Below here(found, "survey");
    if (!read_survey<Backend>(document, Strict::yes, survey, found)) {
      return bad<Backend>(found.found());
    }
    if constexpr (requires { Backend::comments(); }) {
      survey.comments = Backend::comments();
    }
    return answer(survey);
  }
};

}  // namespace looplet::wire
