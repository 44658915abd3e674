#include "survey/score_change.h"

#include <cstddef>
#include <string>
#include <vector>

namespace looplet {
namespace {

/// Words that may stand between the verb and the noun.
constexpr std::size_t kBetween = 4;

struct Asks {
  std::string_view language;
  std::string_view verbs;
  std::string_view nouns;
};

constexpr Asks kAsks[] = {
#define LOOPLET_ASKS(language, verbs, nouns) {language, verbs, nouns},
#define LOOPLET_REASON(language, words)
#include "survey/score_change.inc"
#undef LOOPLET_ASKS
#undef LOOPLET_REASON
};

struct Reason {
  std::string_view language;
  std::string_view words;
};

constexpr Reason kReasons[] = {
#define LOOPLET_ASKS(language, verbs, nouns)
#define LOOPLET_REASON(language, words) {language, words},
#include "survey/score_change.inc"
#undef LOOPLET_ASKS
#undef LOOPLET_REASON
};

struct SpokenWord {
  std::string lower;
  std::size_t first;
  std::size_t end;
};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || byte >= 0x80;
}

/// Lower case of ASCII and of the Latin letters of the five languages: those
/// of U+00C0 to U+00DE, which in UTF-8 are C3 and then 80 to 9E.
std::string lower(std::string_view word) {
  std::string out(word);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (byte >= 'A' && byte <= 'Z') out[i] = static_cast<char>(byte + 32);
    if (i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 &&
        byte >= 0x80 && byte <= 0x9E && byte != 0x97) {
      out[i] = static_cast<char>(byte + 32);
    }
  }
  return out;
}

/// Whether a list of words has this one.
bool has(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find(' '));
    list.remove_prefix(one.size() < list.size() ? one.size() + 1 : list.size());
    if (one == word) return true;
    if (!one.empty() && one.back() == '*' &&
        word.substr(0, one.size() - 1) == one.substr(0, one.size() - 1)) {
      return true;
    }
  }
  return false;
}

bool asks_reason(const std::vector<SpokenWord>& sentence,
                 std::string_view language) {
  for (const Reason& reason : kReasons) {
    if (reason.language == language && has(reason.words, sentence[0].lower)) {
      return true;
    }
  }
  return false;
}

/// The words from a verb to its noun, or nothing.
std::string_view asking_part(std::string_view text,
                             const std::vector<SpokenWord>& sentence,
                             const Asks& asks) {
  // "Give a score from 0 to 10" says what the scale is.
  for (const SpokenWord& word : sentence) {
    if (has("0 1 zero null zéro cero", word.lower)) return {};
  }
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (!has(asks.verbs, sentence[i].lower)) continue;
    const std::size_t from = i > kBetween ? i - kBetween - 1 : 0;
    for (std::size_t k = from; k < sentence.size() && k <= i + kBetween + 1;
         ++k) {
      if (k == i || !has(asks.nouns, sentence[k].lower)) continue;
      const SpokenWord& first = sentence[i < k ? i : k];
      const SpokenWord& last = sentence[i < k ? k : i];
      return text.substr(first.first, last.end - first.first);
    }
  }
  return {};
}

}  // namespace

std::string_view asks_score_change(std::string_view text,
                                   std::string_view language) {
  const std::string spoken = lower(language.substr(0, language.find('-')));
  std::vector<SpokenWord> sentence;
  for (std::size_t i = 0; i <= text.size();) {
    if (i < text.size() && text[i] == '{') {  // a name is not said
      const std::size_t close = text.find('}', i);
      i = close == text.npos ? i + 1 : close + 1;
      continue;
    }
    if (i < text.size() && is_word_byte(text[i])) {
      const std::size_t first = i;
      while (i < text.size() && is_word_byte(text[i])) ++i;
      sentence.push_back({lower(text.substr(first, i - first)), first, i});
      continue;
    }
    const bool ends = i == text.size() || text[i] == '.' || text[i] == '!' ||
                      text[i] == '?' || text[i] == ';' || text[i] == ':';
    if (ends && !sentence.empty()) {
      const bool question = i < text.size() && text[i] == '?';
      for (const Asks& asks : kAsks) {
        if (asks.language != spoken) continue;
        if (question && asks_reason(sentence, spoken)) break;
        const std::string_view part = asking_part(text, sentence, asks);
        if (!part.empty()) return part;
      }
      sentence.clear();
    }
    ++i;
  }
  return {};
}

}  // namespace looplet
