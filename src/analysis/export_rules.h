// What is known of each export format; the table is export_rules.inc.
//
// Lists are written "a|b": the first that is there. Names are keys of headings
// (heading.h), of any heading row; in JSON the last part of a path is one.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/civil_time.h"
#include "looplet/batch_row.h"
#include "looplet/columns.h"
#include "looplet/export_format.h"

namespace looplet {

/// A column that decides what becomes of a row.
struct StandingRule {
  Standing standing = Standing::complete;  ///< of a row that fails
  std::string_view columns = {};
  std::string_view values = {};  ///< folded
  /// True: every other value fails. False: these values fail. An empty cell
  /// never does.
  bool values_pass = true;
};

struct ReachedRule {
  std::uint8_t bit = 0;  ///< of Reached; told by a cell that is filled, not "0"
  std::string_view columns = {};
};

struct ExportRules {
  ExportFormat format = ExportFormat::plain;
  std::string_view name = {};
  /// Headings that tell: all of "a&b", or all of another part after '|'; a
  /// trailing '*' stands for any end.
  std::string_view needs = {};
  std::string_view score = {}, comment = {}, time = {}, id = {},
                   respondent = {}, locale = {}, survey = {};
  StandingRule standings[4] = {};
  ReachedRule reached[3] = {};
  bool silent_if_blank = false;  ///< an empty score was asked, not answered
  DateOrder order = DateOrder::unknown;
  bool guarded = false;  ///< an apostrophe stands before = + - @
};

/// The rules of the format these headings and first rows are of; those of
/// `plain` if of none.
const ExportRules& recognise_export(const SampleRows& sample, int headings);

}  // namespace looplet
