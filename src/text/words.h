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

  std::uint64_t hash() const {
    std::uint64_t h = (low ^ bytes) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
    h = (h ^ high) * 0xC2B2AE3D27D4EB4Fu;
    for (std::uint32_t at = 16; at < bytes; ++at) {
      h = (h ^ static_cast<unsigned char>(text[at])) * 0x100000001B3u;
    }
    return h ^ h >> 29;
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

/// Room that is used again from text to text.
class WordScanner {
 public:
  /// Calls `use(const Word&)` for each word in order. The key lives until
  /// `use` returns. `text` is below 4 GiB.
  template <class Use>
  void scan(std::string_view text, Use&& use) {
    const bool any_odd = prepare(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    const char* const lower = lower_.data();
    Edges edges(masks_.data(), blocks_, size);
    std::uint32_t at = 0;
    std::uint32_t begin = edges.next();
    Gap gap = Gap::stop;
    const Piece* piece = nullptr;  // the next of those found on the way
    const Piece* pieces_end = nullptr;
    bool is_in_gap = true;  // else a run of letters begins at `begin`
    for (;;) {
      Word word;
      if (piece != pieces_end) {
        word = word_of(*piece++);
      } else if (is_in_gap && (begin != at + 1 || lower[at] != ' ') &&
                 !is_plain_gap(at, begin, gap)) {
        const std::uint32_t from = look_into_gap(text, at, begin, gap);
        while (begin < from) {
          edges.next();
          begin = edges.next();
        }
        is_in_gap = false;
        piece = pieces_.data();
        pieces_end = piece + pieces_.size();
        continue;
      } else {
        // Nearly every word is followed by one blank.
        if (begin >= size) return;
        std::uint32_t end = edges.next();
        is_in_gap = true;
        if (any_odd && is_odd(begin, end)) {
          const std::uint32_t end_of_run = end;
          split(text, begin, end, gap);
          if (end != end_of_run) edges.next(), edges.next();
          at = end;
          begin = edges.next();
          piece = pieces_.data();
          pieces_end = piece + pieces_.size();
          continue;
        }
        if (lower[end] == '\'' && is_not(end, size)) {
          end += 2;
          edges.next();
          edges.next();
        }
        word.begin = begin;
        word.end = end;
        word.key = key_of(lower + begin, end - begin);
        word.gap = gap;
        word.number = static_cast<unsigned char>(lower[begin]) <= '9';
        if (end - begin == 1) widen_to_face(word);
        gap = Gap::none;
        at = end;
        begin = edges.next();
      }
      use(static_cast<const Word&>(word));
    }
  }

 private:
  /// A word found by the slower ways.
  struct Piece {
    std::uint32_t begin, end;
    std::uint32_t folded, bytes;  // within folded_
    Gap gap;
    bool number;
  };

  /// Where runs of letters and digits begin and end, in turns, then `size`.
  class Edges {
   public:
    Edges(const std::uint64_t* masks, std::uint32_t blocks, std::uint32_t size)
        : masks_(masks), blocks_(blocks), size_(size) {}

    std::uint32_t next() {
      while (bits_ == 0) {
        if (block_ == blocks_) return size_;
        const std::uint64_t mask = masks_[block_++];
        bits_ = mask ^ (mask << 1 | inside_);
        inside_ = mask >> 63;
      }
      const std::uint32_t edge = (block_ - 1) * 64 + count_zeros(bits_);
      bits_ &= bits_ - 1;
      return edge;
    }

   private:
    const std::uint64_t* masks_;
    std::uint64_t bits_ = 0, inside_ = 0;
    std::uint32_t block_ = 0, blocks_, size_;
  };

  bool prepare(std::string_view text);
  bool is_plain_gap(std::uint32_t begin, std::uint32_t end, Gap& gap) const;
  bool is_odd(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t look_into_gap(std::string_view text, std::uint32_t begin,
                              std::uint32_t end, Gap& gap);
  void split(std::string_view text, std::uint32_t begin, std::uint32_t& end,
             Gap& gap);
  void put(std::uint32_t code_point);
  void close(Piece& piece, std::uint32_t end, Gap& gap);
  bool is_not(std::uint32_t apostrophe, std::uint32_t size) const;
  void widen_to_face(Word& word) const;

  Word word_of(const Piece& piece) const {
    Word word;
    word.key = key_of(folded_.data() + piece.folded, piece.bytes);
    word.begin = piece.begin;
    word.end = piece.end;
    word.gap = piece.gap;
    word.number = piece.number;
    return word;
  }

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
  std::vector<Piece> pieces_;
  std::string folded_;  // of pieces, padded
  std::uint32_t folded_end_ = 0;
};

}  // namespace looplet::text
