// What is known while one comment is read: words, then matches, then clauses
// and what each of them says.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/themes_rulebook.h"
#include "text/row.h"
#include "text/words.h"

namespace looplet::themes {

constexpr std::size_t kMostThemes = 64;

using text::Row;

/// A phrase that stands in the comment. One number, because it is written and
/// read at once, by which matches are in order: by their first word; of two
/// that begin together the longer first.
class Match {
 public:
  Match() = default;
  Match(std::uint32_t first, std::uint32_t last, std::uint32_t named,
        bool negated)
      : bits_(std::uint64_t{first} << 37 |
              std::uint64_t{kMostSpan - (last - first)} << 31 | named |
              static_cast<std::uint64_t>(negated)) {}

  /// What stands for a phrase and its role in a match.
  static constexpr std::uint32_t name(std::uint32_t phrase, Role role) {
    return phrase << 5 | static_cast<std::uint32_t>(role) << 1;
  }

  std::uint32_t first() const {  ///< token
    return static_cast<std::uint32_t>(bits_ >> 37);
  }
  std::uint32_t last() const {
    return first() + kMostSpan -
           static_cast<std::uint32_t>(bits_ >> 31 & kMostSpan);
  }
  std::uint32_t phrase() const {
    return static_cast<std::uint32_t>(bits_ >> 5 & (kMostPhrases - 1));
  }
  Role role() const { return static_cast<Role>(bits_ >> 1 & 0xF); }
  bool negated() const {  ///< by a word in one of its gaps
    return (bits_ & 1) != 0;
  }
  bool operator<(Match other) const { return bits_ >> 1 < other.bits_ >> 1; }

  static constexpr std::uint32_t kMostSpan = 63;  ///< last() - first()
  static constexpr std::uint32_t kMostPhrases = 1 << 26;
  static constexpr std::uint32_t kMostTokens = 1 << 27;

 private:
  std::uint64_t bits_ = 0;
};

/// A match that says something about how the writer feels, or changes what
/// others say.
struct Feeling {
  std::uint32_t first, last;
  float weight;  ///< as it counts in the end
  Role role;
  std::uint8_t theme;
  std::uint32_t clause = 0;
  bool closed = false;  ///< holds its own negation: "pas bon"
};

struct Clause {
  std::uint32_t first = 0;  ///< token
  std::uint32_t sentence = 0;
  float tone = 0;
  std::uint64_t themes = 0;     ///< mentioned in it
  bool after_contrast = false;  ///< begins with a "but"
  bool weighed = false;         ///< something in it has a weight
};

/// What an unknown word was taken for.
struct Mended {
  std::uint64_t low = 0, high = 0;
  std::uint32_t bytes = 0;  ///< at most 16; 0: a free place
  std::uint32_t entry = kUnknown;
  Languages language = 0;
};
constexpr std::size_t kMendedKept = 512;

struct Workspace {
  text::WordScanner scanner;
  const text::WordPlace* words = nullptr;  ///< the scanner's
  std::uint32_t count = 0;                 ///< of them
  Row<std::uint32_t> entries;              ///< of the words
  /// The entries' signs, with kBesideReach empty ones in front and behind.
  Row<std::uint64_t> signs;
  Row<std::uint32_t> pauses;     ///< tokens that a gap stands before
  std::uint64_t evidence = 0;    ///< of the language, 12 bits for each
  Languages negates = 0;         ///< of all tokens
  Row<std::uint32_t> strangers;  ///< words that no rule knows
  std::string squeezed;
  /// Each at the place of its hash; none when there is only one comment.
  std::vector<Mended> mended;
  std::shared_ptr<const Rulebook> mended_by;
  Row<std::uint32_t> hopeful;  ///< tokens that phrases may stand around
  /// A token, and the place in phrase_lists of one that may stand around it.
  Row<std::uint64_t> chances;
  Row<Match> matches;
  Row<Match> kept;  ///< those that are proof of a theme
  std::vector<Match> exceptions;
  std::vector<Feeling> feelings;
  std::vector<std::uint8_t> taken;  // by token
  std::vector<Clause> clauses;
  std::uint64_t spoken_of = 0;           ///< themes with a proof or a hint
  std::array<float, kMostThemes> proof;  // by theme
  struct Hint {
    std::uint32_t end, phrase;
  };
  std::array<Hint, kMostThemes> hint;       // by theme, the last that counted
  std::array<float, kMostThemes> own_tone;  // by theme, of its own phrases
  std::uint64_t found = 0;                  ///< themes, by bit
  std::uint64_t judged = 0;  ///< themes whose own phrases say how it is
  double total = 0;
  double praise = 0, complaint = 0;  ///< both not negative
};

/// Cuts `comment` into tokens and looks each up.
void read_words(const Rulebook& book, std::string_view comment,
                Workspace& space);

/// The language that the tokens speak, an index of kThemeLanguages, or
/// kNoLanguage.
int language_of(const Workspace& space);

/// Finds what unknown tokens were meant to be.
void mend_words(const Rulebook& book, int language, Workspace& space);

/// Finds all phrases of `language`, and which prove a theme.
void find_phrases(const Rulebook& book, int language, Workspace& space);

/// Weighs what the phrases say, clause by clause.
void weigh_feelings(const Rulebook& book, Workspace& space);

/// -1, 0 or 1 for a theme that was found.
int feeling_about(const Workspace& space, std::size_t theme);

/// -1, 0 or 1 for the whole comment.
int feeling_overall(const Workspace& space);

}  // namespace looplet::themes
