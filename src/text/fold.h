// Letters of every case as one: what words are compared by.
//
//   fold('A') == 'a'   fold(U'Ä') == U'ä'   without_accent(U'ä') == 'a'
//
// Simple case folding (Unicode CaseFolding.txt, C and S) for Latin, Greek and
// Cyrillic; other scripts with case (Armenian, Georgian, Deseret and their
// like) stay as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace looplet::text {

/// What a code point is to somebody who looks for words.
enum class Mark : std::uint8_t {
  letter,
  digit,
  accent,      ///< belongs to the letter before it (U+0300 to U+036F)
  word_alone,  ///< a word by itself: ideographs, kana, Hangul, emoji
  joiner,      ///< part of the emoji before it: U+200D, U+FE0F, skin tones
  apostrophe,
  stop,   ///< ends a sentence: . ! ? ; : and their relatives
  pause,  ///< comma, dash, bracket
  other,  ///< blanks and all the rest
};

/// What `code_point` is.
Mark mark_of(std::uint32_t code_point);

/// The lower-case form; U+1E9E is U+00DF.
std::uint32_t fold(std::uint32_t code_point);

/// The letter that is meant by a folded letter and a combining accent after
/// it, or 0 when there is none: 'a' and U+0308 are U+00E4.
std::uint32_t composed(std::uint32_t letter, std::uint32_t accent);

/// The letter below a folded Latin letter's accent, else the letter.
std::uint32_t without_accent(std::uint32_t folded);

/// One code point of text that may not be valid UTF-8.
struct Decoded {
  std::uint32_t code_point = 0xFFFD;  ///< U+FFFD for a byte that fits nowhere
  std::uint32_t bytes = 1;
};

/// The code point at the front of `text`, which is not empty.
Decoded decode(std::string_view text);

}  // namespace looplet::text
