#include "looplet/csv.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "analysis/csv_scan.h"
#include "analysis/csv_sniff.h"
#include "analysis/fault_list.h"
#include "text/utf16.h"

namespace looplet {
namespace {

constexpr std::size_t kWindow = 256 * 1024;  // stays in the second-level cache
constexpr std::size_t kStaging = 64 * 1024;  // bytes of UTF-16 at a time
constexpr std::size_t kUtf16Sample = 32000;

}  // namespace

std::string_view encoding_name(CsvEncoding encoding) {
  switch (encoding) {
    case CsvEncoding::utf8:
      return "UTF-8";
    case CsvEncoding::utf8_mark:
      return "UTF-8 with BOM";
    case CsvEncoding::utf16_le:
      return "UTF-16LE";
    case CsvEncoding::utf16_be:
      return "UTF-16BE";
  }
  return {};
}

std::string_view csv_text(std::string_view raw, std::string& scratch) {
  if (raw.empty() || raw[0] != '"') return raw;
  std::size_t quote = raw.find('"', 1);
  if (quote == std::string_view::npos) return raw.substr(1);  // never closed
  if (quote + 1 == raw.size()) return raw.substr(1, quote - 1);
  scratch.clear();
  std::size_t begin = 1;
  while (quote != std::string_view::npos) {
    scratch += raw.substr(begin, quote - begin);
    if (quote + 1 >= raw.size() || raw[quote + 1] != '"') {
      return scratch += raw.substr(quote + 1);  // text after the cell's end
    }
    scratch += '"';
    begin = quote + 2;
    quote = raw.find('"', begin);
  }
  return scratch += raw.substr(std::min(begin, raw.size()));
}

std::string_view CsvRow::text(std::size_t i, std::string& scratch) const {
  return csv_text(raw(i), scratch);
}

struct CsvReader::State {
  CsvOptions options;
  CsvEncoding encoding = CsvEncoding::utf8;
  bool ready = false;
  bool finished = false;
  bool refused = false;
  std::int64_t bytes_read = 0;
  std::int64_t blank_lines = 0;
  csv::Rows sample;

  // The window: [begin, size) is text not given out yet, of which
  // [begin, scanned) has been through the scanner.
  std::vector<char> window = std::vector<char>(kWindow);
  std::size_t size = 0;
  std::size_t begin = 0;
  std::size_t scanned = 0;
  bool skipping = false;  // inside a row that is too large

  csv::Scan scan;
  std::vector<std::uint32_t> ends =
      std::vector<std::uint32_t>(kMostColumns + 2 * csv::kStrip + csv::kBlock);
  std::vector<std::uint32_t> row_ends =
      std::vector<std::uint32_t>(csv::kStrip + csv::kBlock);
  std::vector<std::int64_t> next_lines =
      std::vector<std::int64_t>(csv::kStrip + csv::kBlock);
  std::vector<csv::Scan::Found> found =
      std::vector<csv::Scan::Found>(2 * csv::kStrip);
  std::uint32_t next_row = 0;  // among row_ends
  std::uint32_t next_end = 0;  // among ends
  std::int64_t row_line = 1;
  std::int64_t rows = 0;
  CsvRow row;

  std::vector<char> staging;  // UTF-16 as it comes
  text::Utf16Reader utf16{false};
  std::string utf8;

  csv::FaultList faults;

  void report_too_large(std::int64_t line) {
    ++rows;  // left out, but counted
    faults.add(Code::row_too_large, line,
               {std::to_string(kLongestRow), std::to_string(kMostColumns)});
  }

  void report_long_cells(const CsvRow& row);
  bool prepare();
  void refuse(Code code, std::initializer_list<std::string_view> arguments);
  void append(std::string_view bytes);
  void append_rest();
  void append_utf8();
  void make_room(std::size_t wanted);
  void restart_strip();
  void skip_large_row();
  bool scan_strip();
  void end_last_row();
};

void CsvReader::State::report_long_cells(const CsvRow& long_row) {
  std::uint32_t cell = long_row.begin_;
  for (std::uint32_t i = 0; i < long_row.size_; ++i) {
    const std::size_t length = long_row.ends_[i] - cell;
    if (length > kLongestCell) {
      faults.add(Code::cell_too_long, long_row.line_,
                 {std::to_string(length), std::to_string(kLongestCell)});
    }
    cell = long_row.ends_[i] + 1;
  }
}

void CsvReader::State::refuse(
    Code code, std::initializer_list<std::string_view> arguments) {
  faults.add(code, 1, arguments);
  refused = true;
  begin = scanned = size = 0;
}

// Looks at the sample once it is complete: encoding, delimiter, first rows.
bool CsvReader::State::prepare() {
  if (ready) return true;
  if (size < kCsvSampleBytes && !finished) return false;
  ready = true;
  const csv::Mark mark = csv::find_mark({window.data(), size});
  encoding = mark.encoding;
  if (encoding == CsvEncoding::utf16_le || encoding == CsvEncoding::utf16_be) {
    staging.resize(kStaging);
    utf16 = text::Utf16Reader(encoding == CsvEncoding::utf16_be);
    const std::string bytes(window.data() + mark.size, size - mark.size);
    size = 0;
    append(bytes);
    if (finished) append_rest();
  } else {
    begin = mark.size;
  }
  // The same bytes whatever the chunks were. UTF-16 gives at least one byte
  // for each two.
  const std::size_t limit = staging.empty() ? kCsvSampleBytes : kUtf16Sample;
  const bool whole = bytes_read < static_cast<std::int64_t>(kCsvSampleBytes);
  std::string_view head(window.data() + begin, (whole ? size : limit) - begin);
  const std::string_view other = csv::not_text(head);
  if (!other.empty()) {
    refuse(Code::not_text, {other});
    return true;
  }
  const csv::SepLine sep = csv::find_sep_line(head);
  if (sep.size != 0) {
    begin += sep.size;
    head.remove_prefix(sep.size);
    scan.line = row_line = 2;
    if (options.delimiter == 0) options.delimiter = sep.delimiter;
  }
  if (options.delimiter == 0)
    options.delimiter = csv::sniff_delimiter(head, whole);
  scan.delimiter = options.delimiter;
  scan.ends = ends.data();
  scan.row_ends = row_ends.data();
  scan.next_lines = next_lines.data();
  scan.found = found.data();
  sample = csv::sample_rows(head, scan.delimiter, whole);
  scanned = begin;
  return true;
}

// Makes `wanted` bytes of room at the end: the text already given out goes,
// and the window grows if a row is that long.
void CsvReader::State::make_room(std::size_t wanted) {
  if (window.size() - size >= wanted) return;
  if (begin > 0) {
    std::memmove(window.data(), window.data() + begin, size - begin);
    const auto moved = static_cast<std::uint32_t>(begin);
    for (std::uint32_t i = next_end; i < scan.end_count; ++i) ends[i] -= moved;
    scanned -= begin;
    size -= begin;
    begin = 0;
  }
  if (window.size() - size < wanted) window.resize(size + wanted);
}

// Appends UTF-16 as UTF-8.
void CsvReader::State::append(std::string_view bytes) {
  utf8.clear();
  utf16.push(bytes, utf8);
  append_utf8();
}

// Appends what an unfinished end of UTF-16 stands for.
void CsvReader::State::append_rest() {
  utf8.clear();
  utf16.finish(utf8);
  append_utf8();
}

void CsvReader::State::append_utf8() {
  make_room(utf8.size());
  std::memcpy(window.data() + size, utf8.data(), utf8.size());
  size += utf8.size();
}

// Moves the ends of an unfinished row to the front of the arrays.
void CsvReader::State::restart_strip() {
  const std::uint32_t left = scan.end_count - next_end;
  std::memmove(ends.data(), ends.data() + next_end,
               left * sizeof(std::uint32_t));
  scan.end_count = left;
  scan.row_count = next_row = next_end = 0;
}

// Gives up a row that has grown too large, and with it its bytes.
void CsvReader::State::skip_large_row() {
  if (!skipping) {
    report_too_large(row_line);
    if (scan.inside != 0) {
      const std::size_t cell =
          scan.end_count > 0 ? ends[scan.end_count - 1] + 1 : begin;
      scan.quote_line =
          row_line + csv::count_line_ends(window.data() + begin, cell - begin);
    }
  }
  skipping = true;
  scan.end_count = 0;
  begin = scanned;
}

// Scans on; true when that gave rows.
bool CsvReader::State::scan_strip() {
  restart_strip();
  while (scanned < size) {
    const std::size_t to = std::min(size, scanned + csv::kStrip);
    scan.found_count = 0;
    if (skipping) {
      // The machine alone, for it remembers where a quote opened.
      csv::scan_bytes(window.data(), static_cast<std::uint32_t>(scanned),
                      static_cast<std::uint32_t>(to), scan);
    } else {
      csv::scan(window.data(), static_cast<std::uint32_t>(scanned),
                static_cast<std::uint32_t>(to), scan);
    }
    scanned = to;
    for (std::uint32_t i = 0; i < scan.found_count; ++i) {
      faults.add(found[i].fault == csv::ScanFault::nul_byte
                     ? Code::nul_byte
                     : Code::text_after_quote,
                 found[i].line, {});
    }
    if (scan.row_count > 0) return true;
    if (skipping || scan.end_count > kMostColumns ||
        scanned - begin > kLongestRow) {
      skip_large_row();
    }
  }
  return false;
}

// Turns the text after the last line end into a row.
void CsvReader::State::end_last_row() {
  if (scan.inside != 0) {
    std::int64_t line = scan.quote_line;
    if (!skipping) {
      const std::size_t cell =
          scan.end_count > 0 ? ends[scan.end_count - 1] + 1 : begin;
      line =
          row_line + csv::count_line_ends(window.data() + begin, cell - begin);
    }
    faults.add(Code::unclosed_quote, line, {});
    scan.inside = 0;
  }
  if (!skipping && (begin < size || scan.end_count > 0)) {
    ends[scan.end_count] = static_cast<std::uint32_t>(size);
    row_ends[0] = scan.end_count++;
    next_lines[0] = scan.line;
    scan.row_count = 1;
  }
}

CsvReader::CsvReader(CsvOptions options) : state_(std::make_unique<State>()) {
  state_->options = options;
}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

std::span<char> CsvReader::room() {
  State& s = *state_;
  if (!s.staging.empty()) return s.staging;
  if (s.refused) return s.window;
  // Half a window at least, so that a tail is moved once for many rows.
  if (s.window.size() - s.size < kWindow / 2) s.make_room(kWindow / 2);
  return {s.window.data() + s.size, s.window.size() - s.size};
}

void CsvReader::fill(std::size_t count) {
  State& s = *state_;
  s.bytes_read += static_cast<std::int64_t>(count);
  if (s.refused) return;
  if (s.staging.empty()) {
    s.size += count;
  } else {
    s.append({s.staging.data(), count});
  }
}

std::size_t CsvReader::push(std::string_view bytes) {
  const std::span<char> into = room();
  const std::size_t count = std::min(into.size(), bytes.size());
  std::memcpy(into.data(), bytes.data(), count);
  fill(count);
  return count;
}

void CsvReader::finish() {
  State& s = *state_;
  if (s.finished) return;
  s.finished = true;
  if (s.ready && !s.staging.empty() && !s.refused) s.append_rest();
}

const CsvRow* CsvReader::next() {
  State& s = *state_;
  if (!s.prepare() || s.refused) return nullptr;
  for (;;) {
    if (s.next_row == s.scan.row_count) {
      if (s.scan_strip()) continue;
      if (!s.finished) return nullptr;
      s.end_last_row();
      if (s.next_row == s.scan.row_count) return nullptr;
    }
    const std::uint32_t last = s.row_ends[s.next_row];
    const auto begin = static_cast<std::uint32_t>(s.begin);
    const std::int64_t line = s.row_line;
    CsvRow& row = s.row;
    row.ends_ = s.ends.data() + s.next_end;
    row.size_ = last - s.next_end + 1;
    const std::uint32_t end = s.ends[last];
    s.row_line = s.next_lines[s.next_row++];
    s.next_end = last + 1;
    s.begin = std::min<std::size_t>(end + 1, s.size);
    if (s.skipping) {  // the end of a row already reported
      s.skipping = false;
      continue;
    }
    if (row.size_ == 1 && end == begin) {
      // Empty, or the LF of a CRLF.
      s.blank_lines += s.row_line != line;
      continue;
    }
    row.data_ = s.window.data();
    row.begin_ = begin;
    row.line_ = line;
    if (end - begin > kLongestRow || row.size_ > kMostColumns) {
      s.report_too_large(line);
      continue;
    }
    row.number_ = ++s.rows;
    if (end - begin > kLongestCell) s.report_long_cells(row);
    return &row;
  }
}

bool CsvReader::ready() const { return state_->ready; }
const csv::Rows& CsvReader::sample() const { return state_->sample; }
char CsvReader::delimiter() const {
  return state_->options.delimiter == 0 ? ',' : state_->options.delimiter;
}
CsvEncoding CsvReader::encoding() const { return state_->encoding; }
std::int64_t CsvReader::blank_lines() const { return state_->blank_lines; }
std::int64_t CsvReader::bytes_read() const { return state_->bytes_read; }
bool CsvReader::refused() const { return state_->refused; }
std::int64_t CsvReader::fault_count() const { return state_->faults.count(); }

const Faults& CsvReader::faults() { return state_->faults.sorted(); }

void CsvReader::report(Code code, std::int64_t line,
                       std::initializer_list<std::string_view> arguments) {
  state_->faults.add(code, line, arguments);
}

}  // namespace looplet
