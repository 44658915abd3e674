// What a respondent gave, and where they are: an answer, a state that can be
// stored and resumed, and the record that is sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "looplet/survey.h"

namespace looplet {

constexpr std::size_t kMaxRecordBytes = 8 * 1024;

struct Contact {
  std::string name;
  std::string email;
  std::string phone;
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
  std::string text;  ///< also the free text of options_and_other
  std::vector<std::string> options;
  Contact contact;
  bool operator==(const Answer&) const = default;
};

struct Given {
  std::string step;
  Answer answer;
  bool operator==(const Given&) const = default;
};

/// Traits and their values, in the order they were given.
using Traits = std::vector<std::pair<std::string, std::string>>;

/// An option as drawn.
struct OptionView {
  std::string id;
  std::string text;
  bool operator==(const OptionView&) const = default;
};

/// An action as drawn; `url` has been checked after piping.
struct ActionView {
  ActionKind kind = ActionKind::link;
  std::string text;
  std::string url;
  std::string code;
  bool operator==(const ActionView&) const = default;
};

/// A step ready to draw: one language, pieces piped in, options in order.
struct StepView {
  std::string id;
  StepType type = StepType::end;
  std::string text;
  std::string help;
  bool optional = false;
  double progress = 0;  ///< 0 at the start, 1 at an end, never going back
  bool can_go_back = false;
  std::string low, high;
  Metric metric = Metric::other;
  std::int64_t points = 0;
  RatingStyle style = RatingStyle::numbers;
  std::vector<OptionView> options;
  bool many = false, other = false;
  std::string other_text;
  std::string placeholder;
  std::int64_t max_length = 0;
  std::vector<ContactField> fields;
  std::string consent;
  std::string label;
  std::string button;
  std::vector<ActionView> actions;
  bool operator==(const StepView&) const = default;
};

/// Where one respondent is. Plain data: store it, resume it, go back in it.
struct State {
  std::string survey;
  std::int64_t revision = 1;
  std::string locale;
  std::int64_t seed = 0;  ///< orders shuffled options
  Traits traits;
  std::vector<Given> given;
  StepView step;
  bool operator==(const State&) const = default;
};

/// One answer in a record.
struct RecordAnswer {
  std::string step;
  StepType type = StepType::nps;
  Answer value;
  bool operator==(const RecordAnswer&) const = default;
};

/// The record that is sent and stored. Score, segment, themes and
/// completeness are derived from the answers; a receiver derives them anew.
struct Response {
  std::int64_t v = 1;
  std::string id;  ///< a UUID, made once, the same on every attempt
  std::string survey;
  std::int64_t revision = 1;
  std::string locale;
  std::vector<RecordAnswer> answers;
  std::optional<int> score;
  std::optional<Segment> segment;
  std::vector<Theme> themes;
  std::optional<int> sentiment;
  bool complete = false;
  std::string client_time;  ///< RFC 3339, UTC
  std::string sent_time;
  Traits traits;
  std::string page;
  std::optional<std::int64_t> seq;  ///< of partial answers with one id
  bool operator==(const Response&) const = default;
};

}  // namespace looplet
