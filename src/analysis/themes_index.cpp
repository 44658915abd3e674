#include "analysis/themes_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "analysis/themes_workspace.h"

namespace looplet::themes {
namespace {

// Small words say more than others; a word of all languages says nothing.
std::uint8_t evidence_of(Languages small, Languages all) {
  small &= kEveryLanguage >> 1;
  all &= kEveryLanguage >> 1;
  if (all == kEveryLanguage >> 1) return 0;
  return small != 0 ? static_cast<std::uint8_t>(small | kSmallWord) : all;
}

Stored store(Rulebook& book, const std::string& word, std::uint32_t entry) {
  Stored stored;
  stored.bytes = static_cast<std::uint32_t>(word.size());
  stored.entry = entry;
  stored.text = static_cast<std::uint32_t>(book.texts.size());
  std::string padded = word;
  padded.append(16, '\0');
  const text::WordKey key = text::key_of(padded.data(), stored.bytes);
  stored.low = key.low;
  stored.high = key.high;
  book.texts += word;
  return stored;
}

std::uint32_t four_at(const std::string& word, std::size_t at) {
  std::uint32_t four = 0;
  std::memcpy(&four, word.data() + at, 4);
  return four;
}

void set_bit(std::vector<std::uint64_t>& filter, std::uint32_t bit) {
  filter[bit / 64] |= std::uint64_t{1} << bit % 64;
}

template <class T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

std::uint32_t WordIndex::atom_of(const Choice& choice, Languages languages) {
  std::string key(1, static_cast<char>(languages));
  for (const std::string& word : choice.words) key += word + ' ';
  for (const std::string& stem : choice.stems) key += stem + '*';
  if (choice.number) key += '#';
  const auto [at, added] =
      atom_keys_.try_emplace(key, static_cast<std::uint32_t>(atoms_.size()));
  const std::uint32_t atom = at->second;
  if (added) {
    atoms_.emplace_back();
    atoms_.back().number = choice.number;
    for (const auto& [list, words] : {std::pair{&choice.words, &words_},
                                      std::pair{&choice.stems, &stems_}}) {
      for (const std::string& word : *list) {
        Known& known = (*words)[word];
        known.atoms.push_back(atom);
        known.languages |= languages;
      }
    }
  }
  ++atoms_[atom].uses;
  return atom;
}

void WordIndex::know(const std::string& word, Languages languages, bool small) {
  Known& known = words_[word];
  known.languages |= languages;
  if (!small) return;
  known.small |= languages;
  for (const std::uint32_t atom : known.atoms) atoms_[atom].small = true;
}

std::uint32_t WordIndex::cost_of(std::uint32_t atom) const {
  const Atom& known = atoms_[atom];
  return known.uses + (known.small ? 1000 : 0) + (known.number ? 5000 : 0);
}

// A word typed without its accents is the word with them, unless the rules
// know it as a word of the same language itself.
void WordIndex::add_aliases(Words& words) {
  Words aliases;
  for (const auto& [word, known] : words) {
    for (int language = 0; language < kLanguageCount; ++language) {
      const auto bit = static_cast<Languages>(1 << language);
      if ((known.languages & bit) == 0) continue;
      for (const std::string& plain : typed_plainly(word, language)) {
        const auto own = words.find(plain);
        if (own != words.end() && (own->second.languages & bit) != 0) continue;
        Known& alias = aliases[plain];
        alias.atoms.insert(alias.atoms.end(), known.atoms.begin(),
                           known.atoms.end());
        alias.languages |= bit;
        alias.small |= known.small & bit;
      }
    }
  }
  for (auto& [word, alias] : aliases) {
    Known& known = words[word];
    known.atoms.insert(known.atoms.end(), alias.atoms.begin(),
                       alias.atoms.end());
    known.languages |= alias.languages;
    known.small |= alias.small;
  }
}

// One look-up must answer for a word and all of its beginnings.
void WordIndex::join_stems() {
  const auto join = [this](const std::string& word, Known& known,
                           std::size_t longest) {
    for (std::size_t length = 4; length <= longest; ++length) {
      const auto stem = stems_.find(word.substr(0, length));
      if (stem == stems_.end()) continue;
      known.atoms.insert(known.atoms.end(), stem->second.atoms.begin(),
                         stem->second.atoms.end());
      known.languages |= stem->second.languages;
    }
  };
  for (auto& [stem, known] : stems_) {
    if (stem.size() > 4) join(stem, known, stem.size() - 1);
  }
  for (auto& [word, known] : words_) join(word, known, word.size());
}

// A phrase needs the word before or behind its anchor, which is at most
// kBesideReach away: the one that is told by the fewest.
Hung WordIndex::hung_as(const Rulebook& book, std::uint32_t number) const {
  const Phrase& phrase = book.phrases[number];
  const Step* anchor = book.steps.data() + phrase.steps + phrase.anchor;
  Hung hung;
  hung.named = Match::name(number, phrase.role);
  hung.languages = phrase.languages;
  if (phrase.count == 1) return hung;
  const bool behind = phrase.anchor + 1 < phrase.count &&
                      (phrase.anchor == 0 ||
                       cost_of(anchor[1].atom) <= cost_of(anchor[-1].atom));
  const std::uint8_t gap = behind ? anchor[1].gap : anchor->gap;
  hung.where = behind     ? gap == 0 ? Beside::next : Beside::after
               : gap == 0 ? Beside::before
                          : Beside::ahead;
  hung.atom = behind ? anchor[1].atom : anchor[-1].atom;
  hung.bit = atom_bit(hung.atom);
  hung.pair = phrase.count == 2 && gap == 0;
  return hung;
}

std::uint32_t WordIndex::add_entry(Rulebook& book, const Known& known) {
  std::vector<std::uint32_t> atoms = known.atoms;
  sort_unique(atoms);
  std::vector<std::uint32_t> phrases;
  Entry entry;
  entry.atoms = static_cast<std::uint32_t>(book.atom_lists.size());
  for (const std::uint32_t atom : atoms) {
    phrases.insert(phrases.end(), hung_[atom].begin(), hung_[atom].end());
    if (!atoms_[atom].beside) continue;
    entry.sign |= std::uint64_t{1} << atom_bit(atom);
    book.atom_lists.push_back(atom);
    ++entry.atom_count;
  }
  sort_unique(phrases);
  entry.evidence = evidence_of(known.small, known.languages);
  entry.phrases = static_cast<std::uint32_t>(book.phrase_lists.size());
  for (const std::uint32_t number : phrases) {
    if (book.phrases[number].count == 1) continue;
    const Hung& hung = book.phrase_lists.emplace_back(hung_as(book, number));
    ++entry.phrase_count;
    entry.needs[static_cast<std::size_t>(hung.where)] |= std::uint64_t{1}
                                                         << hung.bit;
  }
  for (const std::uint32_t number : phrases) {
    if (book.phrases[number].count != 1) continue;
    const Hung hung = hung_as(book, number);
    if (entry.single_languages == 0) {
      entry.single = hung.named;
      entry.single_languages = hung.languages;
    } else {
      book.phrase_lists.push_back(hung);
      entry.more_singles = true;
    }
  }
  if (entry.more_singles) book.phrase_lists.emplace_back();
  for (const std::uint32_t number : phrases) {
    const Phrase& phrase = book.phrases[number];
    if (phrase.count == 1 &&
        (phrase.role == Role::negator || phrase.role == Role::trailing)) {
      entry.negates |= phrase.languages;
    }
  }
  book.entries.push_back(entry);
  return static_cast<std::uint32_t>(book.entries.size() - 1);
}

void WordIndex::store_near(Rulebook& book, const std::string& word,
                           Languages languages, const Stored& stored) {
  const auto number = static_cast<std::uint32_t>(book.words.size());
  book.words.push_back(stored);
  book.word_languages.push_back(languages);
  for (const auto& [list, four] :
       {std::pair{&book.heads, four_at(word, 0)},
        std::pair{&book.tails, four_at(word, word.size() - 4)}}) {
    list->push_back({four, number});
    set_bit(book.near_filter, four_bit(four));
  }
}

void WordIndex::store_words(Rulebook& book) {
  std::size_t room = 64;
  while (room < words_.size() * 2) room *= 2;
  book.slots.resize(room);
  book.slot_shift = static_cast<std::uint32_t>(65 - std::bit_width(room));
  book.near_filter.resize(kFourBits / 64);
  for (const auto& [word, known] : words_) {
    const Stored stored = store(book, word, add_entry(book, known));
    std::string padded = word;
    padded.append(16, '\0');
    const std::uint64_t hash = text::key_of(padded.data(), stored.bytes).hash();
    std::size_t at = hash >> book.slot_shift;
    while (book.slots[at].bytes != 0) at = (at + 1) & (room - 1);
    book.slots[at] = stored;
    if (word.size() >= kShortestSlip && !known.atoms.empty()) {
      store_near(book, word, known.languages, stored);
    }
  }
  for (auto* list : {&book.heads, &book.tails}) {
    std::stable_sort(list->begin(), list->end(),
                     [](const Rulebook::Near& a, const Rulebook::Near& b) {
                       return a.four < b.four;
                     });
  }
}

void WordIndex::store_stems(Rulebook& book) {
  std::map<std::uint32_t, std::vector<Stored>> by_four;
  book.four_filter.resize(kFourBits / 64);
  for (const auto& [stem, known] : stems_) {
    const std::uint32_t four = four_at(stem, 0);
    set_bit(book.four_filter, four_bit(four));
    by_four[four].push_back(store(book, stem, add_entry(book, known)));
  }
  std::size_t room = 64;
  while (room < by_four.size() * 2) room *= 2;
  book.beginnings.resize(room);
  for (auto& [four, list] : by_four) {
    std::stable_sort(
        list.begin(), list.end(),
        [](const Stored& a, const Stored& b) { return a.bytes > b.bytes; });
    std::size_t at = four_bit(four) & (room - 1);
    while (book.beginnings[at].count != 0) at = (at + 1) & (room - 1);
    book.beginnings[at] = {four, static_cast<std::uint32_t>(book.stems.size()),
                           static_cast<std::uint32_t>(list.size())};
    book.stems.insert(book.stems.end(), list.begin(), list.end());
  }
}

void WordIndex::build(Rulebook& book) {
  add_aliases(words_);
  add_aliases(stems_);
  join_stems();
  hung_.resize(atoms_.size());
  Known number;
  for (std::uint32_t i = 0; i < book.phrases.size(); ++i) {
    const Phrase& phrase = book.phrases[i];
    hung_[book.steps[phrase.steps + phrase.anchor].atom].push_back(i);
    for (std::uint8_t k = 0; k < phrase.count; ++k) {
      if (k != phrase.anchor) {
        atoms_[book.steps[phrase.steps + k].atom].beside = true;
      }
    }
  }
  for (std::uint32_t atom = 0; atom < atoms_.size(); ++atom) {
    if (atoms_[atom].number) number.atoms.push_back(atom);
  }
  add_entry(book, Known{});  // kUnknown
  add_entry(book, number);   // kNumber
  store_words(book);
  store_stems(book);
  book.atom_lists.resize(book.atom_lists.size() + kFewAtoms);
  book.texts.append(16, '\0');
}

}  // namespace looplet::themes
