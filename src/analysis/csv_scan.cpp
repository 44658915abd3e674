#include "analysis/csv_scan.h"

#if defined(LOOPLET_HAS_AVX2_FILE)
#include "analysis/csv_scan_avx2.h"
#endif

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#else
#include <cstring>
#endif

namespace looplet::csv {
namespace {

struct Masks {
  std::uint64_t quote, delimiter, lf, cr, nul;

#if defined(__wasm_simd128__)
  static std::uint64_t equal(const v128_t (&part)[4], char byte) {
    const v128_t wanted = wasm_i8x16_splat(byte);
    std::uint64_t bits = 0;
    for (int i = 3; i >= 0; --i) {
      bits = bits << 16 | static_cast<std::uint64_t>(wasm_i8x16_bitmask(
                              wasm_i8x16_eq(part[i], wanted)));
    }
    return bits;
  }

  static Masks of(const char* block, char delimiter) {
    v128_t part[4];
    for (int i = 0; i < 4; ++i) part[i] = wasm_v128_load(block + 16 * i);
    return {equal(part, '"'), equal(part, delimiter), equal(part, '\n'),
            equal(part, '\r'), equal(part, '\0')};
  }
#elif defined(__SSE2__)
  static std::uint64_t equal(const __m128i (&part)[4], char byte) {
    const __m128i wanted = _mm_set1_epi8(byte);
    std::uint64_t bits = 0;
    for (int i = 3; i >= 0; --i) {
      bits = bits << 16 | static_cast<std::uint64_t>(_mm_movemask_epi8(
                              _mm_cmpeq_epi8(part[i], wanted)));
    }
    return bits;
  }

  static Masks of(const char* block, char delimiter) {
    __m128i part[4];
    for (int i = 0; i < 4; ++i) {
      part[i] =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * i));
    }
    return {equal(part, '"'), equal(part, delimiter), equal(part, '\n'),
            equal(part, '\r'), equal(part, '\0')};
  }
#else
  // Eight bytes in a word: the top bit of each byte that is zero after xor,
  // gathered into eight bits by a multiplication.
  static std::uint64_t equal(const std::uint64_t (&word)[8], char byte) {
    constexpr std::uint64_t kLow7 = 0x7F7F7F7F7F7F7F7F;
    const std::uint64_t wanted =
        0x0101010101010101 * static_cast<unsigned char>(byte);
    std::uint64_t bits = 0;
    for (int i = 7; i >= 0; --i) {
      const std::uint64_t x = word[i] ^ wanted;
      const std::uint64_t zero = ~(((x & kLow7) + kLow7) | x | kLow7);
      bits = bits << 8 | (zero >> 7) * 0x0102040810204080 >> 56;
    }
    return bits;
  }

  static Masks of(const char* block, char delimiter) {
    std::uint64_t word[8];
    std::memcpy(word, block, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    for (std::uint64_t& w : word) w = __builtin_bswap64(w);
#endif
    return {equal(word, '"'), equal(word, delimiter), equal(word, '\n'),
            equal(word, '\r'), equal(word, '\0')};
  }
#endif
};

// Each bit becomes the parity of itself and all below.
inline std::uint64_t prefix_xor(std::uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

void note(Scan& scan, ScanFault fault) {
  std::int64_t& last = scan.last_line[static_cast<int>(fault)];
  if (last == scan.line) return;
  last = scan.line;
  scan.found[scan.found_count++] = {fault, scan.line};
}

}  // namespace
}  // namespace looplet::csv

#include "analysis/csv_scan_blocks.h"

namespace looplet::csv {
namespace {

#if defined(LOOPLET_HAS_AVX2_FILE)
bool has_avx2() {
  static const bool kHas =
      __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
      __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  return kHas;
}
#endif

}  // namespace

void scan_bytes(const char* data, std::uint32_t from, std::uint32_t to,
                Scan& scan) {
  for (std::uint32_t i = from; i < to; ++i) {
    const char c = data[i];
    const bool ends_line = c == '\r' || (c == '\n' && scan.after_cr == 0);
    scan.after_cr = c == '\r';
    if (c == '\0') note(scan, ScanFault::nul_byte);
    if (scan.inside != 0) {
      if (c == '"') {
        scan.inside = 0;
        scan.after_quote = 1;
      }
    } else if (c == '"' && (scan.field_start | scan.after_quote) != 0) {
      if (scan.field_start != 0) scan.quote_line = scan.line;
      scan.inside = ~std::uint64_t{0};
      scan.field_start = scan.after_quote = 0;
    } else if (c == scan.delimiter || c == '\n' || c == '\r') {
      scan.ends[scan.end_count++] = i;
      scan.field_start = 1;
      scan.after_quote = 0;
      if (c != scan.delimiter) {
        scan.row_ends[scan.row_count] = scan.end_count - 1;
        scan.next_lines[scan.row_count] = scan.line + ends_line;
        ++scan.row_count;
      }
    } else {
      if (scan.after_quote != 0) note(scan, ScanFault::text_after_quote);
      scan.field_start = scan.after_quote = 0;
    }
    scan.line += ends_line;
  }
}

std::uint32_t scan_blocks(const char* data, std::uint32_t from,
                          std::uint32_t to, Scan& scan) {
#if defined(LOOPLET_HAS_AVX2_FILE)
  if (has_avx2()) return scan_blocks_avx2(data, from, to, scan);
#endif
  return scan_blocks_here(data, from, to, scan);
}

void scan(const char* data, std::uint32_t from, std::uint32_t to, Scan& scan) {
  while (from < to) {
    from = scan_blocks(data, from, to, scan);
    const std::uint32_t stop = to - from < kBlock ? to : from + kBlock;
    scan_bytes(data, from, stop, scan);
    from = stop;
  }
}

std::int64_t count_line_ends(const char* data, std::size_t size) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    count +=
        data[i] == '\r' || (data[i] == '\n' && (i == 0 || data[i - 1] != '\r'));
  }
  return count;
}

const char* scan_backend() {
#if defined(LOOPLET_HAS_AVX2_FILE)
  if (has_avx2()) return "avx2";
#endif
#if defined(__wasm_simd128__)
  return "simd128";
#elif defined(__SSE2__)
  return "sse2";
#else
  return "portable";
#endif
}

}  // namespace looplet::csv
