// Counts the scores of a CSV file as it comes in.
//
//   ScoreReader reader({.column = "Q1"});
//   while (const std::size_t n = read_some(reader.room())) reader.fill(n);
//   reader.finish();
//   reader.rows().tally, reader.column()->name, reader.faults()
//
// Peak memory is about one megabyte whatever the file; a row of several
// megabytes is left out and reported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "looplet/columns.h"
#include "looplet/csv.h"
#include "looplet/score_rows.h"

namespace looplet {

struct ScoreReaderOptions {
  char delimiter = 0;  ///< 0: found
  std::string column;  ///< heading or number of the score; empty: found
};

class ScoreReader {
 public:
  explicit ScoreReader(ScoreReaderOptions options = {});

  /// Where the next bytes may be written; never empty.
  std::span<char> room() { return csv_.room(); }
  /// Says that `count` bytes were written to `room()`, and counts their rows.
  void fill(std::size_t count);
  /// Copies and counts all of `bytes`.
  void push(std::string_view bytes);
  /// Says that nothing more comes.
  void finish();

  const ScoreRows& rows() const { return rows_; }
  /// Nothing before the sample is complete, or when no column could be told.
  const std::optional<ScoreColumn>& column() const { return column_; }
  const CsvReader& csv() const { return csv_; }
  /// Every fault of the file, by line; see CsvReader::faults.
  const Faults& faults();
  std::int64_t fault_count() const;

 private:
  bool choose_column();
  void count_rows();
  void check_width(const CsvRow& row);

  CsvReader csv_;
  std::string told_;
  bool chosen_ = false;
  std::optional<ScoreColumn> column_;
  ScoreRows rows_;
  std::string scratch_;
  Faults choice_faults_;  // of finding the column
};

}  // namespace looplet
