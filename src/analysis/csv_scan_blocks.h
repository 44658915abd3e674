// The block loop, compiled once for each kind of processor. The including
// file defines, in an unnamed namespace, `Masks` with
//   static Masks of(const char* block, char delimiter)
//   std::uint64_t quote, delimiter, lf, cr, nul
// and `prefix_xor`. Nothing here may be an inline function with external
// linkage: a file built for a newer processor must not lend its copy to the
// rest of the program.
#pragma once

#include "analysis/csv_scan.h"

namespace looplet::csv {
namespace {

// Writes the offset of each set bit and returns how many there were.
inline std::uint32_t write_bits(std::uint32_t* out, std::uint32_t base,
                                std::uint64_t bits) {
  const auto count = static_cast<std::uint32_t>(__builtin_popcountll(bits));
  // Eight at a time without asking: a wrong guess costs more than the writes,
  // and what is written beyond `count` is overwritten later.
  for (std::uint32_t done = 0; done < count; done += 8) {
    for (std::uint32_t i = 0; i < 8; ++i) {
      out[done + i] = base + static_cast<std::uint32_t>(__builtin_ctzll(
                                 bits | std::uint64_t{1} << 63));
      bits &= bits - 1;
    }
  }
  return count;
}

inline std::uint32_t scan_blocks_here(const char* data, std::uint32_t from,
                                      std::uint32_t to, Scan& scan) {
  std::uint64_t inside = scan.inside;
  std::uint64_t field_start = scan.field_start;
  std::uint64_t after_quote = scan.after_quote;
  std::uint64_t after_cr = scan.after_cr;
  std::uint32_t end_count = scan.end_count;
  std::uint32_t row_count = scan.row_count;
  std::int64_t line = scan.line;

  for (; to - from >= kBlock; from += kBlock) {
    const Masks m = Masks::of(data + from, scan.delimiter);
    // Set from an opening quote up to, not including, its closing one.
    const std::uint64_t in = prefix_xor(m.quote) ^ inside;
    const std::uint64_t opening = m.quote & in;
    const std::uint64_t closing = m.quote & ~in;
    const std::uint64_t row_end = (m.lf | m.cr) & ~in;
    const std::uint64_t end = row_end | (m.delimiter & ~in);
    const std::uint64_t starts = end << 1 | field_start;
    const std::uint64_t closed = closing << 1 | after_quote;
    // A quote inside an unquoted cell, text after a closing quote, a NUL.
    const std::uint64_t odd =
        (opening & ~(starts | closed)) | (closed & ~(end | m.quote)) | m.nul;
    if (odd != 0) break;

    const std::uint64_t line_end = m.cr | (m.lf & ~(m.cr << 1 | after_cr));
    for (std::uint64_t rest = row_end; rest != 0; rest &= rest - 1) {
      const std::uint64_t up_to = rest ^ (rest - 1);  // the bit and all below
      scan.row_ends[row_count] =
          end_count +
          static_cast<std::uint32_t>(__builtin_popcountll(end & up_to)) - 1;
      scan.next_lines[row_count] =
          line + __builtin_popcountll(line_end & up_to);
      ++row_count;
    }
    end_count += write_bits(scan.ends + end_count, from, end);
    line += __builtin_popcountll(line_end);
    inside = std::uint64_t{0} - (in >> 63);
    field_start = end >> 63;
    after_quote = closing >> 63;
    after_cr = m.cr >> 63;
  }

  scan.inside = inside;
  scan.field_start = field_start;
  scan.after_quote = after_quote;
  scan.after_cr = after_cr;
  scan.end_count = end_count;
  scan.row_count = row_count;
  scan.line = line;
  return from;
}

}  // namespace
}  // namespace looplet::csv
