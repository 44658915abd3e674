// A survey made runnable: texts stay where they are, decisions become tables
// of numbers, and an answer turns one state into the next.
//
//   Result<CompiledSurvey> survey = wire::read_survey(json);
//   Arena arena;
//   State state = start(*survey, {.locale = "de-AT"}, arena);
//   Result<State> next = answer(*survey, state, seven, arena);
//
// The same survey, state and answer give the same next state for ever.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "looplet/answer.h"
#include "looplet/arena.h"
#include "looplet/result.h"
#include "looplet/survey.h"

namespace looplet {

/// The decisions of a survey. Facts are one 64-bit set a slot: slot i holds
/// the answer to step i; the slots behind hold traits, themes, sentiment and
/// locale. A test asks whether (facts[slot] & mask) == value, and both ways
/// out are the number of another test or, from kStep on, of a step.
struct Flow {
  static constexpr std::uint16_t kStep = 0x8000;
  static constexpr std::uint64_t kAnswered = std::uint64_t{1} << 63;
  static constexpr std::uint64_t kUnnamed = std::uint64_t{1} << 62;
  static constexpr std::uint64_t kOther = std::uint64_t{1} << 61;
  static constexpr int kNamedOptions = 61;  ///< of a step, in conditions

  struct Test {
    std::uint64_t mask;
    std::uint64_t value;
    std::uint16_t slot;
    std::uint16_t equal;
    std::uint16_t unequal;
  };

  List<Test> tests;
  List<std::uint16_t> entry;  ///< of each step: a test or a step
  std::uint16_t slots = 0;
  std::uint16_t theme_slot = 0;
  std::uint16_t sentiment_slot = 0;
  std::uint16_t locale_slot = 0;

  /// The step after `step`, given the facts so far.
  std::uint16_t next(std::uint16_t step, const std::uint64_t* facts) const {
    std::uint16_t at = entry[step];
    while (at < kStep) {
      const Test& test = tests[at];
      at = (facts[test.slot] & test.mask) == test.value ? test.equal
                                                        : test.unequal;
    }
    return static_cast<std::uint16_t>(at - kStep);
  }
};

/// Most slots that a flow can have.
constexpr std::size_t kMaxSlots = kMaxSteps + kMaxTraits + 3;

/// What is known of one respondent, as the sets of bits that a flow tests.
using Facts = std::array<std::uint64_t, kMaxSlots>;

/// A name in a condition and the bit that stands for it.
struct NamedBit {
  std::uint16_t slot;
  std::uint8_t bit;
  std::string_view name;
};

/// A trait that a condition asks for.
struct TraitSlot {
  std::string_view name;
  std::uint16_t slot;
};

/// What a comment says, for conditions on `theme` and `sentiment`.
struct CommentSense {
  std::uint16_t themes = 0;      ///< bit i: the i-th Theme
  std::optional<int> sentiment;  ///< -1, 0 or 1; nothing for a blank comment
};

/// Reads a comment in a survey that speaks `locale`; looplet/themes.h has one.
using CommentReader = CommentSense (*)(std::string_view comment,
                                       std::string_view locale);

struct CompiledSurvey {
  Arena arena;  ///< of everything below
  Survey survey;
  Flow flow;
  List<std::string_view> languages;  ///< that the survey speaks
  List<NamedBit> names;  ///< options, values of traits, languages asked for
  List<TraitSlot> traits;
  List<std::uint16_t> longest;  ///< steps still to come, at most
  int score_step = -1;          ///< the nps step, if there is one
  /// Who reads comments. A host that has the rules of themes gives
  /// `comment_sense`: the program, the collector, the analysis module. Without
  /// one, as in <looplet-survey>, whose size leaves no room for the rules, a
  /// comment says nothing: conditions on `theme` see the themes of chosen
  /// options alone, those on `sentiment` never hold, and a record leaves both
  /// to its receiver.
  CommentReader comments = nullptr;
};

/// Makes a survey runnable, or says everything that keeps it from running:
/// unknown targets, loops, ends that are missing, ids given twice, conditions
/// about what the survey does not have, unsafe links. `arena` is that of the
/// survey's texts and is kept with it.
Result<CompiledSurvey> compile(const Survey& survey, Arena arena);

struct StartOptions {
  std::string_view locale;  ///< wanted; the survey's best match is taken
  Traits traits;
  std::int64_t seed = 0;
};

/// The state at the first step. States refer to the texts of the survey, of
/// their options, and of each other: keep the arenas that they come from.
State start(const CompiledSurvey& survey, const StartOptions& options,
            Arena& arena);

/// The state after answering `state.step`, or why the answer does not fit.
/// Faults stand at /answer, or at /state when that is not of this survey.
Result<State> answer(const CompiledSurvey& survey, const State& state,
                     const Answer& given, Arena& arena);

/// The state before the last answer; a fault at the first step.
Result<State> back(const CompiledSurvey& survey, const State& state,
                   Arena& arena);

struct RecordOptions {
  std::string_view id;
  std::string_view client_time;
  std::string_view sent_time;
  std::string_view page;
  std::optional<std::int64_t> seq;
};

/// The record of a state, complete or not.
Result<Response> response(const CompiledSurvey& survey, const State& state,
                          const RecordOptions& options, Arena& arena);

/// What a receiver derives from a record's answers.
struct Verdict {
  std::optional<int> score;
  std::optional<Segment> segment;
  std::uint16_t themes = 0;  ///< bit i: the i-th Theme
  std::optional<int> sentiment;
  bool complete = false;
};

/// The themes of a set, in their own order.
List<Theme> themes_of(std::uint16_t set, Arena& arena);

/// Walks a record's answers through the flow. Faults when they are not a way
/// through this survey; the record's own score and segment are not believed.
/// A record does not say whether its sender read comments, so with
/// `survey.comments` both ways are tried, and themes and sentiment are those
/// that the comments have, whichever way was gone.
Result<Verdict> judge(const CompiledSurvey& survey, const Response& record);

}  // namespace looplet
