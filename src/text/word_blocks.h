// Sixteen bytes of text at a time: their lower case, and which of them words
// are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace looplet::text {

// Lower case of 16 bytes for ASCII and for U+00C0 to U+00DE, which are 0xC3
// and another byte, and masks of those bytes. `last` is what stood before them.
struct Masks {
  std::uint32_t in = 0;   // letters, digits, and whatever is not ASCII
  std::uint32_t odd = 0;  // neither ASCII nor a letter from U+00C0 to U+00FF
                          // but U+00DF, or behind half of such a letter
};

#if defined(__SSE2__)

using Block = __m128i;

inline Block load(const char* from) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}
inline void store(Block bytes, char* to) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
}
inline Block of_halves(std::uint64_t low, std::uint64_t high) {
  return _mm_set_epi64x(static_cast<long long>(high),
                        static_cast<long long>(low));
}
inline Block all(int value) { return _mm_set1_epi8(static_cast<char>(value)); }

// Signed: bytes above 0x7F are negative.
inline Block between(Block bytes, int least, int most) {
  return _mm_and_si128(_mm_cmpgt_epi8(bytes, all(least - 1)),
                       _mm_cmplt_epi8(bytes, all(most + 1)));
}
inline Block equal(Block bytes, int value) {
  return _mm_cmpeq_epi8(bytes, all(value));
}
inline Block either(Block a, Block b) { return _mm_or_si128(a, b); }
inline Block both(Block a, Block b) { return _mm_and_si128(a, b); }
inline Block without(Block a, Block b) { return _mm_andnot_si128(b, a); }

// Each byte one place on, behind the last of those before.
inline Block moved_on(Block bytes, Block before) {
  return _mm_or_si128(_mm_slli_si128(bytes, 1), _mm_srli_si128(before, 15));
}
inline std::uint32_t bits_of(Block mask) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(mask));
}

#elif defined(__wasm_simd128__)

using Block = v128_t;

inline Block load(const char* from) { return wasm_v128_load(from); }
inline void store(Block bytes, char* to) { wasm_v128_store(to, bytes); }
inline Block of_halves(std::uint64_t low, std::uint64_t high) {
  return wasm_i64x2_make(static_cast<std::int64_t>(low),
                         static_cast<std::int64_t>(high));
}
inline Block all(int value) {
  return wasm_i8x16_splat(static_cast<std::int8_t>(value));
}
inline Block between(Block bytes, int least, int most) {
  return wasm_u8x16_lt(wasm_i8x16_sub(bytes, all(least)),
                       all(most - least + 1));
}
inline Block equal(Block bytes, int value) {
  return wasm_i8x16_eq(bytes, all(value));
}
inline Block either(Block a, Block b) { return wasm_v128_or(a, b); }
inline Block both(Block a, Block b) { return wasm_v128_and(a, b); }
inline Block without(Block a, Block b) { return wasm_v128_andnot(a, b); }
inline Block moved_on(Block bytes, Block before) {
  return wasm_i8x16_shuffle(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                            24, 25, 26, 27, 28, 29, 30);
}
inline std::uint32_t bits_of(Block mask) { return wasm_i8x16_bitmask(mask); }

#else

struct Block {
  unsigned char bytes[16] = {};
};

inline Block load(const char* from) {
  Block block;
  std::memcpy(block.bytes, from, 16);
  return block;
}

inline Block of_halves(std::uint64_t low, std::uint64_t high) {
  Block block;
  std::memcpy(block.bytes, &low, 8);
  std::memcpy(block.bytes + 8, &high, 8);
  return block;
}

inline Masks fold_block(const Block& block, const Block& last, char* to) {
  Masks masks;
  bool behind = last.bytes[15] == 0xC3;
  for (int i = 0; i < 16; ++i) {
    unsigned char byte = block.bytes[i];
    const bool letter = behind && byte >= 0x80 && byte <= 0xBF &&
                        byte != 0x97 && byte != 0x9F && byte != 0xB7;
    const bool lead = byte == 0xC3;
    const bool odd = (byte >= 0x80 && !lead && !letter) || (behind && !letter);
    if ((byte >= 'A' && byte <= 'Z') || (letter && byte <= 0x9E)) byte |= 0x20;
    const bool in = (byte >= 'a' && byte <= 'z') ||
                    (byte >= '0' && byte <= '9') || byte >= 0x80;
    masks.in |= static_cast<std::uint32_t>(in) << i;
    masks.odd |= static_cast<std::uint32_t>(odd) << i;
    to[i] = static_cast<char>(byte);
    behind = lead;
  }
  return masks;
}

#endif

#if defined(__SSE2__) || defined(__wasm_simd128__)

inline Masks fold_block(Block bytes, Block last, char* to) {
  const Block a_bit = all(0x20);  // between capital and small letters
  const Block upper = between(bytes, 'A', 'Z');
  Block low = either(bytes, both(upper, a_bit));
  const Block word = either(between(low, 'a', 'z'), between(low, '0', '9'));
  Masks masks;
  masks.in = bits_of(either(word, low));
  const std::uint32_t high = bits_of(low);
  const Block lead = equal(bytes, 0xC3);
  const Block behind = moved_on(lead, equal(last, 0xC3));
  if (high != 0) {
    const Block sign = either(either(equal(bytes, 0x97), equal(bytes, 0x9F)),
                              equal(bytes, 0xB7));
    const Block letter =
        without(both(behind, between(bytes, -0x80, -0x41)), sign);
    const Block capital = both(letter, between(bytes, -0x80, -0x62));
    low = either(low, both(capital, a_bit));
    masks.odd = (high & ~bits_of(either(lead, letter))) |
                bits_of(without(behind, letter));
  } else {
    masks.odd = bits_of(behind);
  }
  store(low, to);
  return masks;
}

#endif

// The last bytes of `text`, less than 16, and zeros. They go through registers:
// a wide load waits for narrow stores.
inline Block load_rest(std::string_view text, std::size_t at) {
  const std::size_t count = text.size() - at;
  const auto eight = [&text](std::size_t from) {
    std::uint64_t value;
    std::memcpy(&value, text.data() + from, 8);
    return value;
  };
  std::uint64_t halves[2] = {};
  if (count >= 8) {
    halves[0] = eight(at);
    if (count > 8) halves[1] = eight(text.size() - 8) >> 8 * (16 - count);
  } else if (text.size() >= 8) {
    halves[0] = eight(text.size() - 8) >> 8 * (8 - count);
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      halves[0] |= std::uint64_t{static_cast<unsigned char>(text[at + i])}
                   << 8 * i;
    }
  }
  return of_halves(halves[0], halves[1]);
}

}  // namespace looplet::text
