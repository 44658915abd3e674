// What a respondent gave, and where they are: an answer, a state that can be
// stored and resumed, and the record that is sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "looplet/survey.h"

namespace looplet {

constexpr std::size_t kMaxRecordBytes = 8 * 1024;

struct Contact {
  std::string_view name;
  std::string_view email;
  std::string_view phone;
  bool consent = false;
  bool operator==(const Contact&) const = default;
};

/// One answer. A step that was skipped, or asks nothing, has kind none.
struct Answer {
  enum class Kind : std::uint8_t {
    none,
    number,   ///< nps, rating
    truth,    ///< consent
    text,     ///< text; or the id of one option
    options,  ///< ids of options
    options_and_other,
    contact,
  };
  Kind kind = Kind::none;
  double number = 0;
  bool truth = false;
  std::string_view text;  ///< also the free text of options_and_other
  List<std::string_view> options;
  Contact contact;
  bool operator==(const Answer&) const = default;
};

struct Given {
  std::string_view step;
  Answer answer;
  bool operator==(const Given&) const = default;
};

/// What the page told about a respondent.
struct TraitValue {
  std::string_view name;
  std::string_view value;
  bool operator==(const TraitValue&) const = default;
};

/// Traits and their values, in the order they were given.
using Traits = List<TraitValue>;

/// An option as drawn.
struct OptionView {
  std::string_view id;
  std::string_view text;
  bool operator==(const OptionView&) const = default;
};

/// An action as drawn; `url` has been checked after piping.
struct ActionView {
  ActionKind kind = ActionKind::link;
  std::string_view text;
  std::string_view url;
  std::string_view code;
  bool operator==(const ActionView&) const = default;
};

/// A step ready to draw: one language, pieces piped in, options in order.
struct StepView {
  std::string_view id;
  StepType type = StepType::end;
  std::string_view text;
  std::string_view help;
  bool optional = false;
  double progress = 0;  ///< 0 at the start, 1 at an end, never going back
  bool can_go_back = false;
  std::string_view low, high;
  Metric metric = Metric::other;
  std::int64_t points = 0;
  RatingStyle style = RatingStyle::numbers;
  List<OptionView> options;
  bool many = false, other = false;
  std::string_view other_text;
  std::string_view placeholder;
  std::int64_t max_length = 0;
  List<ContactField> fields;
  std::string_view consent;
  std::string_view label;
  std::string_view button;
  List<ActionView> actions;
  bool operator==(const StepView&) const = default;
};

/// Where one respondent is. Plain data: store it, resume it, go back in it.
struct State {
  std::string_view survey;
  std::int64_t revision = 1;
  std::string_view locale;
  std::int64_t seed = 0;  ///< orders shuffled options
  Traits traits;
  List<Given> given;
  StepView step;
  bool operator==(const State&) const = default;
};

/// One answer in a record.
struct RecordAnswer {
  std::string_view step;
  StepType type = StepType::nps;
  Answer value;
  bool operator==(const RecordAnswer&) const = default;
};

/// The record that is sent and stored. Score, segment, themes and
/// completeness are derived from the answers; a receiver derives them anew.
struct Response {
  std::int64_t v = 1;
  std::string_view id;  ///< a UUID, made once, the same on every attempt
  std::string_view survey;
  std::int64_t revision = 1;
  std::string_view locale;
  List<RecordAnswer> answers;
  std::optional<int> score;
  std::optional<Segment> segment;
  List<Theme> themes;
  std::optional<int> sentiment;
  bool complete = false;
  std::string_view client_time;  ///< RFC 3339, UTC
  std::string_view sent_time;
  Traits traits;
  std::string_view page;
  std::optional<std::int64_t> seq;  ///< of partial answers with one id
  bool operator==(const Response&) const = default;
};

}  // namespace looplet
