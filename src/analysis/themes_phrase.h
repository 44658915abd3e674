// The phrases of rules, read: "took ... @time" is a word, a gap and a choice.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/themes.h"
#include "text/words.h"

namespace looplet::themes {

/// What one place of a phrase takes.
struct Choice {
  std::vector<std::string> words;  ///< folded, whole
  std::vector<std::string> stems;  ///< folded, beginnings
  bool number = false;             ///< a word that begins with a digit
  std::uint8_t gap = 0;            ///< words that may stand before it
};

using Groups = std::map<std::string_view, const WordGroup*>;

class PhraseReader {
 public:
  PhraseReader(int language, const Groups& groups)
      : language_(language), groups_(groups) {}

  /// The places of a phrase; when it is none, why, as a part of a sentence.
  std::string read(std::string_view phrase, std::vector<Choice>& choices);

 private:
  std::string read_piece(std::string_view piece, std::uint8_t gap,
                         std::vector<Choice>& choices);
  std::string add_word(std::string_view word, Choice& choice);
  std::vector<std::string> folded(std::string_view text);

  int language_;
  const Groups& groups_;
  text::WordScanner scanner_;
};

/// The word and its regular endings in a language (index of kThemeLanguages).
std::vector<std::string> with_endings(const std::string& word, int language);

/// How a word is typed on a keyboard without its accents: the letters below
/// them, and in German ae, oe, ue. Empty when it has none.
std::vector<std::string> typed_plainly(const std::string& word, int language);

}  // namespace looplet::themes
