// Phrases among words, against a way that is as plain as it is slow: every
// phrase of the rules is tried at every word, letter by letter. Nothing of the
// tables takes part in it but which of its words a phrase is looked for from,
// which decides where one with a gap begins and ends.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/themes_compile.h"
#include "analysis/themes_phrase.h"
#include "analysis/themes_workspace.h"
#include "looplet/themes.h"

namespace looplet::themes {
namespace {

/// A phrase as it is written.
struct Written {
  std::vector<Choice> places;
  Languages languages = 0;
  bool negator = false;
};

/// The built-in phrases in the order in which they are compiled.
std::vector<Written> written_phrases() {
  std::vector<Written> all;
  std::set<std::pair<Languages, std::string>> weighed;
  for (const ThemeRules* rules : built_in_theme_rules()) {
    const auto* at = std::find(kThemeLanguages.begin(), kThemeLanguages.end(),
                               rules->locale);
    const auto language = static_cast<int>(at - kThemeLanguages.begin());
    Groups groups;
    for (const WordGroup& group : rules->groups) groups[group.name] = &group;
    PhraseReader reader(language, groups);
    const auto add = [&](const List<std::string_view>& list, bool tone,
                         bool negator) {
      for (const std::string_view phrase : list) {
        Written one;
        EXPECT_EQ(reader.read(phrase, one.places), "");
        one.languages = language == kNoLanguage
                            ? kEveryLanguage
                            : static_cast<Languages>(1 << language);
        one.negator = negator && one.places.size() == 1;
        // A word is weighed once in a language.
        if (tone && one.places.size() == 1 && one.places[0].words.size() == 1 &&
            !weighed.insert({one.languages, one.places[0].words[0]}).second) {
          continue;
        }
        all.push_back(std::move(one));
      }
    };
    for (const ThemeRule& theme : rules->themes) {
      for (const auto* list :
           {&theme.phrases.about, &theme.phrases.hints, &theme.phrases.bad,
            &theme.phrases.good, &theme.phrases.except}) {
        add(*list, false, false);
      }
    }
    for (const ToneRule& tone : rules->tone) add(tone.words, true, false);
    add(rules->neutral, false, false);
    add(rules->negators, false, true);
    add(rules->trailing, false, true);
    for (const auto* list : {&rules->boosters, &rules->dampeners,
                             &rules->contrasts, &rules->joins}) {
      add(*list, false, false);
    }
  }
  return all;
}

struct Read {
  std::string word;
  bool after_stop, number;
};

bool begins_with(const std::string& word, const std::string& stem) {
  return word.size() >= stem.size() && word.compare(0, stem.size(), stem) == 0;
}

bool takes(const Choice& place, const Read& read) {
  if (read.number) return place.number;
  const auto& words = place.words;
  if (std::find(words.begin(), words.end(), read.word) != words.end()) {
    return true;
  }
  return std::any_of(place.stems.begin(), place.stems.end(),
                     [&read](const std::string& stem) {
                       return begins_with(read.word, stem);
                     });
}

/// Phrase, first and last word, and whether a gap has a negation in it.
using Found = std::tuple<std::size_t, std::size_t, std::size_t, bool>;

/// Where `phrase` stands around the word that its `anchor` takes: each next
/// word is the nearest that fits.
bool stands(const std::vector<Written>& all, std::size_t number,
            std::size_t anchor, const std::vector<Read>& text,
            std::size_t token, std::vector<Found>& found) {
  const Written& phrase = all[number];
  if (!takes(phrase.places[anchor], text[token])) return false;
  bool negated = false;
  const auto negates = [&](std::size_t i) {
    return std::any_of(all.begin(), all.end(), [&](const Written& other) {
      return other.negator && (other.languages & phrase.languages) != 0 &&
             takes(other.places[0], text[i]);
    });
  };
  const auto near = [&](std::size_t from, std::size_t place, std::size_t gap,
                        int way) {
    for (std::size_t far = 1; far <= gap + 1; ++far) {
      const std::size_t i = way > 0 ? from + far : from - far;
      if (i >= text.size()) break;
      const std::size_t later = std::max(i, from);
      if (text[later].after_stop && far == 1) return text.size();
      if (way > 0 ? text[i].after_stop : text[i + 1].after_stop) break;
      if (!takes(phrase.places[place], text[i])) continue;
      for (std::size_t k = std::min(i, from) + 1; k < later; ++k) {
        negated = negated || negates(k);
      }
      return i;
    }
    return text.size();
  };
  std::size_t last = token;
  for (std::size_t k = anchor + 1; k < phrase.places.size(); ++k) {
    last = near(last, k, phrase.places[k].gap, 1);
    if (last == text.size()) return false;
  }
  std::size_t first = token;
  for (std::size_t k = anchor; k-- > 0;) {
    first = near(first, k, phrase.places[k + 1].gap, -1);
    if (first == text.size()) return false;
  }
  found.emplace_back(number, first, last, negated);
  return true;
}

class ThemesMatch : public ::testing::TestWithParam<int> {};

TEST_P(ThemesMatch, EveryPhraseIsFoundWhereATrialOfAllAtEveryWordFindsIt) {
  const int language = GetParam();
  static const auto compiled = compile_rules(built_in_theme_rules(), {});
  static const std::vector<Written> all = written_phrases();
  ASSERT_TRUE(compiled.ok());
  const Rulebook& book = **compiled;
  ASSERT_EQ(book.phrases.size(), all.size());
  std::vector<std::size_t> spoken;
  std::vector<std::size_t> longer;
  // Words that are another one without its accents are left out here.
  std::set<std::string> plain_words;
  std::set<std::string> plain_stems;
  for (std::size_t i = 0; i < all.size(); ++i) {
    ASSERT_EQ(book.phrases[i].count, all[i].places.size());
    for (const Choice& place : all[i].places) {
      for (int each = 0; each < kLanguageCount; ++each) {
        for (const std::string& word : place.words) {
          for (auto& plain : typed_plainly(word, each)) {
            plain_words.insert(plain);
          }
        }
        for (const std::string& stem : place.stems) {
          for (auto& plain : typed_plainly(stem, each)) {
            plain_stems.insert(plain);
          }
        }
      }
    }
    if ((all[i].languages >> language & 1) == 0) continue;
    spoken.push_back(i);
    if (all[i].places.size() > 1) longer.push_back(i);
  }
  const auto is_plain = [&](const std::string& word) {
    return plain_words.count(word) != 0 ||
           std::any_of(plain_stems.begin(), plain_stems.end(),
                       [&word](const std::string& stem) {
                         return begins_with(word, stem);
                       });
  };
  std::mt19937 random(static_cast<unsigned>(language) + 1);
  const auto below = [&random](std::size_t n) { return random() % n; };
  const auto word_for = [&](const Choice& place) -> std::string {
    for (int tries = 0; tries < 20; ++tries) {
      const auto& list = place.words.empty() ? place.stems : place.words;
      if (list.empty()) break;
      const std::string& word = list[below(list.size())];
      if (!is_plain(word)) return word;
    }
    return "7";
  };
  Workspace space;
  std::size_t several = 0;
  for (int round = 0; round < 60; ++round) {
    std::string comment;
    const std::size_t pieces = 1 + below(10);
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      // A phrase as it is, with words of others in its gaps, or half of it.
      const auto& from = below(2) == 0 ? spoken : longer;
      const Written& phrase = all[from[below(from.size())]];
      const bool half = below(4) == 0;
      for (const Choice& place : phrase.places) {
        for (std::size_t gap = place.gap == 0 ? 0 : below(5); gap > 0; --gap) {
          const Written& other = all[spoken[below(spoken.size())]];
          comment += word_for(other.places[0]) + ' ';
        }
        comment += word_for(place);
        comment += below(15) == 0 ? ". " : " ";
        if (half) break;
      }
    }
    read_words(book, comment, space);
    find_phrases(book, language, space);
    std::vector<Found> fast;
    for (const Match match : space.matches) {
      fast.emplace_back(match.phrase(), match.first(), match.last(),
                        match.negated());
      several += match.last() > match.first() ? 1 : 0;
    }
    std::vector<Read> text;
    for (std::uint32_t i = 0; i < space.count; ++i) {
      const text::WordPlace& word = space.words[i];
      text.push_back({std::string(space.scanner.key(word).view()),
                      word.gap == text::Gap::stop, word.number});
    }
    std::vector<Found> slow;
    for (const std::size_t number : spoken) {
      for (std::size_t token = 0; token < text.size(); ++token) {
        stands(all, number, book.phrases[number].anchor, text, token, slow);
      }
    }
    std::sort(fast.begin(), fast.end());
    std::sort(slow.begin(), slow.end());
    ASSERT_EQ(fast, slow) << comment;
  }
  EXPECT_GT(several, 100U);
}

INSTANTIATE_TEST_SUITE_P(Languages, ThemesMatch, ::testing::Range(0, 5));

/// Rules of a small language of its own, in which bits of signs collide.
TEST(ThemesMatchOfOwnRules, PairsAndGapsAreFoundAsInTheTextItself) {
  std::mt19937 random(9);
  const auto below = [&random](std::size_t n) { return random() % n; };
  std::vector<std::string> lexicon;
  for (const char* front : {"zq", "xw", "vq", "qx", "wz", "jx"}) {
    for (const char* back : {"ab", "eb", "ib", "ob", "ub", "ac", "ec", "ic",
                             "oc", "uc", "ad", "ed", "id", "od", "ud"}) {
      lexicon.push_back(std::string(front) + back);
    }
  }
  struct Pair {
    std::string first, last;
    bool gap;
  };
  std::vector<std::vector<Pair>> themes(40);
  std::vector<std::string> texts;
  for (auto& pairs : themes) {
    for (int i = 0; i < 30; ++i) {
      pairs.push_back({lexicon[below(lexicon.size())],
                       lexicon[below(lexicon.size())], below(3) == 0});
      texts.push_back(pairs.back().first + (pairs.back().gap ? " ... " : " ") +
                      pairs.back().last);
    }
  }
  std::vector<std::string_view> phrases(texts.begin(), texts.end());
  std::vector<ThemeRule> list(themes.size());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < themes.size(); ++i) {
    ids.push_back("own_" + std::to_string(i));
  }
  for (std::size_t i = 0; i < themes.size(); ++i) {
    list[i].id = ids[i];
    list[i].phrases.about = {phrases.data() + 30 * i, 30};
  }
  ThemeRules rules;
  rules.themes = {list.data(), list.size()};
  const ThemeRules* own[] = {&rules};
  const auto tagger = Tagger::make(own);
  ASSERT_TRUE(tagger.ok());
  const auto names = tagger->theme_ids();
  const auto first_own = static_cast<std::size_t>(
      std::find(names.begin(), names.end(), "own_0") - names.begin());
  TaggerRoom room;
  std::size_t hits = 0;
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> words;
    std::vector<bool> stops;
    std::string comment;
    for (std::size_t count = 2 + below(12); count > 0; --count) {
      words.push_back(lexicon[below(lexicon.size())]);
      stops.push_back(below(8) == 0);
      comment += words.back() + (stops.back() ? "! " : " ");
    }
    std::uint64_t expected = 0;
    for (std::size_t theme = 0; theme < themes.size(); ++theme) {
      for (const Pair& pair : themes[theme]) {
        for (std::size_t i = 0; i < words.size(); ++i) {
          if (words[i] != pair.first) continue;
          const std::size_t reach = pair.gap ? 4 : 1;
          for (std::size_t far = 1;
               far <= reach && i + far < words.size() && !stops[i + far - 1];
               ++far) {
            if (words[i + far] == pair.last) {
              expected |= std::uint64_t{1} << theme;
            }
          }
        }
      }
    }
    const TagBits bits = tagger->bits(comment, "en", room);
    EXPECT_EQ(bits.themes >> first_own, expected) << comment;
    hits += expected != 0 ? 1 : 0;
  }
  EXPECT_GT(hits, 100U);
}

TEST(ThemesInARoom, WordsThatItRemembersAreThoseOfItsTaggerAndLanguage) {
  ThemeRules rules;
  ThemeRule theme;
  theme.id = "own";
  const std::string_view about[] = {"refundpolicy"};
  theme.phrases.about = {about, 1};
  rules.themes = {&theme, 1};
  const ThemeRules* own[] = {&rules};
  const auto tagger = Tagger::make(own);
  ASSERT_TRUE(tagger.ok());
  // A slip in a word of the own rules, in English, in German and in none.
  const std::string_view comments[] = {"refundpolcy", "unfreindly staff",
                                       "unfreundlcih", "sooooo slowww"};
  TaggerRoom room;
  for (int round = 0; round < 3; ++round) {
    for (const Tagger* one : {&Tagger::built_in(), &*tagger}) {
      for (const std::string_view locale : {"en", "de", "fr", ""}) {
        for (const std::string_view comment : comments) {
          TaggerRoom fresh;
          const TagBits bits = one->bits(comment, locale, room);
          const TagBits plain = one->bits(comment, locale, fresh);
          EXPECT_EQ(bits.themes, plain.themes) << comment;
          EXPECT_EQ(bits.sentiment_score, plain.sentiment_score) << comment;
          std::size_t themes = 0;
          for (std::uint64_t left = bits.themes; left != 0; left &= left - 1) {
            ++themes;
          }
          EXPECT_EQ(themes, one->tag(comment, locale).themes.size());
        }
      }
    }
  }
  EXPECT_EQ(tagger->tag("refundpolcy", "en").themes[0].id, "own");
  EXPECT_EQ(Tagger::built_in().tag("refundpolcy", "en").themes[0].id, "other");
}

std::string words_of(std::string_view text) {
  text::WordScanner scanner;
  std::string out;
  scanner.scan(text, [&out](const text::Word& word) {
    out += word.key.view();
    out += '|';
  });
  return out;
}

TEST(Words, LettersWithAccentsAreFoldedWhereverTheyStand) {
  // Capitals, U+00D7 and U+00F7, which are signs, and U+00DF; at each place of
  // a block of 64 bytes.
  for (std::size_t front = 0; front < 130; ++front) {
    const std::string blanks(front, ' ');
    EXPECT_EQ(words_of(blanks + "\u00C9T\u00C9 \u00C0\u00DE"),
              "\u00E9t\u00E9|\u00E0\u00FE|");
    EXPECT_EQ(words_of(blanks + "a\u00D7b\u00F7c \u00C4\u00DFEN"),
              "a|b|c|\u00E4ssen|");
    EXPECT_EQ(words_of(blanks + "\xC3 \xC3x y\xC3"), "x|y|");
  }
}

TEST(Words, AnAccentBelongsToTheLetterOfItsOwnWord) {
  EXPECT_EQ(words_of("e\u0301te\u0301"), "\u00E9t\u00E9|");
  EXPECT_EQ(words_of("abcde\u20191\u0301"), "abcde|1|");
  EXPECT_EQ(words_of("abcde\u2014\u0301x"), "abcde|x|");
}

}  // namespace
}  // namespace looplet::themes
