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

}  // namespace

void read_words(const Rulebook& book, std::string_view comment,
                Workspace& space) {
  space.tokens.clear();
  space.strangers.clear();
  space.strange.clear();
  space.pauses.clear();
  space.signs.clear();
  for (std::uint32_t i = 0; i < kBesideReach; ++i) space.signs.push_back(0);
  space.evidence = 0;
  space.evidences = 0;
  space.negates = 0;
  space.scanner.scan(comment, [&](const text::Word& word) {
    const auto at = static_cast<std::uint32_t>(space.tokens.size());
    if (at == Match::kMostTokens) return;
    std::uint32_t number = kNumber;
    if (!word.number) {
      number = book.entry_of(word.key);
      if (number == kUnknown && word.key.bytes >= 4 &&
          (word.key.bytes >= kShortestSlip || is_drawn_out(word.key)) &&
          word.key.bytes <= 64) {
        space.strangers.push_back(
            {at, static_cast<std::uint32_t>(space.strange.size()),
             word.key.bytes});
        space.strange += word.key.view();
      }
    }
    const Entry& entry = book.entries[number];
    Token& token = *space.tokens.room(1);
    token.begin = word.begin;
    token.end = word.end;
    token.entry = number;
    token.gap = word.gap;
    space.tokens.grow_by(1);
    space.signs.push_back(entry.sign);
    space.negates |= entry.negates;
    const bool counts = space.evidences < kWordsCounted;
    space.evidence += counts ? kEvidence[entry.evidence] : 0;
    space.evidences += entry.evidence != 0 ? 1 : 0;
    *space.pauses.room(1) = at;
    space.pauses.grow_by(word.gap != text::Gap::none ? 1 : 0);
  });
  for (std::uint32_t i = 0; i < kBesideReach; ++i) space.signs.push_back(0);
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
  for (const Stranger& stranger : space.strangers) {
    const std::string_view word =
        std::string_view(space.strange).substr(stranger.text, stranger.bytes);
    std::uint32_t entry = kUnknown;
    for (const std::size_t kept : {2, 1}) {
      squeeze(word, kept, space.squeezed);
      if (space.squeezed.size() == word.size()) break;
      entry = entry_of(book, space.squeezed);
      if (entry != kUnknown) break;
    }
    if (entry == kUnknown) entry = book.entry_near(word, spoken);
    space.tokens[stranger.token].entry = entry;
    space.signs[kBesideReach + stranger.token] = book.entries[entry].sign;
    space.negates |= book.entries[entry].negates;
  }
}

}  // namespace looplet::themes
