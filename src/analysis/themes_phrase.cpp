#include "analysis/themes_phrase.h"

#include <array>

#include "analysis/themes_rulebook.h"
#include "text/fold.h"
#include "text/utf16.h"

namespace looplet::themes {
namespace {

constexpr std::size_t kShortestStem = 4;
constexpr int kGerman = 1;

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() &&
         word.substr(word.size() - end.size()) == end;
}

void add_endings(std::vector<std::string>& out, const std::string& stem,
                 std::initializer_list<const char*> endings) {
  for (const char* ending : endings) out.push_back(stem + ending);
}

void english(const std::string& word, std::vector<std::string>& out) {
  constexpr std::string_view kVowels = "aeiou";
  const char last = word.back();
  const std::string but_last = word.substr(0, word.size() - 1);
  const bool after_consonant =
      word.size() > 1 && !is_one_of(word[word.size() - 2], kVowels);
  if (last == 'y' && after_consonant) {
    return add_endings(out, but_last, {"ies", "ied", "ying", "ier"});
  }
  if (last == 'e') {
    return add_endings(out, but_last, {"es", "ed", "ing", "er"});
  }
  const bool hisses =
      is_one_of(last, "sxz") || ends_with(word, "ch") || ends_with(word, "sh");
  add_endings(out, word, {hisses ? "es" : "s", "ed", "ing", "er"});
  // "stop", "plan": one vowel before one last consonant is doubled.
  if (word.size() >= 3 && word.size() <= 5 && !is_one_of(last, "aeiouwxy") &&
      is_one_of(word[word.size() - 2], kVowels) &&
      !is_one_of(word[word.size() - 3], kVowels)) {
    add_endings(out, word + last, {"ed", "ing", "er"});
  }
}

void romance(const std::string& word, int language,
             std::vector<std::string>& out) {
  const std::string but_last = word.substr(0, word.size() - 1);
  if (language == 2) {  // French
    add_endings(out, word, {"e", "s", "es"});
    if (ends_with(word, "al") || ends_with(word, "au")) {
      add_endings(out, but_last, {"ux"});
    }
    return;
  }
  if (word.back() == 'o') {
    add_endings(out, but_last, {"a", "os", "as"});
  } else if (ends_with(word, "\xC3\xA3o")) {  // Portuguese "-ão"
    const std::string stem = word.substr(0, word.size() - 3);
    add_endings(out, stem,
                {"\xC3\xB5"
                 "es",
                 "\xC3\xA3os", "\xC3\xA3"});
  } else if (ends_with(word, "\xC3\xB3n")) {  // Spanish "-ón"
    add_endings(out, word.substr(0, word.size() - 3), {"ones", "ona"});
  } else if (is_one_of(word.back(), "aeiu")) {
    add_endings(out, word, {"s"});
  } else if (language == 4 && word.back() == 'l') {
    add_endings(out, but_last, {"is"});
  } else if (language == 4 && word.back() == 'm') {
    add_endings(out, but_last, {"ns"});
  } else {
    add_endings(out, word, {"es", "a", "as"});
  }
}

}  // namespace

std::vector<std::string> with_endings(const std::string& word, int language) {
  std::vector<std::string> out = {word};
  switch (language) {
    case 0:
      english(word, out);
      break;
    case kGerman:
      if (word.back() == 'e') {
        add_endings(out, word, {"n", "r", "s", "m"});
      } else {
        add_endings(out, word,
                    {"e", "en", "er", "es", "em", "n", "s", "t", "te", "ten"});
      }
      break;
    case 2:
    case 3:
    case 4:
      romance(word, language, out);
      break;
    default:
      break;  // endings of no language
  }
  return out;
}

std::vector<std::string> typed_plainly(const std::string& word, int language) {
  std::string bare;
  std::string pairs;
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded read = text::decode(std::string_view(word).substr(at));
    const std::uint32_t base = text::without_accent(read.code_point);
    text::append_utf8(bare, base);
    text::append_utf8(pairs, base);
    if (read.code_point == 0xE4 || read.code_point == 0xF6 ||
        read.code_point == 0xFC) {
      pairs += 'e';
    }
    at += read.bytes;
  }
  std::vector<std::string> out;
  if (bare != word) out.push_back(bare);
  if (language == kGerman && pairs != bare) out.push_back(pairs);
  return out;
}

std::vector<std::string> PhraseReader::folded(std::string_view text) {
  std::vector<std::string> words;
  scanner_.scan(text, [&words](const text::Word& word) {
    words.emplace_back(word.key.view());
  });
  return words;
}

std::string PhraseReader::add_word(std::string_view word, Choice& choice) {
  if (word == "#") {
    choice.number = true;
    return {};
  }
  if (word.size() > 1 && word[0] == '@') {
    const auto group = groups_.find(word.substr(1));
    if (group == groups_.end()) {
      return "there is no group '" + std::string(word) + "'";
    }
    std::string wrong;
    for (const std::string_view one : group->second->words) {
      // Groups do not contain groups, so that none contains itself.
      wrong = one.substr(0, 1) == "@" ? "a group holds a group"
                                      : add_word(one, choice);
      if (!wrong.empty()) break;
    }
    return wrong;
  }
  const char mark = word.empty() ? '\0' : word.back();
  const bool stem = mark == '*';
  const bool endings = mark == '~';
  if (stem || endings) word.remove_suffix(1);
  const std::vector<std::string> parts = folded(word);
  if (parts.size() != 1) {
    return "'" + std::string(word) + "' is not one word";
  }
  if (stem) {
    if (parts[0].size() < kShortestStem) {
      return "'" + std::string(word) + "*' needs four letters";
    }
    choice.stems.push_back(parts[0]);
  } else if (endings) {
    for (std::string& form : with_endings(parts[0], language_)) {
      choice.words.push_back(std::move(form));
    }
  } else {
    choice.words.push_back(parts[0]);
  }
  return {};
}

std::string PhraseReader::read_piece(std::string_view piece, std::uint8_t gap,
                                     std::vector<Choice>& choices) {
  Choice choice;
  choice.gap = gap;
  if (piece.find('|') == std::string_view::npos && piece.back() != '*' &&
      piece.back() != '~' && piece[0] != '@' && piece != "#") {
    // "it's" and "user-friendly" are two words in a row.
    std::vector<std::string> words = folded(piece);
    if (words.empty()) return "'" + std::string(piece) + "' is no word";
    for (std::string& word : words) {
      choice.words = {std::move(word)};
      choices.push_back(choice);
      choice.gap = 0;
    }
    return {};
  }
  while (!piece.empty()) {
    const std::size_t bar = piece.find('|');
    std::string wrong = add_word(piece.substr(0, bar), choice);
    if (!wrong.empty()) return wrong;
    piece.remove_prefix(bar == std::string_view::npos ? piece.size() : bar + 1);
  }
  choices.push_back(std::move(choice));
  return {};
}

std::string PhraseReader::read(std::string_view phrase,
                               std::vector<Choice>& choices) {
  choices.clear();
  std::uint8_t gap = 0;
  while (!phrase.empty()) {
    const std::size_t blank = phrase.find(' ');
    const std::string_view piece = phrase.substr(0, blank);
    phrase.remove_prefix(blank == std::string_view::npos ? phrase.size()
                                                         : blank + 1);
    if (piece.empty()) continue;
    if (piece == "...") {
      if (choices.empty()) return "nothing stands before '...'";
      gap = kGapWords;
      continue;
    }
    std::string wrong = read_piece(piece, gap, choices);
    if (!wrong.empty()) return wrong;
    gap = 0;
  }
  if (choices.empty()) return "it has no word";
  if (gap != 0) return "nothing stands behind '...'";
  if (choices.size() > kMaxPhraseWords) return "it has more than 12 words";
  return {};
}

}  // namespace looplet::themes
