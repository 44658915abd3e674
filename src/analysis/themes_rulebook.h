// Rules as they are matched: every word of every rule in one hash table, and
// phrases as rows of numbers.
//
//   comment --words--> entries --anchors--> phrases whose other words fit
//
// A phrase hangs on its rarest word, so that "not", "the" and the like start
// nothing. A word's entry lists the atoms (one place of a phrase: a word, a
// beginning, or a choice of them) that it fits, those of its beginnings
// included, so that one look-up answers for all.
//
// Most phrases that hang on a word do not stand around it. Each entry has a
// sign: 64 bits, one of them for each atom it fits. What its phrases need
// beside it is told apart by such bits, too, so that four conjunctions with
// the signs of the words around say of nearly all that they cannot be there.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "text/words.h"

namespace looplet::themes {

/// Bit i: the i-th of kThemeLanguages; bit 5: a comment in none of them.
using Languages = std::uint8_t;
constexpr int kLanguageCount = 5;
constexpr int kNoLanguage = 5;
constexpr Languages kEveryLanguage = 0x3F;

enum class Role : std::uint8_t {
  about,
  hint,
  bad,
  good,
  except,
  tone,
  neutral,
  negator,
  trailing,  ///< a negator that may also stand behind what it turns round
  booster,
  dampener,
  contrast,
  join,
};

constexpr std::uint8_t kGapWords = 3;  ///< that "..." in a phrase stands for

/// One word's place in a phrase.
struct Step {
  std::uint32_t atom = 0;
  std::uint8_t gap = 0;  ///< words that may stand between it and the one before
};

struct Phrase {
  std::uint32_t steps = 0;  ///< the first of them
  float weight = 0;         ///< of bad, good and tone
  std::uint8_t count = 0;
  std::uint8_t anchor = 0;
  Role role = Role::about;
  Languages languages = 0;
  std::uint8_t theme = 0;
};

/// Where a phrase needs another word, from the one that it hangs on.
enum class Beside : std::uint8_t { next, before, after, ahead };
constexpr std::size_t kBesides = 4;
/// As far as Beside::after and Beside::ahead reach; next and before: one word.
constexpr std::uint32_t kBesideReach = kGapWords + 1;

/// What is known of a word, or of all words that begin so. One cache line.
struct alignas(64) Entry {
  std::uint64_t sign = 0;  ///< see atom_bit
  /// Bits that the phrases of several words that hang on it need beside it.
  std::array<std::uint64_t, kBesides> needs = {};
  std::uint32_t atoms = 0;  ///< those with a bit in `sign`, ascending
  std::uint32_t atom_count = 0;
  std::uint32_t phrases = 0;       ///< of several words that hang on it
  std::uint32_t phrase_count = 0;  ///< of those
  std::uint32_t single = 0;        ///< the first phrase of this word alone
  Languages single_languages = 0;  ///< of that; 0 when there is none
  bool more_singles = false;       ///< behind the phrases, up to an empty one
  Languages negates = 0;           ///< where the word by itself is a negation
  std::uint8_t evidence = 0;       ///< languages it speaks for, and kSmallWord
};

/// In Entry::evidence: it is a small word of those languages.
constexpr std::uint8_t kSmallWord = 1 << kLanguageCount;

/// The bit of an atom in signs.
inline std::uint8_t atom_bit(std::uint32_t atom) {
  return static_cast<std::uint8_t>((atom * 0x9E3779B1u) >> 26);
}
constexpr std::uint32_t kUnknown = 0;
constexpr std::uint32_t kNumber = 1;

/// A word of the tables.
struct Stored {
  std::uint64_t low = 0, high = 0;
  std::uint32_t bytes = 0;
  std::uint32_t entry = kUnknown;
  std::uint32_t text = 0;  ///< where all its bytes are

  /// False for a word of more than 16 bytes, which takes a look at `text`.
  bool is(const text::WordKey& key) const {
    return ((low ^ key.low) | (high ^ key.high)) == 0 && bytes == key.bytes &&
           key.bytes <= 16;
  }
};

/// A phrase that hangs on a word, and what it needs beside that.
struct Hung {
  std::uint32_t named = 0;  ///< the phrase and its role, see Match::name
  std::uint32_t atom = 0;
  Languages languages = 0;
  Beside where = Beside::next;
  std::uint8_t bit = 0;  ///< of `atom`
  bool pair = false;     ///< the two are all that it is, without a gap
};

/// So many at most are looked at one by one, always all places: how many a
/// word has is hard to foretell.
constexpr std::uint32_t kFewAtoms = 8;

struct Rulebook {
  std::vector<std::string> ids;  ///< of themes; the 12th (from 0) is "other"
  std::vector<Phrase> phrases;
  std::vector<Step> steps;
  std::vector<Entry> entries;
  std::vector<std::uint32_t> atom_lists;
  std::vector<Hung> phrase_lists;
  std::string texts;

  std::vector<Stored> slots;     ///< open addressing; a power of two of them
  std::uint32_t slot_shift = 0;  ///< leaves as many bits of a hash
  struct Beginning {
    std::uint32_t four = 0;  ///< its first four bytes
    std::uint32_t first = 0;
    std::uint32_t count = 0;  ///< 0: a free slot
  };
  std::vector<Beginning> beginnings;  ///< open addressing
  std::vector<std::uint64_t> four_filter;
  std::vector<Stored> stems;  ///< by their first four bytes, the longest first
  struct Near {
    std::uint32_t four = 0;  ///< the first or the last four bytes of a word
    std::uint32_t word = 0;
  };
  std::vector<Near> heads, tails;  ///< of words that slips are looked for in
  std::vector<std::uint64_t> near_filter;
  std::vector<Stored> words;  ///< those words
  std::vector<Languages> word_languages;

  /// The entry of a word, of its longest beginning, or kUnknown.
  std::uint32_t entry_of(const text::WordKey& key) const {
    const std::size_t at = key.hash() >> slot_shift;
    return slots[at].is(key) ? slots[at].entry : search(key, at);
  }

  /// The entry of the known word that `word` is one slip away from.
  std::uint32_t entry_near(std::string_view word, Languages language) const;

  /// The same, where a word's first place is taken by another or by none.
  std::uint32_t search(const text::WordKey& key, std::size_t at) const;

  bool fits(std::uint32_t entry, std::uint32_t atom) const {
    const Entry& known = entries[entry];
    const std::uint32_t* first = atom_lists.data() + known.atoms;
    if (known.atom_count > kFewAtoms) {
      return std::binary_search(first, first + known.atom_count, atom);
    }
    bool found = false;
    for (std::uint32_t i = 0; i < kFewAtoms; ++i) {
      found |= (first[i] == atom) & (i < known.atom_count);
    }
    return found;
  }
};

/// Words shorter than this are too near to too many others.
constexpr std::size_t kShortestSlip = 7;

constexpr std::uint32_t kFourBits = 1 << 16;

/// The bit of the first, or any, four bytes in a filter of kFourBits.
inline std::uint32_t four_bit(std::uint32_t four) {
  return (four * 0x9E3779B1u) >> 16;
}
inline bool has_bit(const std::vector<std::uint64_t>& filter,
                    std::uint32_t bit) {
  return (filter[bit / 64] >> bit % 64 & 1) != 0;
}

}  // namespace looplet::themes
