// The words of a comment: known, of a language, or mended.
#include <algorithm>
#include <array>
#include <bit>

#include "analysis/themes_workspace.h"

namespace looplet::themes {
namespace {

// What one word says for its languages, 12 bits for each: small words say more
// than others, and a word of several languages is shared out among them.
constexpr std::uint64_t kOfSmallWord = 24;
constexpr std::uint64_t kOfOtherWord = 8;
constexpr std::uint32_t kWordsCounted = 4095 / kOfSmallWord;

constexpr auto kEvidence = [] {
  std::array<std::uint64_t, 2 * kSmallWord> all = {};
  for (unsigned kind = 0; kind < all.size(); ++kind) {
    const unsigned said = kind % kSmallWord;
    if (said == 0) continue;
    const std::uint64_t weight =
        (kind >= kSmallWord ? kOfSmallWord : kOfOtherWord) /
        static_cast<std::uint64_t>(std::popcount(said));
    for (int i = 0; i < kLanguageCount; ++i) {
      if ((said >> i & 1) != 0) all[kind] |= weight << (12 * i);
    }
  }
  return all;
}();

// Three times the same letter in a row, among the first 16 bytes or anywhere
// in a longer word.
bool is_drawn_out(const text::WordKey& key) {
  const std::string_view word = key.view();
  for (std::size_t i = 2; i < word.size(); ++i) {
    if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
  }
  return false;
}

// Runs of three and more letters cut to `kept`.
void squeeze(std::string_view word, std::size_t kept, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at + 1;
    while (end < word.size() && word[end] == word[at]) ++end;
    out.append(end - at >= 3 ? kept : end - at, word[at]);
    at = end;
  }
}

std::uint32_t entry_of(const Rulebook& book, std::string& word) {
  const auto bytes = static_cast<std::uint32_t>(word.size());
  word.append(16, '\0');
  return book.entry_of(text::key_of(word.data(), bytes));
}

/// What an unknown word was meant to be: one drawn out, or with a slip.
std::uint32_t entry_meant(const Rulebook& book, std::string_view word,
                          Languages spoken, std::string& squeezed) {
  for (const std::size_t kept : {2, 1}) {
    squeeze(word, kept, squeezed);
    if (squeezed.size() == word.size()) break;
    const std::uint32_t entry = entry_of(book, squeezed);
    if (entry != kUnknown) return entry;
  }
  return book.entry_near(word, spoken);
}

bool is_stranger(const text::WordKey& key) {
  return key.bytes >= 4 && key.bytes <= 64 &&
         (key.bytes >= kShortestSlip || is_drawn_out(key));
}

}  // namespace

void read_words(const Rulebook& book, std::string_view comment,
                Workspace& space) {
  const Row<text::WordPlace>& words = space.scanner.cut(comment);
  const std::size_t count =
      std::min(words.size(), std::size_t{Match::kMostTokens});
  space.words = words.begin();
  space.count = static_cast<std::uint32_t>(count);
  space.entries.clear();
  space.signs.clear();
  space.pauses.clear();
  space.strangers.clear();
  std::uint32_t* to = space.entries.room(count);
  std::uint64_t* sign = space.signs.room(count + 2 * kBesideReach);
  std::uint32_t* pause = space.pauses.room(count);
  std::uint32_t* stranger = space.strangers.room(count);
  for (std::uint32_t i = 0; i < kBesideReach; ++i) *sign++ = 0;
  std::uint64_t evidence = 0;
  std::uint32_t evidences = 0;
  Languages negates = 0;
  // What is written below could be any of these, for all a compiler knows.
  const Entry* const entries = book.entries.data();
  const Stored* const slots = book.slots.data();
  const std::uint32_t shift = book.slot_shift;
  const text::WordPlace* const places = words.begin();
  const text::KeyTexts texts = space.scanner.key_texts();
  for (std::uint32_t i = 0; i < count; ++i) {
    const text::WordPlace& word = places[i];
    std::uint32_t number = kNumber;
    if (!word.number) {
      const text::WordKey key = texts.key(word);
      const std::size_t at = key.hash() >> shift;
      number = slots[at].is(key) ? slots[at].entry : book.search(key, at);
      if (number == kUnknown) {
        *stranger = i;
        stranger += is_stranger(key) ? 1 : 0;
      }
    }
    const Entry& entry = entries[number];
    *to++ = number;
    *sign++ = entry.sign;
    negates |= entry.negates;
    evidence += evidences < kWordsCounted ? kEvidence[entry.evidence] : 0;
    evidences += entry.evidence != 0 ? 1 : 0;
    *pause = i;
    pause += word.gap != text::Gap::none ? 1 : 0;
  }
  for (std::uint32_t i = 0; i < kBesideReach; ++i) *sign++ = 0;
  space.entries.cut_at(to);
  space.signs.cut_at(sign);
  space.pauses.cut_at(pause);
  space.strangers.cut_at(stranger);
  space.evidence = evidence;
  space.negates = negates;
}

int language_of(const Workspace& space) {
  int best = kNoLanguage;
  std::uint64_t most = 0;
  for (int i = 0; i < kLanguageCount; ++i) {
    const std::uint64_t evidence = space.evidence >> (12 * i) & 0xFFF;
    if (evidence > most) {
      most = evidence;
      best = i;
    }
  }
  return best;
}

void mend_words(const Rulebook& book, int language, Workspace& space) {
  const auto spoken = static_cast<Languages>(1 << language);
  for (const std::uint32_t stranger : space.strangers) {
    const text::WordKey key = space.scanner.key(space.words[stranger]);
    Mended* known = nullptr;
    if (!space.mended.empty() && key.bytes <= 16) {
      known = &space.mended[key.hash() >> 32 & (kMendedKept - 1)];
    }
    std::uint32_t entry = kUnknown;
    if (known != nullptr && known->low == key.low && known->high == key.high &&
        known->bytes == key.bytes && known->language == spoken) {
      entry = known->entry;
    } else {
      entry = entry_meant(book, key.view(), spoken, space.squeezed);
      if (known != nullptr) {
        *known = {key.low, key.high, key.bytes, entry, spoken};
      }
    }
    space.entries[stranger] = entry;
    space.signs[kBesideReach + stranger] = book.entries[entry].sign;
    space.negates |= book.entries[entry].negates;
  }
}

}  // namespace looplet::themes
