// What is known while one comment is read: words, then matches, then clauses
// and what each of them says.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/themes_rulebook.h"
#include "text/words.h"

namespace looplet::themes {

constexpr std::size_t kMostThemes = 64;

struct Token {
  std::uint32_t begin, end;  ///< bytes of the comment
  std::uint32_t entry;
  text::Gap gap;
};

/// A word that no rule knows, kept until the language is known.
struct Stranger {
  std::uint32_t token;
  std::uint32_t text, bytes;  ///< within `strange`
};

struct Match {
  std::uint32_t phrase;
  std::uint32_t first, last;  ///< tokens
  bool negated = false;       ///< by a word in one of its gaps
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

struct Workspace {
  text::WordScanner scanner;
  std::vector<Token> tokens;
  /// The entries' signs, with kBesideReach empty ones in front and behind.
  std::vector<std::uint64_t> signs;
  std::vector<std::uint32_t> pauses;  ///< tokens that a gap stands before
  std::uint64_t evidence = 0;         ///< of the language, 12 bits for each
  std::uint32_t evidences = 0;        ///< words that gave some
  Languages negates = 0;              ///< of all tokens
  std::vector<Stranger> strangers;
  std::string strange;
  std::string squeezed;
  std::vector<Match> matches;
  std::vector<Match> kept;  ///< those that are proof of a theme
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
