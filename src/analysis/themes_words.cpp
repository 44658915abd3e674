// The words of a comment: known, of a language, or mended.
#include <algorithm>

#include "analysis/themes_workspace.h"

namespace looplet::themes {
namespace {

// Evidence has 12 bits a language, and a word at most 24 of it.
constexpr int kWordsCounted = 4095 / 24;

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
  space.scanner.scan(comment, [&](const text::Word& word) {
    std::uint32_t entry = kNumber;
    if (!word.number) {
      entry = book.entry_of(word.key);
      if (entry == kUnknown && word.key.bytes >= 4 &&
          (word.key.bytes >= kShortestSlip || is_drawn_out(word.key)) &&
          word.key.bytes <= 64) {
        space.strangers.push_back(
            {static_cast<std::uint32_t>(space.tokens.size()),
             static_cast<std::uint32_t>(space.strange.size()), word.key.bytes});
        space.strange += word.key.view();
      }
    }
    space.tokens.push_back({word.begin, word.end, entry, word.gap});
  });
}

int language_of(const Rulebook& book, const Workspace& space) {
  std::uint64_t sum = 0;
  int counted = 0;
  for (const Token& token : space.tokens) {
    const std::uint64_t evidence = book.entries[token.entry].evidence;
    if (evidence == 0) continue;
    sum += evidence;
    if (++counted == kWordsCounted) break;
  }
  int best = kNoLanguage;
  std::uint64_t most = 0;
  for (int i = 0; i < kLanguageCount; ++i) {
    const std::uint64_t evidence = sum >> (12 * i) & 0xFFF;
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
  }
}

}  // namespace looplet::themes
