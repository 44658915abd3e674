// The words of all rules while they are compiled, and the tables made of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/themes_phrase.h"
#include "analysis/themes_rulebook.h"

namespace looplet::themes {

class WordIndex {
 public:
  /// The number of a choice; the same choice in the same languages has one.
  std::uint32_t atom_of(const Choice& choice, Languages languages);

  /// A word that starts no phrase: so that no slip is seen in it, or as a
  /// small word that its language is told by.
  void know(const std::string& word, Languages languages, bool small);

  /// How often a choice would start something in vain.
  std::uint32_t cost_of(std::uint32_t atom) const;

  /// Fills in the tables; the phrases' anchors have been chosen.
  void build(Rulebook& book);

 private:
  struct Known {
    std::vector<std::uint32_t> atoms;
    Languages languages = 0;
    Languages small = 0;
  };
  struct Atom {
    std::uint32_t uses = 0;
    bool small = false;
    bool number = false;
    bool beside = false;  ///< a phrase has it that hangs on another
  };
  using Words = std::map<std::string, Known>;

  void add_aliases(Words& words);
  void join_stems();
  Hung hung_as(const Rulebook& book, std::uint32_t number) const;
  std::uint32_t add_entry(Rulebook& book, const Known& known);
  void store_words(Rulebook& book);
  void store_stems(Rulebook& book);
  void store_near(Rulebook& book, const std::string& word, Languages languages,
                  const Stored& stored);

  Words words_;
  Words stems_;
  std::map<std::string, std::uint32_t> atom_keys_;
  std::vector<Atom> atoms_;
  std::vector<std::vector<std::uint32_t>> hung_;  // phrases by atom
};

}  // namespace looplet::themes
