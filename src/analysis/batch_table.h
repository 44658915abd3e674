// The rows of CSV or JSON as one kind of table; the first bytes say which.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/fault_list.h"
#include "analysis/json_cells.h"
#include "analysis/json_records.h"
#include "looplet/columns.h"
#include "looplet/csv.h"
#include "text/utf16.h"

namespace looplet {

class BatchTable {
 public:
  explicit BatchTable(char delimiter);
  // The parts know each other's places.
  BatchTable(const BatchTable&) = delete;
  BatchTable& operator=(const BatchTable&) = delete;

  std::span<char> room();
  void fill(std::size_t count);
  void finish();

  /// Goes to the next row behind the headings; false when there is none yet.
  bool next();

  /// True when the sample is complete: from the first `next` that had enough.
  bool ready() const { return ready_; }
  /// Rows to choose columns by, the headings first. In JSON the headings are
  /// the path of each column and its last part. Always UTF-8.
  const SampleRows& sample() const { return sample_; }
  int headings() const { return headings_; }

  std::int64_t line() const { return line_; }
  /// The cell's text in UTF-8. `scratch` may be used for it; the text lives
  /// until the next row, and until `scratch` is used again.
  std::string_view cell(std::size_t column, std::string& scratch);

  /// Cells of the row, at least as many as there are columns.
  std::size_t cells() const {
    const std::size_t columns = sample_[0].size();
    return row_ == nullptr || json_ ? columns : std::max(columns, row_->size());
  }
  /// Whether the cell begins with a quote in the file.
  bool is_quoted(std::size_t column) const {
    return !json_ && row_->raw(column).substr(0, 1) == "\"";
  }

  bool is_json() const { return json_; }
  bool json_lines() const { return records_.lines(); }
  bool refused() const { return csv_.refused(); }
  char delimiter() const { return csv_.delimiter(); }
  CsvEncoding encoding() const { return json_ ? encoding_ : csv_.encoding(); }
  std::int64_t bytes_read() const { return bytes_read_; }
  /// Fields of JSON that come behind the sample and are not read.
  const std::vector<std::string>& late_fields() const { return cells_.late(); }
  std::int64_t not_utf8() const { return not_utf8_; }

  void report(Code code, std::int64_t line,
              std::initializer_list<std::string_view> arguments);
  const Faults& faults() { return json_ ? faults_.sorted() : csv_.faults(); }
  std::int64_t fault_count() const {
    return json_ ? faults_.count() : csv_.fault_count();
  }

 private:
  struct Kept {
    std::string text;
    std::int64_t line;
  };

  void decide(std::string_view head);
  void feed_json(std::string_view bytes);
  bool next_csv();
  bool next_json();
  bool read_cells(std::string_view text, std::int64_t line, bool learn);
  std::string_view utf8_of(std::string_view bytes, std::string& scratch);
  bool fill_sample();
  void check_width(const CsvRow& row);

  CsvReader csv_;
  csv::FaultList faults_;  // of JSON
  json_text::Records records_{faults_};
  json_text::Cells cells_;
  bool decided_ = false;
  bool json_ = false;
  bool finished_ = false;
  bool ready_ = false;
  std::int64_t bytes_read_ = 0;
  std::int64_t not_utf8_ = 0;

  // UTF-16 on its way to the JSON reader.
  CsvEncoding encoding_ = CsvEncoding::utf8;
  std::optional<text::Utf16Reader> utf16_;
  std::vector<char> staging_;
  std::string utf8_;

  SampleRows sample_;
  int headings_ = 0;
  std::deque<Kept> kept_;  // records looked at beforehand
  std::string current_;    // the one of them that is being read
  std::size_t kept_bytes_ = 0;
  const CsvRow* row_ = nullptr;
  std::int64_t line_ = 0;
};

}  // namespace looplet
