// Reads any export of answers into rows, as it comes in: CSV and its kin, JSON
// and JSON Lines, of ten tools or of none.
//
//   BatchReader reader({.by = {"plan"}});
//   while (const std::size_t n = read_some(reader.room())) {
//     reader.fill(n);
//     while (const BatchRow* row = reader.next()) report.add(*row);
//   }
//   reader.finish();
//   while (const BatchRow* row = reader.next()) report.add(*row);
//   reader.source(), reader.counts(), reader.faults()
//
// Rows come at once and memory does not grow with the file, but for what tells
// submissions apart: where the format has an id of the submission, or one is
// told, 32 bytes for an id and a third of that for room to grow. Rows without
// an id are never merged.
//
// Of several rows of one submission the last complete one counts. When a row
// turns out to replace one that has been given out, `settled` becomes false:
// read the file once more with `leave_out` set to `to_leave_out()`, and the
// rows are right; or set `hold` for what can be read only once, and every row
// is kept in memory until `finish`. Exports have one row a submission, so
// the second reading is rare.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/batch_row.h"
#include "looplet/batch_source.h"
#include "looplet/dedupe.h"
#include "looplet/fault.h"

namespace looplet {

constexpr std::int64_t kMostBatchRows = 100'000'000;
constexpr std::size_t kMostSetAside = 1000;  ///< listed; the rest is counted

struct BatchOptions {
  char delimiter = 0;  ///< 0: found

  // Columns as told, by heading or number from 1; empty: found. Of several
  // comments of a row, all are read, each on a line of its own.
  std::string score, time, id, respondent, locale, survey, weight;
  std::vector<std::string> comments;
  std::vector<std::string> by;  ///< for BatchRow::groups

  DateOrder date_order = DateOrder::unknown;  ///< unknown: found
  Keep keep = Keep::latest;                   ///< of the rows with one id
  bool hold = false;                          ///< give rows out only at the end
  std::vector<std::int64_t> leave_out;        ///< of an earlier reading
  /// Only scores are wanted: comments, people and times are not looked for.
  bool scores_only = false;
  /// What people wrote is not wanted: its column is looked for, and read only
  /// where it tells submissions with one id apart.
  bool skip_comments = false;
  /// Only comments are wanted, and all of them, with or without a score. A row
  /// has its line, comment and locale, and `BatchReader::cell` its cells; none
  /// is left out or set aside. No column of comments is a fault then.
  bool comments_only = false;
  std::int64_t most_rows = kMostBatchRows;
};

/// A row that is not an answer that counts.
struct SetAside {
  std::int64_t line = 0;
  /// Of a duplicate `complete`: another row stands for it.
  Standing standing = Standing::complete;
  bool operator==(const SetAside&) const = default;
};

struct BatchCounts {
  std::int64_t read =
      0;  ///< rows of the file, headings not counted: the sum of
  std::array<std::int64_t, kStandings> by_standing{};  ///< rows that stand, and
  std::int64_t duplicates = 0;    ///< rows another row stands for
  std::int64_t unread_times = 0;  ///< filled cells that are no time we can read
  std::int64_t not_utf8 = 0;      ///< cells read as Windows-1252
  std::int64_t set_aside_count = 0;
  std::vector<SetAside> set_aside;  ///< the first kMostSetAside
  bool operator==(const BatchCounts&) const = default;
};

class BatchReader {
 public:
  explicit BatchReader(BatchOptions options = {});
  ~BatchReader();
  BatchReader(BatchReader&&) noexcept;
  BatchReader& operator=(BatchReader&&) noexcept;

  /// Where the next bytes may be written; never empty once `next` has
  /// returned null. Ends the life of the last row.
  std::span<char> room();
  /// Says that `count` bytes were written to `room()`.
  void fill(std::size_t count);
  /// Copies as much of `bytes` as there is room for and returns how many.
  std::size_t push(std::string_view bytes);
  /// Says that nothing more comes.
  void finish();

  /// The next row, or null when more bytes are needed or all is read. Nothing
  /// comes before the sample is complete (csv.h), or when no score is told.
  const BatchRow* next();

  /// True from when the columns are chosen; `source` is complete then, but
  /// for its encoding.
  bool ready() const;
  /// False, once ready, when no column of scores could be told; with
  /// comments_only, of comments.
  bool usable() const;
  /// With comments_only: the rows of headings as they are; of JSON one, the
  /// path of each column. Once ready.
  std::span<const std::vector<std::string>> headings() const;
  /// With comments_only: the cells of the row that `next` has given, as many
  /// as there are columns or more. The text is UTF-8 and lives as long as the
  /// row and `scratch`.
  std::size_t cells() const;
  std::string_view cell(std::size_t column, std::string& scratch);
  /// Whether the cell stands in quotes in the file.
  bool is_quoted(std::size_t column) const;
  const BatchSource& source() const;
  const BatchCounts& counts() const;

  /// False when rows were given out that other rows stand for; see above.
  bool settled() const;
  /// Numbers of rows, in order, for BatchOptions::leave_out.
  std::vector<std::int64_t> to_leave_out() const;

  std::int64_t bytes_read() const;
  /// What was wrong, by line, the first kMostStoredFaults; the count is exact.
  const Faults& faults();
  std::int64_t fault_count() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Feeds `bytes` and gives every row there is to `use`.
template <class Use>
void push_rows(BatchReader& reader, std::string_view bytes, Use&& use) {
  while (!bytes.empty()) {
    bytes.remove_prefix(reader.push(bytes));
    while (const BatchRow* row = reader.next()) use(*row);
  }
}

/// Ends the input and gives the remaining rows to `use`.
template <class Use>
void finish_rows(BatchReader& reader, Use&& use) {
  reader.finish();
  while (const BatchRow* row = reader.next()) use(*row);
}

}  // namespace looplet
