// Reads CSV as it is met in the wild, from chunks of any size, without
// copying cells and in memory that does not grow with the file.
//
//   CsvReader reader;
//   while (const std::size_t n = read_some(reader.room())) {
//     reader.fill(n);
//     while (const CsvRow* row = reader.next()) use(*row);
//   }
//   reader.finish();
//   while (const CsvRow* row = reader.next()) use(*row);
//   report(reader.faults());
//
// The dialect is RFC 4180 read leniently, cell for cell what Python's `csv`
// module gives: lines end in LF, CRLF or CR, mixed as they come; a quote opens
// only at the start of a cell, is written twice inside one, and elsewhere is
// an ordinary character. UTF-8 with or without a mark, and UTF-16 with one.
// The rows do not depend on how the bytes were cut into chunks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/fault.h"

namespace looplet {

constexpr std::size_t kLongestCell = 64 * 1024;   ///< bytes; longer is cut
constexpr std::size_t kLongestRow = 1024 * 1024;  ///< bytes; longer is left out
constexpr std::size_t kMostColumns = 16384;       ///< as in spreadsheets
constexpr std::size_t kCsvSampleBytes = 64 * 1024;  ///< looked at beforehand
constexpr std::size_t kCsvSampleRows = 200;         ///< of these bytes
constexpr std::size_t kMostStoredFaults = 1000;     ///< the rest is counted

enum class CsvEncoding : std::uint8_t { utf8, utf8_mark, utf16_le, utf16_be };

/// "UTF-8", "UTF-8 with BOM", "UTF-16LE" or "UTF-16BE".
std::string_view encoding_name(CsvEncoding encoding);

struct CsvOptions {
  /// The byte between cells, or 0 to find it: the one of comma, semicolon, tab
  /// and bar that cuts the sample most evenly. A first line such as "sep=;"
  /// is obeyed and is no row.
  char delimiter = 0;
};

/// One row. The bytes live in the reader until its next call.
class CsvRow {
 public:
  std::size_t size() const { return size_; }       ///< cells, at least 1
  std::int64_t line() const { return line_; }      ///< where it starts, from 1
  std::int64_t number() const { return number_; }  ///< rows up to here, from 1

  /// The cell as it stands in the file, with its quotes; empty beyond the
  /// last. At most kLongestCell bytes.
  std::string_view raw(std::size_t i) const {
    if (i >= size_) return {};
    const std::uint32_t begin = i == 0 ? begin_ : ends_[i - 1] + 1;
    const std::size_t length = ends_[i] - begin;
    return {data_ + begin, length < kLongestCell ? length : kLongestCell};
  }

  /// The cell's text. `scratch` is used, and the result points into it, only
  /// when the cell has quotes within.
  std::string_view text(std::size_t i, std::string& scratch) const;

 private:
  friend class CsvReader;
  const char* data_ = nullptr;
  const std::uint32_t* ends_ = nullptr;
  std::uint32_t begin_ = 0;
  std::uint32_t size_ = 0;
  std::int64_t line_ = 0;
  std::int64_t number_ = 0;
};

/// The text of a raw cell; see CsvRow::text.
std::string_view csv_text(std::string_view raw, std::string& scratch);

class CsvReader {
 public:
  explicit CsvReader(CsvOptions options = {});
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;

  /// Where the next bytes may be written; never empty once `next` has
  /// returned null. Ends the life of the last row.
  std::span<char> room();

  /// Says that `count` bytes were written to `room()`.
  void fill(std::size_t count);

  /// Copies as much of `bytes` as there is room for and returns how many.
  std::size_t push(std::string_view bytes);

  /// Says that nothing more comes; a last row without a line end is a row.
  void finish();

  /// The next row, or null when more bytes are needed or all is read. Empty
  /// lines are passed over. Nothing comes before the sample is complete.
  const CsvRow* next();

  /// True from the first `next` that had kCsvSampleBytes, or all there is.
  bool ready() const;

  /// Rows of the first kCsvSampleBytes (of UTF-16, 32,000 as UTF-8), whole
  /// ones, at most kCsvSampleRows; a copy, for looking ahead.
  const std::vector<std::vector<std::string>>& sample() const;

  char delimiter() const;  ///< as told or found; comma for a single column
  CsvEncoding encoding() const;
  std::int64_t blank_lines() const;
  std::int64_t bytes_read() const;

  /// True when this cannot be CSV at all (an image, a workbook); `faults`
  /// says what it is, no rows come, and further bytes are passed over.
  bool refused() const;

  /// What was wrong, by line, the first kMostStoredFaults; `fault_count` is
  /// exact. `where` is "line 14".
  const Faults& faults();
  std::int64_t fault_count() const;

  /// Adds a fault a consumer found in a row of this file.
  void report(Code code, std::int64_t line,
              std::initializer_list<std::string_view> arguments = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Feeds `bytes` and gives every complete row to `use`.
template <class Use>
void push_rows(CsvReader& reader, std::string_view bytes, Use&& use) {
  while (!bytes.empty()) {
    bytes.remove_prefix(reader.push(bytes));
    while (const CsvRow* row = reader.next()) use(*row);
  }
}

/// Ends the input and gives the remaining rows to `use`.
template <class Use>
void finish_rows(CsvReader& reader, Use&& use) {
  reader.finish();
  while (const CsvRow* row = reader.next()) use(*row);
}

}  // namespace looplet
