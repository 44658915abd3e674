#include "analysis/batch_table.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "analysis/csv_sniff.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

namespace looplet {
namespace {

constexpr std::size_t kStaging = 64 * 1024;
// Scores, names and times, which are ASCII nearly always.
constexpr std::size_t kShortCell = 32;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_utf16(CsvEncoding encoding) {
  return encoding == CsvEncoding::utf16_le || encoding == CsvEncoding::utf16_be;
}

// The first character behind the mark that is no blank; in UTF-16 its ASCII.
char first_character(std::string_view bytes, const csv::Mark& mark) {
  const std::size_t step = is_utf16(mark.encoding) ? 2 : 1;
  const std::size_t low = mark.encoding == CsvEncoding::utf16_be ? 1 : 0;
  for (std::size_t i = mark.size; i + step <= bytes.size(); i += step) {
    if (step == 2 && bytes[i + 1 - low] != '\0') return '\0';
    if (!is_blank(bytes[i + low])) return bytes[i + low];
  }
  return '\0';
}

}  // namespace

BatchTable::BatchTable(char delimiter)
    : csv_(CsvOptions{.delimiter = delimiter}) {}

std::span<char> BatchTable::room() {
  if (!json_) return csv_.room();
  if (utf16_) return staging_;
  return records_.room();
}

// JSON begins with a bracket, and a table of answers hardly does.
void BatchTable::decide(std::string_view head) {
  decided_ = true;
  const csv::Mark mark = csv::find_mark(head);
  const char first = first_character(head, mark);
  json_ = first == '{' || first == '[';
  if (!json_) return;
  encoding_ = mark.encoding;
  if (is_utf16(encoding_)) {
    utf16_.emplace(encoding_ == CsvEncoding::utf16_be);
    staging_.resize(kStaging);
  }
  const std::string rest(head.substr(mark.size));
  if (utf16_) {
    utf16_->push(rest, utf8_);
    feed_json(utf8_);
  } else {
    feed_json(rest);
  }
}

void BatchTable::feed_json(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::span<char> into = records_.room();
    const std::size_t count = std::min(into.size(), bytes.size());
    std::memcpy(into.data(), bytes.data(), count);
    records_.fill(count);
    bytes.remove_prefix(count);
  }
}

void BatchTable::fill(std::size_t count) {
  bytes_read_ += static_cast<std::int64_t>(count);
  if (!json_) {
    const std::span<char> written = csv_.room();
    if (!decided_) {
      // What came before, if anything, was blank or half a mark.
      utf8_.append(written.data(), count);
      const csv::Mark mark = csv::find_mark(utf8_);
      if (first_character(utf8_, mark) != '\0' && utf8_.size() >= 4) {
        const std::string head = std::move(utf8_);
        utf8_.clear();
        decide(head);
        if (json_) return;
      } else if (utf8_.size() > kCsvSampleBytes) {
        decided_ = true;
        utf8_.clear();
      }
    }
    csv_.fill(count);
  } else if (utf16_) {
    utf8_.clear();
    utf16_->push({staging_.data(), count}, utf8_);
    feed_json(utf8_);
  } else {
    records_.fill(count);
  }
}

void BatchTable::finish() {
  if (finished_) return;
  finished_ = true;
  if (!decided_) {
    const std::string head = std::move(utf8_);
    utf8_.clear();
    decide(head);
  }
  if (utf16_) {
    utf8_.clear();
    utf16_->finish(utf8_);
    feed_json(utf8_);
  }
  records_.finish();
  csv_.finish();
}

void BatchTable::report(Code code, std::int64_t line,
                        std::initializer_list<std::string_view> arguments) {
  if (json_) {
    faults_.add(code, line, arguments);
  } else {
    csv_.report(code, line, arguments);
  }
}

// Each cell is UTF-8 or else Windows-1252: no cell that is UTF-8 is ever
// anything else, and files put together from both are read as well.
std::string_view BatchTable::utf8_of(std::string_view bytes,
                                     std::string& scratch) {
  if (text::is_utf8(bytes)) return bytes;
  if (bytes.size() >= kLongestCell / 2) {  // a cell cut within a character
    for (std::size_t less = 1; less <= 3; ++less) {
      const auto shorter = bytes.substr(0, bytes.size() - less);
      if (text::is_utf8(shorter)) return shorter;
    }
  }
  ++not_utf8_;
  std::string text;  // `bytes` may stand in `scratch`
  text::append_windows_1252(text, bytes);
  scratch = std::move(text);
  return scratch;
}

bool BatchTable::next() { return json_ ? next_json() : next_csv(); }

bool BatchTable::next_csv() {
  for (;;) {
    row_ = csv_.next();
    if (!ready_ && csv_.ready()) {
      ready_ = true;
      sample_ = csv_.sample();
      std::string scratch;
      for (auto& row : sample_) {
        for (std::string& cell : row) {
          cell = std::string(utf8_of(cell, scratch));
        }
      }
      headings_ = header_rows(sample_);
    }
    if (row_ == nullptr) return false;
    line_ = row_->line();
    if (row_->number() <= headings_) continue;
    if (row_->size() != sample_[0].size()) check_width(*row_);
    return true;
  }
}

// Empty cells too many are a habit of spreadsheets and shift nothing.
void BatchTable::check_width(const CsvRow& row) {
  const std::size_t columns = sample_[0].size();
  bool harmless = row.size() > columns;
  for (std::size_t i = columns; harmless && i < row.size(); ++i) {
    harmless = row.raw(i).empty();
  }
  if (harmless) return;
  csv_.report(Code::ragged_row, row.line(),
              {std::to_string(row.size()), std::to_string(columns)});
}

// Reads the cells of a record; false, and a fault, when it is none.
bool BatchTable::read_cells(std::string_view text, std::int64_t line,
                            bool learn) {
  const json_text::Trouble trouble = cells_.read(text, learn);
  line_ = line;
  if (trouble == json_text::Trouble::none) return true;
  const std::int64_t place = line + cells_.lines_before();
  if (trouble == json_text::Trouble::too_deep) {
    faults_.add(Code::too_deep, place, {std::to_string(json_text::kDeepest)});
  } else {
    faults_.add(Code::not_json, place, {cells_.reason()});
  }
  return false;
}

// Collects records until there are enough to choose columns by.
bool BatchTable::fill_sample() {
  while (kept_.size() < kCsvSampleRows && kept_bytes_ < kCsvSampleBytes) {
    const json_text::Record* record = records_.next();
    if (record == nullptr) {
      if (!finished_) return false;
      break;
    }
    if (!read_cells(record->text, record->line, true)) continue;
    kept_bytes_ += record->text.size();
    kept_.push_back({std::string(record->text), record->line});
  }
  ready_ = true;
  // Records without a single member are as good as none.
  if (cells_.paths().empty()) kept_.clear();
  if (kept_.empty()) return true;
  headings_ = 2;
  sample_.push_back(cells_.paths());
  sample_.emplace_back();
  for (const std::string& path : cells_.paths()) {
    sample_[1].push_back(path.substr(path.rfind('.') + 1));
  }
  std::string scratch;
  for (const Kept& kept : kept_) {
    cells_.read(kept.text, false);
    auto& row = sample_.emplace_back();
    for (std::size_t i = 0; i < cells_.paths().size(); ++i) {
      row.emplace_back(utf8_of(cells_.cell(i), scratch));
    }
  }
  return true;
}

bool BatchTable::next_json() {
  if (!ready_ && !fill_sample()) return false;
  if (!kept_.empty()) {
    // The record before this one has been used by now.
    const std::int64_t line = kept_.front().line;
    current_ = std::move(kept_.front().text);
    kept_.pop_front();
    read_cells(current_, line, false);
  } else {
    for (;;) {
      const json_text::Record* record = records_.next();
      if (record == nullptr) return false;
      if (read_cells(record->text, record->line, false)) break;
    }
  }
  if (!cells_.duplicate().empty()) {
    faults_.add(Code::duplicate_key, line_, {cells_.duplicate()});
  }
  return true;
}

std::string_view BatchTable::cell(std::size_t column, std::string& scratch) {
  std::string_view bytes;
  if (json_) {
    bytes = cells_.cell(column);
  } else {
    bytes = csv_text(row_->raw(column), scratch);
  }
  if (bytes.size() <= kShortCell && text::is_ascii(bytes)) return bytes;
  return utf8_of(bytes, scratch);
}

}  // namespace looplet
