// The scores of a file, whatever it is: any export, or JSON with counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "looplet/batch_reader.h"
#include "looplet/score_rows.h"

namespace looplet::cli {

struct ScoresFile {
  std::string name;     ///< the path, or "stdin"
  bool usable = false;  ///< `counts` is what the file says
  Counts counts;
  /// Absent when the file gives counts of segments only.
  std::optional<Tally> tally;
  ScoreRows rows;     ///< those that count; none when the file gives counts
  BatchCounts batch;  ///< all of them
  std::int64_t fault_count = 0;

  // What was understood.
  bool is_counts = false;
  BatchSource source;

  /// Nothing when no column of scores could be told.
  const ColumnUse* score_column() const;
};

/// Reads all of it and complains about its faults on standard error.
ScoresFile read_scores(const std::string& path, BatchOptions options);

/// The counts of a document, if it gives any; `text` is the whole file.
bool read_json_counts(std::string_view text, ScoresFile& file, Faults& faults);

}  // namespace looplet::cli
