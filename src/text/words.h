// Cuts text into folded words, with their places, in one pass.
//
//   "L'Été d’accord :)"   l  été  d  accord  :)
//   "I can't, user-friendly"   i  can't | user  friendly
//
// A word is a run of letters and digits; "n't" stays with what is before it,
// and every other apostrophe or hyphen cuts. Ideographs, kana, Hangul and
// emoji are a word each; common emoticons are words. Letters are folded
// (text/fold.h, and U+00DF is "ss"), accents stay. Addresses of the web after
// "://" are passed over. Any bytes are allowed; those that are not UTF-8
// stand between words.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "text/row.h"

namespace looplet::text {

/// What stands before a word, since the word before it.
enum class Gap : std::uint8_t {
  none,
  pause,  ///< a comma, a dash, a bracket
  stop,   ///< the end of a sentence, a line or a part before a colon
};

/// A folded word as it is compared: its first 16 bytes as two numbers.
struct WordKey {
  std::uint64_t low = 0, high = 0;
  const char* text = nullptr;  ///< `bytes` of them, and 16 more readable
  std::uint32_t bytes = 0;

  /// The highest bits are the best ones.
  std::uint64_t hash() const {
    std::uint64_t h = (low ^ high * 0xC2B2AE3D27D4EB4Fu) * 0x9E3779B97F4A7C15u;
    for (std::uint32_t at = 16; at < bytes; ++at) {
      h = (h ^ h >> 32 ^ static_cast<unsigned char>(text[at])) *
          0x9E3779B97F4A7C15u;
    }
    return h;
  }
  std::string_view view() const { return {text, bytes}; }
};

/// The first `bytes` of `text`, which has 16 readable bytes.
inline WordKey key_of(const char* text, std::uint32_t bytes) {
  // Sixteen bytes from 16 - n on leave the first n of a word.
  alignas(32) static constexpr unsigned char kKept[32] = {
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 0,   0,   0,   0,   0,   0,
      0,   0,   0,   0,   0,   0,   0,   0,   0,   0};
  const unsigned char* kept = kKept + 16 - (bytes < 16 ? bytes : 16);
  WordKey key;
  std::uint64_t low_kept;
  std::uint64_t high_kept;
  std::memcpy(&key.low, text, 8);
  std::memcpy(&key.high, text + 8, 8);
  std::memcpy(&low_kept, kept, 8);
  std::memcpy(&high_kept, kept + 8, 8);
  key.low &= low_kept;
  key.high &= high_kept;
  key.text = text;
  key.bytes = bytes;
  return key;
}

/// A word and its bytes in the text.
struct Word {
  WordKey key;
  std::uint32_t begin = 0, end = 0;
  Gap gap = Gap::none;
  bool number = false;  ///< begins with a digit
};

/// A word as the scanner keeps it.
struct WordPlace {
  std::uint32_t begin, end;  ///< bytes of the text
  std::uint32_t key, bytes;  ///< of the folded word
  Gap gap;
  bool number;
  bool apart;  ///< its key does not lie where the word does
};

/// Where the keys of words are.
struct KeyTexts {
  const char* lower;
  const char* apart;

  WordKey key(const WordPlace& word) const {
    return key_of((word.apart ? apart : lower) + word.key, word.bytes);
  }
};

/// Room that is used again from text to text.
class WordScanner {
 public:
  /// The words of `text`, which is below 4 GiB, in order. They and their keys
  /// live until the scanner is used again.
  const Row<WordPlace>& cut(std::string_view text);

  KeyTexts key_texts() const { return {lower_.data(), apart_.data()}; }
  WordKey key(const WordPlace& word) const { return key_texts().key(word); }

  /// Calls `use(const Word&)` for each word in order. The key lives until
  /// `use` returns.
  template <class Use>
  void scan(std::string_view text, Use&& use) {
    for (const WordPlace& place : cut(text)) {
      const Word word{key(place), place.begin, place.end, place.gap,
                      place.number};
      use(word);
    }
  }

 private:
  bool prepare(std::string_view text);
  void find_edges();
  bool is_plain_gap(std::uint32_t begin, std::uint32_t end, Gap& gap) const;
  std::uint32_t look_into_gap(std::string_view text, std::uint32_t begin,
                              std::uint32_t end, Gap& gap);
  bool is_odd(std::uint32_t begin, std::uint32_t end) const;
  void split(std::string_view text, std::uint32_t begin, std::uint32_t& end,
             Gap& gap);
  void put(std::uint32_t code_point);
  void close(WordPlace& word, std::uint32_t end, Gap& gap);
  bool is_not(std::uint32_t apostrophe, std::uint32_t size) const;
  void widen_to_face(WordPlace& word);

  /// The first letter or digit at or behind `at`, else `size`.
  std::uint32_t next_in(std::uint32_t at, std::uint32_t size) const {
    std::uint32_t block = at / 64;
    std::uint64_t bits = masks_[block] >> at % 64;
    if (bits != 0) return at + count_zeros(bits);
    while (++block < blocks_) {
      if (masks_[block] != 0) return block * 64 + count_zeros(masks_[block]);
    }
    return size;
  }

  /// The first byte behind `at` that is neither.
  std::uint32_t next_out(std::uint32_t at) const {
    std::uint32_t block = at / 64;
    const std::uint64_t bits = ~masks_[block] >> at % 64;
    if (bits != 0) return at + count_zeros(bits);
    while (~masks_[++block] == 0) {
    }
    return block * 64 + count_zeros(~masks_[block]);
  }

  static std::uint32_t count_zeros(std::uint64_t bits) {
    return static_cast<std::uint32_t>(__builtin_ctzll(bits));
  }

  std::string lower_;                 // ASCII and U+00C0 to U+00DE, padded
  std::vector<std::uint64_t> masks_;  // of letters, digits, bytes above 0x7F
  std::vector<std::uint64_t> odd_;    // of what only `split` understands
  std::uint32_t blocks_ = 0;
  Row<std::uint32_t> edges_;  // where runs begin and end, in turns
  Row<WordPlace> words_;
  std::string apart_;  // keys of words that are not in lower_, padded
  std::uint32_t apart_end_ = 0;
};

}  // namespace looplet::text
