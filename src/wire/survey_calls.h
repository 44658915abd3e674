// What a survey can be asked, over any kind of document. The survey module
// keeps compiled surveys and asks with these; `call` compiles what a request
// carries and asks the same.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include "looplet/flow.h"
#include "looplet/result.h"
#include "survey/in_place.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/rows.h"
#include "wire/state_types.h"
#include "wire/statistics_types.h"
#include "wire/survey_types.h"
#include "wire/writer.h"

namespace looplet::wire {

/// Reads and compiles a survey, into an arena that is its reporter's.
template <class Backend>
bool read_survey(const typename Backend::Node& node, Strict strict,
                 CompiledSurvey& compiled, Reporter& found) {
  Reader<Backend>(strict, found).read(node, row<kSurvey>(), &compiled.survey);
  return found.count() == 0 && compile_in_place(compiled, found);
}

template <class Backend>
struct SurveyCalls {
  using Node = typename Backend::Node;
  using Value = typename Backend::Value;

  /// What is asked of a survey; `at` is a state, `given` what comes to it. One
  /// function, because the survey module pays for the beginning and the end of
  /// each.
  enum class Ask : std::uint8_t { start, answer, back, response };
  static Value ask(const CompiledSurvey& survey, Ask what, const Node& at,
                   const Node& given) {
    Frame frame;
    auto& state = frame.template fresh<State>();
    if (what != Ask::start) frame.template read_at<kState>("state", at, state);
    if (what == Ask::start) {
      auto& options = frame.template fresh<StartOptions>();
      if (frame.template read<kStartOptions>(given, options)) {
        fill_start(survey, options, state, frame.arena);
      }
    } else if (what == Ask::response) {
      auto& options = frame.template fresh<RecordOptions>();
      auto& record = frame.template fresh<Response>();
      if (frame.template read<kRecordOptions>(given, options)) {
        fill_record(survey, state, options, record, frame.found);
      }
      return frame.template reply<kResponse>(record);
    } else {
      Answer* answer = nullptr;
      if (what == Ask::answer) {
        answer = &frame.template fresh<Answer>();
        frame.template read_at<kAnswer>("answer", given, *answer);
      }
      if (frame.found.count() == 0) move(survey, state, answer, frame.found);
    }
    return frame.template reply<kState>(state);
  }

  static Value start(const CompiledSurvey& survey, const Node& request) {
    return ask(survey, Ask::start, Backend::null(), request);
  }
  static Value answer(const CompiledSurvey& survey, const Node& at,
                      const Node& given) {
    return ask(survey, Ask::answer, at, given);
  }
  static Value back(const CompiledSurvey& survey, const Node& at) {
    return ask(survey, Ask::back, at, Backend::null());
  }
  static Value response(const CompiledSurvey& survey, const Node& at,
                        const Node& request) {
    return ask(survey, Ask::response, at, request);
  }

  static Value preview(const Node& request) {
    Frame frame;
    auto& asked = frame.template fresh<PreviewRequest>();
    auto& preview = frame.template fresh<Preview>();
    if (frame.template read<kPreviewRequest>(request, asked)) {
      Counts baseline;
      if (asked.baseline) baseline = asked.baseline->total();
      fill_preview(asked.score, asked.baseline ? &baseline : nullptr, preview);
    }
    return frame.template reply<kPreview>(preview);
  }

#ifndef LOOPLET_SURVEY_ONLY
  /// The value, or every reason why there is none.
  template <class T>
  static Value reply(const Typed<T>& type, const Result<T>& result) {
    return result ? good<Backend>(write<Backend>(type, *result))
                  : bad<Backend>(result.faults());
  }
#endif

 private:
  /// What one call reads into, and what it found wrong.
  struct Frame {
    [[gnu::noinline]] Frame() = default;

    alignas(std::max_align_t) std::array<char, Backend::kFrameBytes> room{};
    Arena arena{List<char>{room.data(), room.size()}};
    Reporter found{arena};

    /// A value to be read or filled in whole.
    template <class T>
    T& fresh() {
      return arena.zeros<T>(1)[0];
    }

    /// Whether all that was read so far is of use.
    template <const auto& kType, class T>
    bool read(const Node& node, T& out) {
      static_assert(std::is_same_v<decltype(kType), const Typed<T>&>);
      return read_row(node, row<kType>(), &out);
    }
    template <const auto& kType, class T>
    bool read_at(const char* member, const Node& node, T& out) {
      const Below here(found, member);
      return read<kType>(node, out);
    }
    bool read_row(const Node& node, const TypeRow& type, void* out) {
      // The reply is written before the request goes.
      Reader<Backend>(Strict::no, found, Texts::lent).read(node, type, out);
      return found.count() == 0;
    }

    template <const auto& kType, class T>
    Value reply(T& value) {
      static_assert(std::is_same_v<decltype(kType), const Typed<T>&>);
      return reply_row(row<kType>(), &value);
    }
    Value reply_row(const TypeRow& type, void* value) {
      return found.count() == 0
                 ? good<Backend>(Writer<Backend>::write(type, value))
                 : bad<Backend>(found.found());
    }
  };
};

}  // namespace looplet::wire
