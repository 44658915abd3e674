// The block loop for x86-64 with AVX2, carry-less multiply and BMI; the one
// file compiled for them (see src/CMakeLists.txt), entered after asking the
// processor.
#include "analysis/csv_scan_avx2.h"

#if defined(__AVX2__) && defined(__PCLMUL__)

#include <immintrin.h>

namespace looplet::csv {
namespace {

struct Masks {
  std::uint64_t quote, delimiter, lf, cr, nul;

  static std::uint64_t equal(__m256i low, __m256i high, char byte) {
    const __m256i wanted = _mm256_set1_epi8(byte);
    const auto a = static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
    const auto b = static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
    return std::uint64_t{b} << 32 | a;
  }

  static Masks of(const char* block, char delimiter) {
    const __m256i low =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block));
    const __m256i high =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block + 32));
    return {equal(low, high, '"'), equal(low, high, delimiter),
            equal(low, high, '\n'), equal(low, high, '\r'),
            equal(low, high, '\0')};
  }
};

// Each bit becomes the parity of itself and all below: a product by all ones
// without carries (Langdale and Lemire 2019, "Parsing Gigabytes of JSON per
// Second", section 3.1.1).
inline std::uint64_t prefix_xor(std::uint64_t bits) {
  const __m128i product =
      _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)),
                           _mm_set1_epi8(static_cast<char>(0xFF)), 0);
  return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

}  // namespace
}  // namespace looplet::csv

#include "analysis/csv_scan_blocks.h"

namespace looplet::csv {

std::uint32_t scan_blocks_avx2(const char* data, std::uint32_t from,
                               std::uint32_t to, Scan& scan) {
  return scan_blocks_here(data, from, to, scan);
}

}  // namespace looplet::csv

#endif
