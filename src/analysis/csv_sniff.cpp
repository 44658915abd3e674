#include "analysis/csv_sniff.h"

#include <algorithm>
#include <cstdint>

#include "analysis/csv_scan.h"

namespace looplet::csv {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

constexpr Magic kMagic[] = {
    {"\x89PNG\r\n\x1A\n"sv, "a PNG image"sv},
    {"\xFF\xD8\xFF"sv, "a JPEG image"sv},
    {"GIF8"sv, "a GIF image"sv},
    {"%PDF-"sv, "a PDF document"sv},
    {"PK\x03\x04"sv, "a ZIP archive or a workbook"sv},
    {"\xD0\xCF\x11\xE0"sv, "an old Office document"sv},
    {"\x1F\x8B"sv, "compressed by gzip"sv},
    {"\x28\xB5\x2F\xFD"sv, "compressed by zstd"sv},
    {"BZh"sv, "compressed by bzip2"sv},
    {"SQLite format 3\0"sv, "an SQLite database"sv},
    {"PAR1"sv, "a Parquet file"sv},
    {"\x7F"
     "ELF"sv,
     "a program"sv},
};

// Calls use(fields' ends, row begin) for each row of the sample.
template <class Use>
void each_row(std::string_view sample, char delimiter, bool whole, Use&& use) {
  // In strips, so that the arrays stay small whatever the sample holds.
  std::vector<std::uint32_t> ends(sample.size() + kBlock + 1);
  std::vector<std::uint32_t> row_ends(sample.size() + kBlock + 1);
  std::vector<std::int64_t> lines(sample.size() + kBlock + 1);
  std::vector<Scan::Found> found(2 * kStrip);
  Scan s;
  s.delimiter = delimiter;
  s.ends = ends.data();
  s.row_ends = row_ends.data();
  s.next_lines = lines.data();
  s.found = found.data();
  const auto size = static_cast<std::uint32_t>(sample.size());
  for (std::uint32_t at = 0; at < size; at += kStrip) {
    s.found_count = 0;
    scan(sample.data(), at, std::min(size, at + kStrip), s);
  }
  const bool nothing_whole = s.row_count == 0;
  const std::uint32_t tail =
      s.row_count == 0 ? 0 : ends[row_ends[s.row_count - 1]] + 1;
  if ((whole || nothing_whole) && tail < size) {
    ends[s.end_count] = size;
    row_ends[s.row_count++] = s.end_count++;
  }
  std::uint32_t first = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t row = 0; row < s.row_count; ++row) {
    const std::uint32_t last = row_ends[row];
    const std::uint32_t width = last - first + 1;
    if (width > 1 || ends[last] > begin) {
      if (!use(ends.data() + first, width, begin)) return;
    }
    begin = ends[last] + 1;
    first = last + 1;
  }
}

}  // namespace

Mark find_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return {CsvEncoding::utf8_mark, 3};
  if (bytes.substr(0, 2) == "\xFF\xFE") return {CsvEncoding::utf16_le, 2};
  if (bytes.substr(0, 2) == "\xFE\xFF") return {CsvEncoding::utf16_be, 2};
  return {};
}

std::string_view not_text(std::string_view bytes) {
  for (const Magic& magic : kMagic) {
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) return magic.what;
  }
  std::size_t nul[2] = {0, 0};
  std::size_t control = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    nul[i % 2] += c == 0;
    control += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' &&
                c != '\v' && c != 0x1A) ||
               c == 0x7F;
  }
  // Latin text in UTF-16 has a NUL in nearly every other byte.
  if (bytes.size() >= 8 &&
      (nul[0] * 10 > bytes.size() * 3 || nul[1] * 10 > bytes.size() * 3)) {
    const bool one_side = nul[0] * 20 < nul[1] || nul[1] * 20 < nul[0];
    return one_side ? "UTF-16 without a byte order mark"sv : "binary data"sv;
  }
  if (control * 10 > bytes.size()) return "binary data"sv;
  return {};
}

SepLine find_sep_line(std::string_view bytes) {
  // Spreadsheets write and obey it; the quotes are as some write them.
  for (const std::string_view before : {"sep="sv, "SEP="sv, "\"sep="sv}) {
    if (bytes.substr(0, before.size()) != before) continue;
    std::size_t at = before.size();
    if (at >= bytes.size()) return {};
    const char delimiter = bytes[at++];
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') return {};
    if (before[0] == '"') {
      if (bytes.substr(at, 1) != "\"") return {};
      ++at;
    }
    if (bytes.substr(at, 2) == "\r\n") return {at + 2, delimiter};
    if (bytes.substr(at, 1) == "\n" || bytes.substr(at, 1) == "\r")
      return {at + 1, delimiter};
    if (at == bytes.size()) return {at, delimiter};
    return {};
  }
  return {};
}

Rows sample_rows(std::string_view sample, char delimiter, bool whole) {
  Rows rows;
  std::string scratch;
  each_row(
      sample, delimiter, whole,
      [&](const std::uint32_t* ends, std::uint32_t width, std::uint32_t begin) {
        std::vector<std::string>& row = rows.emplace_back();
        for (std::uint32_t i = 0; i < width && i < kMostColumns; ++i) {
          const std::string_view raw = sample.substr(begin, ends[i] - begin);
          row.emplace_back(csv_text(raw, scratch));
          begin = ends[i] + 1;
        }
        return rows.size() < kCsvSampleRows;
      });
  return rows;
}

char sniff_delimiter(std::string_view sample, bool whole) {
  char best = ',';
  double best_share = 0;
  std::uint32_t best_width = 1;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::uint32_t header = 0;
    std::size_t rows = 0;
    std::size_t same = 0;
    each_row(sample, delimiter, whole,
             [&](const std::uint32_t*, std::uint32_t width, std::uint32_t) {
               if (rows == 0) header = width;
               ++rows;
               same += width == header;
               return rows < kCsvSampleRows;
             });
    if (header < 2) continue;
    const double share = static_cast<double>(same) / static_cast<double>(rows);
    // A comma inside texts makes rows of many widths; the true delimiter
    // makes one.
    if (share > best_share || (share == best_share && header > best_width)) {
      best = delimiter;
      best_share = share;
      best_width = header;
    }
  }
  return best;
}

}  // namespace looplet::csv
