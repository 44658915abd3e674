// The inner machine of the CSV reader: finds where cells and rows end.
//
//   bytes   7,"a, ""b""",x LF        quotes pair up: inside is a prefix xor
//   inside  ..1111111111...          of the quote bits, 64 bytes at a time
//   ends     |          | |          (row end at the last)
//
// scan_bytes defines what is right, byte by byte. scan_blocks takes 64 bytes
// at once and stops before a block in which a quote stands where only the
// machine can say what it means; the two can take turns at any byte.
#pragma once

#include <cstddef>
#include <cstdint>

namespace looplet::csv {

constexpr std::uint32_t kBlock = 64;
constexpr std::uint32_t kStrip = 4096;  // bytes between two looks at the rows

enum class ScanFault : std::uint8_t { nul_byte, text_after_quote };

/// Where the machine stands, and what it has found since the last strip.
struct Scan {
  // The place. At most one of inside, field_start and after_quote is set.
  std::uint64_t inside = 0;       ///< all ones within quotes
  std::uint64_t field_start = 1;  ///< 1 right after a delimiter or a row
  std::uint64_t after_quote = 0;  ///< 1 right after a closing quote
  std::uint64_t after_cr = 0;     ///< 1 right after a carriage return
  std::int64_t line = 1;          ///< number of the line we are in
  std::int64_t quote_line = 1;    ///< where scan_bytes last saw one open
  char delimiter = ',';

  // Finds. The arrays belong to the caller and have room for kStrip entries
  // more than they hold, and one block.
  std::uint32_t* ends = nullptr;  ///< offset of each cell's end
  std::uint32_t end_count = 0;
  std::uint32_t* row_ends = nullptr;   ///< index in `ends` of each row's last
  std::int64_t* next_lines = nullptr;  ///< line on which the next row starts
  std::uint32_t row_count = 0;

  // Faults of scan_bytes, one of a kind for a line.
  struct Found {
    ScanFault fault;
    std::int64_t line;
  };
  Found* found = nullptr;  ///< room for two entries a byte of a strip
  std::uint32_t found_count = 0;
  std::int64_t last_line[2] = {0, 0};
};

/// Reads data[from, to) byte by byte.
void scan_bytes(const char* data, std::uint32_t from, std::uint32_t to,
                Scan& scan);

/// Reads whole blocks of data[from, to) and returns where it stopped: short
/// of a block, or before a block that is for scan_bytes.
std::uint32_t scan_blocks(const char* data, std::uint32_t from,
                          std::uint32_t to, Scan& scan);

/// Reads data[from, to) by the two of them.
void scan(const char* data, std::uint32_t from, std::uint32_t to, Scan& scan);

/// Number of line ends: LF, CRLF, and CR alone.
std::int64_t count_line_ends(const char* data, std::size_t size);

/// What scan_blocks runs on here: "avx2", "sse2", "simd128" or "portable".
const char* scan_backend();

}  // namespace looplet::csv
