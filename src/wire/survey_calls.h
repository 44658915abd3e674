// What a survey can be asked, over any kind of document. The survey module
// keeps compiled surveys and asks with these; `call` compiles what a request
// carries and asks the same.
#pragma once

#include <string_view>
#include <utility>

#include "looplet/flow.h"
#include "looplet/result.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/state_types.h"
#include "wire/statistics_types.h"
#include "wire/survey_types.h"
#include "wire/writer.h"

namespace looplet::wire {

/// Reads and compiles a survey.
template <class Backend>
Result<CompiledSurvey> read_survey(const typename Backend::Node& node,
                                   Strict strict) {
  Arena arena;
  Survey survey;
  Faults faults;
  if (!read<Backend>(node, kSurvey, strict, survey, arena, faults)) {
    return faults;
  }
  return compile(survey, std::move(arena));
}

template <class Backend>
struct SurveyCalls {
  using Node = typename Backend::Node;
  using Value = typename Backend::Value;

  static Value start(const CompiledSurvey& survey, const Node& request) {
    StartOptions options;
    Arena arena;
    Faults faults;
    if (!read<Backend>(request, kStartOptions, Strict::no, options, arena,
                       faults)) {
      return bad<Backend>(faults);
    }
    return good<Backend>(
        write<Backend>(kState, looplet::start(survey, options, arena)));
  }

  static Value answer(const CompiledSurvey& survey, const Node& at,
                      const Node& given) {
    State state;
    Answer answer;
    Arena arena;
    Faults faults;
    read<Backend>(at, kState, Strict::no, state, arena, faults, "/state");
    read<Backend>(given, kAnswer, Strict::no, answer, arena, faults, "/answer");
    if (!faults.empty()) return bad<Backend>(faults);
    return reply(kState, looplet::answer(survey, state, answer, arena));
  }

  static Value back(const CompiledSurvey& survey, const Node& at) {
    State state;
    Arena arena;
    Faults faults;
    if (!read<Backend>(at, kState, Strict::no, state, arena, faults,
                       "/state")) {
      return bad<Backend>(faults);
    }
    return reply(kState, looplet::back(survey, state, arena));
  }

  static Value response(const CompiledSurvey& survey, const Node& at,
                        const Node& request) {
    State state;
    RecordOptions options;
    Arena arena;
    Faults faults;
    read<Backend>(at, kState, Strict::no, state, arena, faults, "/state");
    read<Backend>(request, kRecordOptions, Strict::no, options, arena, faults);
    if (!faults.empty()) return bad<Backend>(faults);
    return reply(kResponse, looplet::response(survey, state, options, arena));
  }

  static Value preview(const Node& request) {
    PreviewRequest asked;
    Arena arena;
    Faults faults;
    if (!read<Backend>(request, kPreviewRequest, Strict::no, asked, arena,
                       faults)) {
      return bad<Backend>(faults);
    }
    std::optional<Counts> baseline;
    if (asked.baseline) baseline = asked.baseline->total();
    return good<Backend>(
        write<Backend>(kPreview, looplet::preview(asked.score, baseline)));
  }

  /// The value, or every reason why there is none.
  template <class T>
  static Value reply(const Typed<T>& type, const Result<T>& result) {
    return result ? good<Backend>(write<Backend>(type, *result))
                  : bad<Backend>(result.faults());
  }
};

}  // namespace looplet::wire
