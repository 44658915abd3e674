#include "text/words.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf16.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace looplet::text {
namespace {

constexpr std::size_t kPadding = 64 + 32;

// Lower case for ASCII in place, and which of 64 bytes belong to words:
// letters, digits, and whatever is not ASCII.
#if defined(__SSE2__)

std::uint64_t fold_block(char* block) {
  std::uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    auto* at = reinterpret_cast<__m128i*>(block + 16 * i);
    const __m128i bytes = _mm_loadu_si128(at);
    // Signed: bytes above 0x7F are below every letter.
    const __m128i upper =
        _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
                      _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));
    const __m128i low =
        _mm_or_si128(bytes, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
    _mm_storeu_si128(at, low);
    const __m128i letter =
        _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
                      _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
    const __m128i digit =
        _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('0' - 1)),
                      _mm_cmplt_epi8(low, _mm_set1_epi8('9' + 1)));
    const __m128i in = _mm_or_si128(_mm_or_si128(letter, digit), low);
    mask |= static_cast<std::uint64_t>(
                static_cast<std::uint32_t>(_mm_movemask_epi8(in)))
            << (16 * i);
  }
  return mask;
}

#elif defined(__wasm_simd128__)

std::uint64_t fold_block(char* block) {
  std::uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    char* at = block + 16 * i;
    const v128_t bytes = wasm_v128_load(at);
    const v128_t upper = wasm_u8x16_lt(
        wasm_i8x16_sub(bytes, wasm_u8x16_splat('A')), wasm_u8x16_splat(26));
    const v128_t low =
        wasm_v128_or(bytes, wasm_v128_and(upper, wasm_u8x16_splat(0x20)));
    wasm_v128_store(at, low);
    const v128_t letter = wasm_u8x16_lt(
        wasm_i8x16_sub(low, wasm_u8x16_splat('a')), wasm_u8x16_splat(26));
    const v128_t digit = wasm_u8x16_lt(
        wasm_i8x16_sub(low, wasm_u8x16_splat('0')), wasm_u8x16_splat(10));
    const v128_t in = wasm_v128_or(wasm_v128_or(letter, digit), low);
    mask |= static_cast<std::uint64_t>(wasm_i8x16_bitmask(in)) << (16 * i);
  }
  return mask;
}

#else

std::uint64_t fold_block(char* block) {
  std::uint64_t mask = 0;
  for (int i = 0; i < 64; ++i) {
    auto byte = static_cast<unsigned char>(block[i]);
    if (byte >= 'A' && byte <= 'Z') byte += 0x20;
    block[i] = static_cast<char>(byte);
    const bool in = (byte >= 'a' && byte <= 'z') ||
                    (byte >= '0' && byte <= '9') || byte >= 0x80;
    mask |= static_cast<std::uint64_t>(in) << i;
  }
  return mask;
}

#endif

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

void WordScanner::prepare(std::string_view text) {
  const std::size_t blocks = text.size() / 64 + 1;
  if (lower_.size() < blocks * 64 + kPadding) {
    lower_.resize(blocks * 64 + kPadding);
    masks_.resize(blocks + 1);
  }
  if (!text.empty()) std::memcpy(lower_.data(), text.data(), text.size());
  std::memset(lower_.data() + text.size(), 0, kPadding);
  for (std::size_t i = 0; i < blocks; ++i) {
    masks_[i] = fold_block(lower_.data() + 64 * i);
  }
  masks_[blocks] = 0;
  blocks_ = static_cast<std::uint32_t>(blocks);
  pieces_.clear();
}

bool WordScanner::has_high(std::uint32_t begin, std::uint32_t end) const {
  return std::any_of(lower_.begin() + begin, lower_.begin() + end,
                     [](char c) { return static_cast<signed char>(c) < 0; });
}

// "n't": the apostrophe between n and a last t.
bool WordScanner::is_not(std::uint32_t apostrophe, std::uint32_t size) const {
  if (apostrophe == 0 || lower_[apostrophe - 1] != 'n') return false;
  if (apostrophe + 1 >= size || lower_[apostrophe + 1] != 't') return false;
  return next_out(apostrophe + 1) == apostrophe + 2;
}

// A single letter or digit that is the mouth of a face: ":D", "<3".
void WordScanner::widen_to_face(Word& word) const {
  const std::uint32_t begin = word.begin;
  for (std::size_t i = kPlainFaces; i < std::size(kFaces); ++i) {
    const auto eyes = static_cast<std::uint32_t>(kFaces[i].size() - 1);
    if (begin < eyes ||
        kFaces[i] != std::string_view(lower_).substr(begin - eyes, eyes + 1)) {
      continue;
    }
    word.begin = begin - eyes;
    word.key = key_of(lower_.data() + word.begin, eyes + 1);
    word.number = false;
    return;
  }
}

std::uint32_t WordScanner::look_into_gap(std::string_view text,
                                         std::uint32_t begin, std::uint32_t end,
                                         Gap& gap) {
  pieces_.clear();
  folded_.clear();
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
        pieces_.push_back({at, at + length,
                           static_cast<std::uint32_t>(folded_.size()), length,
                           gap, false});
        folded_.append(lower_, at, length);
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
  folded_.append(16, '\0');
  return end;
}

void WordScanner::close(Piece& piece, std::uint32_t end, Gap& gap) {
  piece.bytes = static_cast<std::uint32_t>(folded_.size()) - piece.folded;
  if (piece.bytes == 0) return;
  piece.end = end;
  piece.gap = gap;
  gap = Gap::none;
  pieces_.push_back(piece);
  piece.folded = static_cast<std::uint32_t>(folded_.size());
}

void WordScanner::split(std::string_view text, std::uint32_t begin,
                        std::uint32_t& end, Gap& gap) {
  pieces_.clear();
  folded_.clear();
  Piece piece{begin, begin, 0, 0, gap, false};
  const auto open = [&piece, this](std::uint32_t at, bool number) {
    if (folded_.size() != piece.folded) return;
    piece.begin = at;
    piece.number = number;
  };
  bool after_picture = false;
  std::uint32_t last_letter = 0;
  for (std::uint32_t at = begin; at < end;) {
    const Decoded read = decode(text.substr(at, end - at));
    const std::uint32_t next = at + read.bytes;
    const std::uint32_t c = fold(read.code_point);
    switch (mark_of(read.code_point)) {
      case Mark::letter:
        open(at, false);
        last_letter = static_cast<std::uint32_t>(folded_.size());
        if (c == 0xDF) {
          folded_ += "ss";
        } else {
          append_utf8(folded_, c);
        }
        break;
      case Mark::digit:
        open(at, true);
        folded_ += static_cast<char>(c);
        break;
      case Mark::accent:
        if (folded_.size() != piece.folded) {
          const Decoded letter =
              decode(std::string_view(folded_).substr(last_letter));
          const std::uint32_t whole = composed(letter.code_point, c);
          if (whole != 0) {
            folded_.resize(last_letter);
            append_utf8(folded_, whole);
          }
        }
        break;
      case Mark::word_alone:
        close(piece, at, gap);
        open(at, false);
        append_utf8(folded_, c);
        close(piece, next, gap);
        break;
      case Mark::joiner:
        if (after_picture && !pieces_.empty()) pieces_.back().end = next;
        break;
      case Mark::apostrophe: {
        const bool is_not = folded_.size() > piece.folded &&
                            folded_.back() == 'n' && next < text.size() &&
                            (text[next] | 0x20) == 't' &&
                            next_out(next) == next + 1;
        if (is_not) {
          folded_ += '\'';
        } else {
          close(piece, at, gap);
        }
        break;
      }
      case Mark::stop:
        close(piece, at, gap);
        gap = Gap::stop;
        break;
      case Mark::pause:
        close(piece, at, gap);
        gap = stronger(gap, Gap::pause);
        break;
      case Mark::other:
        close(piece, at, gap);
        break;
    }
    const Mark mark = mark_of(read.code_point);
    after_picture =
        mark == Mark::word_alone || (after_picture && mark == Mark::joiner);
    at = next;
    // An ASCII apostrophe behind a letter that is not ASCII.
    if (at == end && at < text.size() && lower_[at] == '\'' &&
        folded_.size() > piece.folded &&
        is_not(at, static_cast<std::uint32_t>(text.size()))) {
      folded_ += "'t";
      end += 2;
      at = end;
    }
  }
  close(piece, end, gap);
  folded_.append(16, '\0');
}

}  // namespace looplet::text
