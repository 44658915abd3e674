// Which columns of a table of answers are what: as told, by the format, by
// their names, by their content, and never guessed among several.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/export_rules.h"
#include "looplet/batch_reader.h"
#include "looplet/batch_source.h"
#include "looplet/fault.h"

namespace looplet {

struct BatchColumns {
  std::optional<std::size_t> score, time, id, respondent, locale, survey,
      weight;
  std::vector<std::size_t> comments;
  std::vector<std::size_t> by;

  struct Standing {
    looplet::Standing standing;
    std::size_t column;
    std::string_view values;
    bool values_pass;
  };
  std::vector<Standing> standings;  ///< the first that a row fails decides
  struct Reached {
    std::uint8_t bit;
    std::size_t column;
  };
  std::vector<Reached> reached;
  bool tells_partial = false;
  bool silent_if_blank = false;
  bool guarded = false;
};

/// Chooses, and writes down in `source` (format, columns, used, choices, date
/// order) what and why. Faults: no_rows, no_score_column,
/// several_score_columns, unknown_column, ambiguous_column; without a score,
/// `score` is nothing.
BatchColumns choose_columns(const SampleRows& sample, int headings,
                            const BatchOptions& options, BatchSource& source,
                            Faults& faults);

}  // namespace looplet
