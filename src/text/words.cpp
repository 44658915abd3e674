#include "text/words.h"

#include <cstring>

#include "text/fold.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace looplet::text {
namespace {

constexpr std::size_t kPadding = 64 + 32;
constexpr std::size_t kKeyPadding = 32;  // keys are read by 16 bytes

// Lower case of 16 bytes for ASCII and for U+00C0 to U+00DE, which are 0xC3
// and another byte, and masks of those bytes. `last` is what stood before them.
struct Masks {
  std::uint32_t in = 0;   // letters, digits, and whatever is not ASCII
  std::uint32_t odd = 0;  // neither ASCII nor a letter from U+00C0 to U+00FF
                          // but U+00DF, or behind half of such a letter
};

#if defined(__SSE2__)

using Block = __m128i;

Block load(const char* from) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}

Block of_halves(std::uint64_t low, std::uint64_t high) {
  return _mm_set_epi64x(static_cast<long long>(high),
                        static_cast<long long>(low));
}

// Signed: bytes above 0x7F are negative.
Block between(Block bytes, int least, int most) {
  return _mm_and_si128(
      _mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(least - 1))),
      _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(most + 1))));
}

Block equal(Block bytes, int value) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
}

std::uint32_t bits_of(Block mask) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(mask));
}

Masks fold_block(Block bytes, Block last, char* to) {
  const Block upper = between(bytes, 'A', 'Z');
  Block low = _mm_or_si128(bytes, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
  const Block word =
      _mm_or_si128(between(low, 'a', 'z'), between(low, '0', '9'));
  Masks masks;
  masks.in = bits_of(_mm_or_si128(word, low));
  const std::uint32_t high = bits_of(low);
  if (high != 0) {
    const Block lead = equal(bytes, 0xC3);
    const Block behind = _mm_or_si128(_mm_slli_si128(lead, 1),
                                      _mm_srli_si128(equal(last, 0xC3), 15));
    const Block sign =
        _mm_or_si128(_mm_or_si128(equal(bytes, 0x97), equal(bytes, 0x9F)),
                     equal(bytes, 0xB7));
    const Block letter = _mm_andnot_si128(
        sign, _mm_and_si128(behind, between(bytes, -0x80, -0x41)));
    const Block capital = _mm_and_si128(letter, between(bytes, -0x80, -0x62));
    low = _mm_or_si128(low, _mm_and_si128(capital, _mm_set1_epi8(0x20)));
    masks.odd = (high & ~bits_of(_mm_or_si128(lead, letter))) |
                bits_of(_mm_andnot_si128(letter, behind));
  } else {
    masks.odd = bits_of(_mm_srli_si128(equal(last, 0xC3), 15));
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), low);
  return masks;
}

#elif defined(__wasm_simd128__)

using Block = v128_t;

Block load(const char* from) { return wasm_v128_load(from); }

Block of_halves(std::uint64_t low, std::uint64_t high) {
  return wasm_i64x2_make(static_cast<std::int64_t>(low),
                         static_cast<std::int64_t>(high));
}

Block between(Block bytes, int least, int most) {
  return wasm_u8x16_lt(
      wasm_i8x16_sub(bytes, wasm_i8x16_splat(static_cast<std::int8_t>(least))),
      wasm_u8x16_splat(static_cast<std::uint8_t>(most - least + 1)));
}

Block equal(Block bytes, int value) {
  return wasm_i8x16_eq(bytes,
                       wasm_i8x16_splat(static_cast<std::int8_t>(value)));
}

std::uint32_t bits_of(Block mask) { return wasm_i8x16_bitmask(mask); }

Masks fold_block(Block bytes, Block last, char* to) {
  const Block upper = between(bytes, 'A', 'Z');
  Block low = wasm_v128_or(bytes, wasm_v128_and(upper, wasm_u8x16_splat(0x20)));
  const Block word =
      wasm_v128_or(between(low, 'a', 'z'), between(low, '0', '9'));
  Masks masks;
  masks.in = bits_of(wasm_v128_or(word, low));
  const std::uint32_t high = bits_of(low);
  const Block behind =
      wasm_i8x16_shuffle(equal(last, 0xC3), equal(bytes, 0xC3), 15, 16, 17, 18,
                         19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
  if (high != 0) {
    const Block lead = equal(bytes, 0xC3);
    const Block sign =
        wasm_v128_or(wasm_v128_or(equal(bytes, 0x97), equal(bytes, 0x9F)),
                     equal(bytes, 0xB7));
    const Block letter = wasm_v128_andnot(
        wasm_v128_and(behind, between(bytes, -0x80, -0x41)), sign);
    const Block capital = wasm_v128_and(letter, between(bytes, -0x80, -0x62));
    low = wasm_v128_or(low, wasm_v128_and(capital, wasm_u8x16_splat(0x20)));
    masks.odd = (high & ~bits_of(wasm_v128_or(lead, letter))) |
                bits_of(wasm_v128_andnot(behind, letter));
  } else {
    masks.odd = bits_of(behind);
  }
  wasm_v128_store(to, low);
  return masks;
}

#else

struct Block {
  unsigned char bytes[16] = {};
};

Block load(const char* from) {
  Block block;
  std::memcpy(block.bytes, from, 16);
  return block;
}

Block of_halves(std::uint64_t low, std::uint64_t high) {
  Block block;
  std::memcpy(block.bytes, &low, 8);
  std::memcpy(block.bytes + 8, &high, 8);
  return block;
}

Masks fold_block(const Block& block, const Block& last, char* to) {
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

// The last bytes of `text`, less than 16, and zeros. They go through registers:
// a wide load waits for narrow stores.
Block load_rest(std::string_view text, std::size_t at) {
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

// What is taken for a face, folded; the ones with a letter or a digit last.
constexpr std::string_view kFaces[] = {
    ":-)", ":-(", ":'(", ";-)", ":)", ":(", ";)", "=)",  "=(",  ":/",
    ":-/", ":|",  ":]",  ":[",  "^^", ":d", ":p", ":-d", ":-p", "<3"};
constexpr std::size_t kPlainFaces = 15;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' ||
         c == '\f';
}

Gap stronger(Gap a, Gap b) { return a > b ? a : b; }

}  // namespace

// Fills lower_ and the masks; whether there is anything odd.
bool WordScanner::prepare(std::string_view text) {
  const std::size_t blocks = text.size() / 64 + 1;
  if (lower_.size() < blocks * 64 + kPadding) {
    lower_.resize(blocks * 64 + kPadding);
    masks_.resize(blocks + 1);
    odd_.resize(blocks + 1);
  }
  std::uint64_t any_odd = 0;
  Block last = {};
  std::size_t at = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    std::uint64_t in = 0;
    std::uint64_t odd = 0;
    for (int i = 0; i < 64; i += 16, at += 16) {
      const Block bytes = at + 16 <= text.size() ? load(text.data() + at)
                          : at < text.size()     ? load_rest(text, at)
                                                 : Block{};
      const Masks masks = fold_block(bytes, last, lower_.data() + at);
      last = bytes;
      in |= static_cast<std::uint64_t>(masks.in) << i;
      odd |= static_cast<std::uint64_t>(masks.odd) << i;
    }
    masks_[block] = in;
    odd_[block] = odd;
    any_odd |= odd;
  }
  std::memset(lower_.data() + at, 0, kPadding);
  masks_[blocks] = 0;
  odd_[blocks] = 0;
  blocks_ = static_cast<std::uint32_t>(blocks);
  return any_odd != 0;
}

// Fills edges_, and `size` twice behind the last.
void WordScanner::find_edges() {
  edges_.clear();
  std::uint64_t inside = 0;
  for (std::uint32_t block = 0; block < blocks_; ++block) {
    const std::uint64_t mask = masks_[block];
    std::uint64_t bits = mask ^ (mask << 1 | inside);
    inside = mask >> 63;
    std::uint32_t* edge = edges_.room(64);
    for (; bits != 0; bits &= bits - 1)
      *edge++ = block * 64 + count_zeros(bits);
    edges_.cut_at(edge);
  }
}

const Row<WordPlace>& WordScanner::cut(std::string_view text) {
  const bool any_odd = prepare(text);
  find_edges();
  words_.clear();
  apart_end_ = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  const char* const lower = lower_.data();
  const std::uint32_t* edge = edges_.begin();
  const std::uint32_t* const last = edges_.end();
  std::uint32_t at = 0;
  Gap gap = Gap::stop;
  WordPlace* to = words_.room(edges_.size() / 2);
  // The slower ways add words themselves.
  const auto slowly = [this, &to](auto&& way) {
    words_.cut_at(to);
    way();
    to = words_.room(edges_.size() / 2);
  };
  for (; edge != last; edge += 2) {
    const std::uint32_t begin = edge[0];
    std::uint32_t end = edge[1];
    // Nearly every word is followed by one blank.
    if ((begin != at + 1 || lower[at] != ' ') &&
        !is_plain_gap(at, begin, gap)) {
      std::uint32_t from = begin;
      slowly([&] { from = look_into_gap(text, at, begin, gap); });
      at = begin;
      if (from != begin) {
        at = from;
        while (edge != last && edge[0] < from) edge += 2;
        if (edge == last) break;
        edge -= 2;
        continue;
      }
    }
    at = end;
    if (any_odd && is_odd(begin, end)) {
      slowly([&] { split(text, begin, end, gap); });
      if (end != at) edge += 2;
      at = end;
      continue;
    }
    if (lower[end] == '\'' && is_not(end, size)) {
      end += 2;
      edge += 2;
      at = end;
    }
    to->begin = to->key = begin;
    to->end = end;
    to->bytes = end - begin;
    to->gap = gap;
    to->number = static_cast<unsigned char>(lower[begin]) <= '9';
    to->apart = false;
    if (end - begin == 1) widen_to_face(*to);
    ++to;
    gap = Gap::none;
  }
  words_.cut_at(to);
  // Faces may stand at the end.
  if (at + 1 < size) look_into_gap(text, at, size, gap);
  return words_;
}

// Whether a run has what only `split` understands, which shows at the byte
// behind it when it ends with half a letter.
bool WordScanner::is_odd(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t first = begin / 64;
  const std::uint32_t last = end / 64;
  const std::uint64_t from = ~std::uint64_t{0} << begin % 64;
  const std::uint64_t to = ~std::uint64_t{0} >> (63 - end % 64);
  if (first == last) return (odd_[first] & from & to) != 0;
  std::uint64_t odd = (odd_[first] & from) | (odd_[last] & to);
  for (std::uint32_t i = first + 1; i < last; ++i) odd |= odd_[i];
  return odd != 0;
}

// One sign, or one and a blank: what nearly all other gaps are. False when it
// takes more to understand it.
bool WordScanner::is_plain_gap(std::uint32_t begin, std::uint32_t end,
                               Gap& gap) const {
  if (begin == end) return true;
  if (end > begin + 2 || (end == begin + 2 && lower_[begin + 1] != ' ')) {
    return false;
  }
  const char sign = lower_[begin];
  if (end == begin + 1) {
    if (sign == '.' || sign == ':') return false;
    if (sign == '-') return true;
  }
  switch (mark_of(static_cast<unsigned char>(sign))) {
    case Mark::stop:
      gap = Gap::stop;
      break;
    case Mark::pause:
      gap = stronger(gap, Gap::pause);
      break;
    default:
      break;
  }
  return true;
}

// "n't": the apostrophe between n and a last t.
bool WordScanner::is_not(std::uint32_t apostrophe, std::uint32_t size) const {
  if (apostrophe == 0 || lower_[apostrophe - 1] != 'n') return false;
  if (apostrophe + 1 >= size || lower_[apostrophe + 1] != 't') return false;
  return next_out(apostrophe + 1) == apostrophe + 2;
}

// A single letter or digit that is the mouth of a face: ":D", "<3".
void WordScanner::widen_to_face(WordPlace& word) {
  const std::uint32_t begin = word.begin;
  if (begin == 0 || lower_[begin - 1] == ' ') return;
  for (std::size_t i = kPlainFaces; i < std::size(kFaces); ++i) {
    const auto eyes = static_cast<std::uint32_t>(kFaces[i].size() - 1);
    if (begin < eyes ||
        kFaces[i] != std::string_view(lower_).substr(begin - eyes, eyes + 1)) {
      continue;
    }
    word.begin = begin - eyes;
    word.key = word.begin;
    word.bytes = eyes + 1;
    word.number = false;
    return;
  }
}

std::uint32_t WordScanner::look_into_gap(std::string_view text,
                                         std::uint32_t begin, std::uint32_t end,
                                         Gap& gap) {
  for (std::uint32_t at = begin; at < end; ++at) {
    const char c = lower_[at];
    if (c == ' ') continue;
    const std::string_view rest =
        std::string_view(lower_).substr(at, end - at + 1);
    if (rest.substr(0, 3) == "://" && at == begin) {
      while (at < text.size() && !is_blank(text[at])) ++at;
      begin = at;
      end = next_in(at, static_cast<std::uint32_t>(text.size()));
      --at;
      gap = stronger(gap, Gap::pause);
      continue;
    }
    if (c == ':' || c == ';' || c == '=' || c == '^') {
      std::uint32_t length = 0;
      for (std::size_t i = 0; i < kPlainFaces && length == 0; ++i) {
        if (rest.substr(0, kFaces[i].size()) == kFaces[i] &&
            at + kFaces[i].size() <= end) {
          length = static_cast<std::uint32_t>(kFaces[i].size());
        }
      }
      if (length != 0 && rest.substr(0, 3) != "://") {
        words_.push_back({at, at + length, at, length, gap, false, false});
        gap = Gap::none;
        at += length - 1;
        continue;
      }
    }
    switch (mark_of(static_cast<unsigned char>(c))) {
      case Mark::stop:
        // "3.5", "example.com", "12:30", but "slow.The"
        if ((c != '.' && c != ':') || at + 1 != end ||
            (end < text.size() && text[end] >= 'A' && text[end] <= 'Z')) {
          gap = Gap::stop;
        } else {
          gap = stronger(gap, c == '.' ? Gap::none : Gap::pause);
        }
        break;
      case Mark::pause:
        // "user-friendly" is two words and no pause.
        if (c != '-' || end - begin != 1) gap = stronger(gap, Gap::pause);
        break;
      default:
        break;
    }
  }
  return end;
}

// A word ends where `apart_end_` is; the next one begins there.
void WordScanner::close(WordPlace& word, std::uint32_t end, Gap& gap) {
  word.bytes = apart_end_ - word.key;
  if (word.bytes == 0) return;
  word.end = end;
  word.gap = gap;
  gap = Gap::none;
  words_.push_back(word);
  word.key = apart_end_;
}

void WordScanner::put(std::uint32_t c) {
  char* to = apart_.data() + apart_end_;
  const auto byte = [](std::uint32_t value) {
    return static_cast<char>(static_cast<unsigned char>(value));
  };
  if (c < 0x80) {
    to[0] = byte(c);
    apart_end_ += 1;
  } else if (c < 0x800) {
    to[0] = byte(0xC0 | c >> 6);
    to[1] = byte(0x80 | (c & 0x3F));
    apart_end_ += 2;
  } else if (c < 0x10000) {
    to[0] = byte(0xE0 | c >> 12);
    to[1] = byte(0x80 | (c >> 6 & 0x3F));
    to[2] = byte(0x80 | (c & 0x3F));
    apart_end_ += 3;
  } else {
    to[0] = byte(0xF0 | c >> 18);
    to[1] = byte(0x80 | (c >> 12 & 0x3F));
    to[2] = byte(0x80 | (c >> 6 & 0x3F));
    to[3] = byte(0x80 | (c & 0x3F));
    apart_end_ += 4;
  }
}

void WordScanner::split(std::string_view text, std::uint32_t begin,
                        std::uint32_t& end, Gap& gap) {
  // No letter is longer when it is folded; and the t of "n't".
  const std::size_t room = apart_end_ + (end - begin) + 2 + kKeyPadding;
  if (apart_.size() < room) apart_.resize(2 * room);
  WordPlace word{begin, begin, apart_end_, 0, gap, false, true};
  const auto open = [&word, this](std::uint32_t at, bool number) {
    if (apart_end_ != word.key) return;
    word.begin = at;
    word.number = number;
  };
  bool after_picture = false;
  std::uint32_t last_letter = 0;
  for (std::uint32_t at = begin; at < end;) {
    const Decoded read = decode(text.substr(at, end - at));
    const std::uint32_t next = at + read.bytes;
    const Mark mark = mark_of(read.code_point);
    switch (mark) {
      case Mark::letter: {
        open(at, false);
        last_letter = apart_end_;
        const std::uint32_t c = fold(read.code_point);
        if (c == 0xDF) {
          put('s');
          put('s');
        } else {
          put(c);
        }
        break;
      }
      case Mark::digit:
        open(at, true);
        put(read.code_point);
        break;
      case Mark::accent:
        // Of the letter that it follows at once.
        if (apart_end_ != word.key && last_letter >= word.key) {
          const std::string_view letter(apart_.data() + last_letter,
                                        apart_end_ - last_letter);
          const Decoded base = decode(letter);
          const std::uint32_t whole =
              base.bytes == letter.size()
                  ? composed(base.code_point, read.code_point)
                  : 0;
          if (whole != 0) {
            apart_end_ = last_letter;
            put(whole);
          }
        }
        break;
      case Mark::word_alone:
        close(word, at, gap);
        open(at, false);
        put(fold(read.code_point));
        close(word, next, gap);
        break;
      case Mark::joiner:
        if (after_picture) words_.end()[-1].end = next;
        break;
      case Mark::apostrophe: {
        const bool is_not = apart_end_ > word.key &&
                            apart_[apart_end_ - 1] == 'n' &&
                            next < text.size() && (text[next] | 0x20) == 't' &&
                            next_out(next) == next + 1;
        if (is_not) {
          put('\'');
        } else {
          close(word, at, gap);
        }
        break;
      }
      case Mark::stop:
        close(word, at, gap);
        gap = Gap::stop;
        break;
      case Mark::pause:
        close(word, at, gap);
        gap = stronger(gap, Gap::pause);
        break;
      case Mark::other:
        close(word, at, gap);
        break;
    }
    after_picture =
        mark == Mark::word_alone || (after_picture && mark == Mark::joiner);
    at = next;
    // An ASCII apostrophe behind a letter that is not ASCII.
    if (at == end && at < text.size() && lower_[at] == '\'' &&
        apart_end_ > word.key &&
        is_not(at, static_cast<std::uint32_t>(text.size()))) {
      put('\'');
      put('t');
      end += 2;
      at = end;
    }
  }
  close(word, end, gap);
}

}  // namespace looplet::text
