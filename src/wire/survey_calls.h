// What a survey can be asked, over any kind of document. The survey module
// keeps compiled surveys and asks with these; `call` compiles what a request
// carries and asks the same.
#pragma once

#include <string_view>
#include <utility>

#include "looplet/flow.h"
#include "looplet/result.h"
#include "survey/in_place.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/state_types.h"
#include "wire/statistics_types.h"
#include "wire/survey_types.h"
#include "wire/writer.h"

namespace looplet::wire {

/// Reads and compiles a survey.
template <class Backend>
bool read_survey(const typename Backend::Node& node, Strict strict,
                 CompiledSurvey& compiled, Faults& faults) {
  return read<Backend>(node, kSurvey, strict, compiled.survey, compiled.arena,
                       faults) &&
         compile_in_place(compiled, faults);
}

template <class Backend>
struct SurveyCalls {
  using Node = typename Backend::Node;
  using Value = typename Backend::Value;

  static Value start(const CompiledSurvey& survey, const Node& request) {
    Frame frame;
    StartOptions options;
    State state;
    if (frame.read(request, kStartOptions, options)) {
      state = looplet::start(survey, options, frame.arena);
    }
    return frame.reply(kState, &state);
  }

  static Value answer(const CompiledSurvey& survey, const Node& at,
                      const Node& given) {
    Frame frame;
    State state;
    Answer answer;
    frame.read(at, kState, state, "/state");
    if (frame.read(given, kAnswer, answer, "/answer")) {
      take_answer(survey, state, answer, frame.arena, frame.faults);
    }
    return frame.reply(kState, &state);
  }

  static Value back(const CompiledSurvey& survey, const Node& at) {
    Frame frame;
    State state;
    if (frame.read(at, kState, state, "/state")) {
      take_back(survey, state, frame.arena, frame.faults);
    }
    return frame.reply(kState, &state);
  }

  static Value response(const CompiledSurvey& survey, const Node& at,
                        const Node& request) {
    Frame frame;
    State state;
    RecordOptions options;
    Response record;
    frame.read(at, kState, state, "/state");
    if (frame.read(request, kRecordOptions, options)) {
      fill_record(survey, state, options, record, frame.arena, frame.faults);
    }
    return frame.reply(kResponse, &record);
  }

  static Value preview(const Node& request) {
    Frame frame;
    PreviewRequest asked;
    Preview preview;
    if (frame.read(request, kPreviewRequest, asked)) {
      std::optional<Counts> baseline;
      if (asked.baseline) baseline = asked.baseline->total();
      preview = looplet::preview(asked.score, baseline);
    }
    return frame.reply(kPreview, &preview);
  }

  /// The value, or every reason why there is none.
  template <class T>
  static Value reply(const Typed<T>& type, const Result<T>& result) {
    return result ? good<Backend>(write<Backend>(type, *result))
                  : bad<Backend>(result.faults());
  }

 private:
  /// What one call reads into, and what it found wrong.
  struct Frame {
    Arena arena;
    Faults faults;

    /// Whether all that was read so far is of use.
    bool read(const Node& node, const Type& type, void* out,
              std::string_view where) {
      Reader<Backend> reader(Strict::no, arena, faults);
      reader.read(node, type, out, place_at(where));
      return faults.empty();
    }
    template <class T>
    bool read(const Node& node, const Typed<T>& type, T& out,
              std::string_view where = {}) {
      return read(node, static_cast<const Type&>(type), &out, where);
    }

    Value reply(const Type& type, void* value) {
      return faults.empty() ? good<Backend>(Writer<Backend>::write(type, value))
                            : bad<Backend>(faults);
    }
  };
};

}  // namespace looplet::wire
