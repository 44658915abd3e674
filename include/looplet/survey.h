// A survey as its author wrote it: steps, texts by language, and conditions
// that are data.
//
//   score (nps) --detractor--> went-wrong (choice) --> tell-more (text) --> end
//               --passive----> make-it-ten (text) ---------------------> end
//               --otherwise--> loved (text) ---------------------------> end
//
// Read it from a document with looplet/wire.h; make it runnable with
// `compile` (looplet/flow.h). Texts and lists live in an arena. The limits
// below are the format's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "looplet/arena.h"
#include "looplet/score.h"

namespace looplet {

constexpr int kSurveyFormat = 1;
constexpr std::size_t kMaxSurveyBytes = 64 * 1024;
constexpr std::size_t kMaxDepth = 32;
constexpr std::int64_t kMaxSteps = 64;
constexpr std::int64_t kMaxOptions = 200;
constexpr std::int64_t kMaxText = 2000;  ///< code points
constexpr std::int64_t kMaxId = 64;
constexpr std::int64_t kDefaultPoints = 5;  ///< of a rating
constexpr std::int64_t kMaxLanguages = 64;
constexpr std::int64_t kMaxRules = 64;       ///< rules of one step
constexpr std::int64_t kMaxConditions = 64;  ///< members of one all / any
constexpr std::int64_t kMaxTraits = 64;

/// A text and its language.
struct TaggedText {
  std::string_view tag;
  std::string_view text;
  bool operator==(const TaggedText&) const = default;
};

/// A text in one language or in several. A plain text has the one tag "".
struct LocalText {
  List<TaggedText> by_tag;

  bool empty() const { return by_tag.empty(); }
  bool is_plain() const { return by_tag.size() == 1 && by_tag[0].tag.empty(); }
  bool operator==(const LocalText&) const = default;
};

/// What a comment or a chosen option is about (statistics of themes: the
/// report). Bit i of a theme set is the i-th of these.
enum class Theme : std::uint8_t {
  product_quality,
  missing_feature,
  usability,
  support_speed,
  support_quality,
  pricing_value,
  billing,
  delivery_logistics,
  reliability_bugs,
  performance_speed,
  account_communication,
  staff,
  other,
};
constexpr int kThemeCount = 13;

/// "support_speed" and so on.
std::string_view theme_name(Theme theme);

/// A set of scores: some numbers, or all from `from` to `to`.
struct ScoreSet {
  List<int> list;
  int from = kLowestScore;
  int to = kHighestScore;

  bool is_range() const { return list.empty(); }
  bool operator==(const ScoreSet&) const = default;
};

/// A value that a condition compares with.
struct Scalar {
  enum class Kind : std::uint8_t { text, number, truth };
  Kind kind = Kind::text;
  bool truth = false;
  std::int64_t number = 0;
  std::string_view word;
  bool operator==(const Scalar&) const = default;

  /// The value as text: "pro", "7", "true".
  std::string_view text(Arena& arena) const;
};

/// True when every member that is given holds; no member given: always true.
struct Condition {
  List<Segment> segment;
  std::optional<ScoreSet> score;
  std::string_view step;   ///< with one of is, includes, answered
  std::string_view trait;  ///< with is
  std::optional<Scalar> is;
  std::string_view includes;
  std::optional<bool> answered;
  List<Theme> theme;
  List<int> sentiment;  ///< -1, 0, 1
  List<std::string_view> locale;
  List<Condition> all;
  List<Condition> any;
  List<Condition> negated;  ///< "not": none or one
  bool operator==(const Condition&) const;
};

struct Rule {
  std::optional<Condition> when;  ///< absent: always
  std::string_view to;
  bool operator==(const Rule&) const = default;
};

/// Where a step leads: the first rule that holds, else the step below.
struct Next {
  List<Rule> rules;

  bool is_plain() const { return rules.size() == 1 && !rules[0].when; }
  bool operator==(const Next&) const = default;
};

enum class StepType : std::uint8_t {
  nps,
  rating,
  choice,
  text,
  contact,
  consent,
  statement,
  end,
};

/// "nps", "rating" and so on.
std::string_view step_type_name(StepType type);

enum class Metric : std::uint8_t { other, csat, ces };
enum class RatingStyle : std::uint8_t { numbers, stars, smileys };
enum class ContactField : std::uint8_t { name, email, phone };
enum class ActionKind : std::uint8_t {
  link,
  review,
  referral,
  case_study,
  copy,
};

struct Option {
  std::string_view id;
  LocalText text;
  std::optional<Theme> theme;  ///< choosing it tags the answer
  bool operator==(const Option&) const = default;
};

struct Action {
  ActionKind kind = ActionKind::link;
  LocalText text;
  std::string_view url;   ///< every kind but copy
  std::string_view code;  ///< copy
  bool operator==(const Action&) const = default;
};

/// One question or page. Members that its type does not use stay empty.
struct Step {
  std::string_view id;
  StepType type = StepType::statement;
  LocalText text;
  LocalText help;
  bool optional = false;
  LocalText low, high;                       // nps, rating
  Metric metric = Metric::other;             // rating
  std::int64_t points = kDefaultPoints;      // rating: answers 1..points
  RatingStyle style = RatingStyle::numbers;  // rating
  List<Option> options;                      // choice
  bool many = false, other = false, shuffle = false;  // choice
  LocalText other_text;                               // choice
  LocalText placeholder;                              // text
  std::int64_t max_length = kMaxText;                 // text, code points
  List<ContactField> fields;                          // contact
  LocalText consent;                                  // contact
  LocalText label;                                    // consent
  LocalText button;                                   // statement
  List<Action> actions;                               // end
  Next next;
  bool operator==(const Step&) const = default;
};

struct Privacy {
  LocalText text;
  std::string_view url;
  bool operator==(const Privacy&) const = default;
};

struct Trait {
  std::string_view name;
  List<std::string_view> values;  ///< empty: any text
  bool operator==(const Trait&) const = default;
};

struct Survey {
  std::string_view schema;
  std::int64_t format = kSurveyFormat;
  std::string_view id;
  std::int64_t revision = 1;
  std::string_view locale = "en";  ///< of plain texts, and the last resort
  LocalText title;
  LocalText subject;
  LocalText owner;
  std::optional<Privacy> privacy;
  List<Trait> traits;
  List<Step> steps;
  bool operator==(const Survey&) const = default;
};

}  // namespace looplet
