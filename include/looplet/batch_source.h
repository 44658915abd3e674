// What was understood of a file of answers, and what is left to choose.
//
//   Typeform, CSV, UTF-8, comma; the score is column 2 'How likely ...', found
//   by its name; the comment could be column 3 or 4: choose
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/columns.h"
#include "looplet/date_order.h"
#include "looplet/export_format.h"

namespace looplet {

enum class Role : std::uint8_t {
  score,
  comment,
  time,
  id,          ///< of the submission
  respondent,  ///< of the person
  locale,
  survey,
  weight,
  group,  ///< chosen for breakdown
};

/// "score", "comment", "time", "id", "respondent", "locale", "survey",
/// "weight" or "group".
std::string_view role_name(Role role);

struct ColumnUse {
  Role role = Role::score;
  std::size_t index = 0;  ///< from 0
  std::string name;       ///< heading, or "column 3"
  ColumnFound how = ColumnFound::by_content;
  bool operator==(const ColumnUse&) const = default;
};

/// Several columns could have a role; nobody guessed, and it is not filled.
struct ColumnChoice {
  struct Candidate {
    std::size_t index = 0;
    std::string name;
    std::vector<std::string> samples;  ///< its first filled cells, at most 3
    bool operator==(const Candidate&) const = default;
  };
  Role role = Role::score;
  std::vector<Candidate> candidates;
  bool operator==(const ColumnChoice&) const = default;
};

/// How it is known.
enum class OrderFound : std::uint8_t {
  not_needed,  ///< no time, or times that can be read only one way
  told,
  by_format,
  by_content,   ///< some day in the sample is above 12
  undecided,    ///< times are left out until the order is told
  conflicting,  ///< days above 12 stand first and second: as `undecided`
};

/// "not needed", "as told", "by the format", "by its content", "undecided" or
/// "conflicting".
std::string_view order_found_words(OrderFound how);

struct BatchSource {
  ExportFormat format = ExportFormat::plain;
  std::string_view kind;      ///< "CSV", "JSON" or "JSON Lines"
  std::string_view encoding;  ///< as encoding_name says, or "Windows-1252"
  char delimiter = 0;         ///< 0 in JSON
  int header_rows = 0;        ///< passed over, 0 to 3; 0 in JSON
  std::vector<std::string> columns;  ///< names of all, in their order
  /// JSON: the first fields that come behind the sample and are not read.
  std::vector<std::string> late_fields;
  std::vector<ColumnUse> used;
  std::vector<ColumnChoice> choices;
  DateOrder date_order = DateOrder::unknown;
  OrderFound order_found = OrderFound::not_needed;
};

}  // namespace looplet
