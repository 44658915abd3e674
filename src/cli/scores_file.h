// The scores of a file, whatever it is: CSV, or JSON with scores, records or
// counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/input.h"
#include "looplet/score_reader.h"

namespace looplet::cli {

struct ScoresFile {
  std::string name;     ///< the path, or "stdin"
  bool usable = false;  ///< `counts` is what the file says
  Counts counts;
  /// Absent when the file gives counts of segments only.
  std::optional<Tally> tally;
  ScoreRows rows;  ///< nothing read when the file gives counts
  std::int64_t fault_count = 0;

  // What was understood.
  std::string format;          ///< "CSV" or "JSON"
  std::string place = "line";  ///< what RejectedCell::line counts
  std::optional<ScoreColumn> column;
  std::string encoding;
  char delimiter = 0;
};

/// Reads all of it and complains about its faults on standard error.
ScoresFile read_scores(const std::string& path,
                       const ScoreReaderOptions& options);

/// The JSON half; `text` is the whole file.
void read_json_scores(std::string_view text, ScoresFile& file, Faults& faults);

}  // namespace looplet::cli
