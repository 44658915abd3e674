// What a survey can be asked, over any kind of document. The survey module
// keeps compiled surveys and asks with these; `call` compiles what a request
// carries and asks the same.
#pragma once

#include <string_view>
#include <utility>

#include "looplet/flow.h"
#include "looplet/result.h"
#include "wire/describe_calls.h"
#include "wire/describe_state.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/writer.h"

namespace looplet::wire {

/// Reads one value; every fault that was found stands at or below `prefix`.
template <class T, class Backend>
Result<T> read(typename Backend::Node node, Strict strict,
               std::string_view prefix = {}) {
  Reader<Backend> reader(std::move(node), strict, prefix);
  T value{};
  reader.value(value);
  if (!reader.faults().empty()) return std::move(reader.faults());
  return value;
}

/// Reads and compiles a survey.
template <class Backend>
Result<CompiledSurvey> read_survey(typename Backend::Node node, Strict strict) {
  Result<Survey> survey = read<Survey, Backend>(std::move(node), strict);
  if (!survey) return survey.faults();
  return compile(std::move(*survey));
}

template <class Backend>
struct SurveyCalls {
  using Node = typename Backend::Node;
  using Value = typename Backend::Value;

  template <class T>
  static Value write(const T& value) {
    return good<Backend>(Writer<Backend>::document(value));
  }

  template <class T>
  static Value write(const Result<T>& result) {
    return result ? write(*result) : bad<Backend>(result.faults());
  }

  static Value start(const CompiledSurvey& survey, Node request) {
    const Result<StartOptions> options =
        read<StartOptions, Backend>(std::move(request), Strict::no);
    if (!options) return bad<Backend>(options.faults());
    return write(looplet::start(survey, *options));
  }

  static Value answer(const CompiledSurvey& survey, Node state, Node given) {
    Result<State> at =
        read<State, Backend>(std::move(state), Strict::no, "/state");
    Result<Answer> answer =
        read<Answer, Backend>(std::move(given), Strict::no, "/answer");
    if (!at || !answer) {
      Faults faults;
      if (!at) faults = at.faults();
      if (!answer) {
        faults.insert(faults.end(), answer.faults().begin(),
                      answer.faults().end());
      }
      return bad<Backend>(faults);
    }
    return write(looplet::answer(survey, *at, *answer));
  }

  static Value back(const CompiledSurvey& survey, Node state) {
    const Result<State> at =
        read<State, Backend>(std::move(state), Strict::no, "/state");
    if (!at) return bad<Backend>(at.faults());
    return write(looplet::back(survey, *at));
  }

  static Value response(const CompiledSurvey& survey, Node state,
                        Node request) {
    const Result<State> at =
        read<State, Backend>(std::move(state), Strict::no, "/state");
    if (!at) return bad<Backend>(at.faults());
    const Result<RecordOptions> options =
        read<RecordOptions, Backend>(std::move(request), Strict::no);
    if (!options) return bad<Backend>(options.faults());
    return write(looplet::response(survey, *at, *options));
  }
};

}  // namespace looplet::wire
