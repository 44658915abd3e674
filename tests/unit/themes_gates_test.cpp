// The gates, on the test half of tests/vectors/comments, the tagger finding
// out the language by itself; and what must be true of any comment.
#include <gtest/gtest.h>

#include <cctype>

#include "theme_measures.h"

namespace looplet::measures {
namespace {

class ThemeGates : public testing::TestWithParam<std::string_view> {};

TEST(ThemeGatesOfEnglish, EnglishIsToldWellEnough) {
  const auto comments = read_comments("en", false);
  ASSERT_GE(comments.size(), 150u);
  const Measures m = measure(comments, "", "en");
  EXPECT_GE(m.accuracy(), 0.62);
  EXPECT_GE(m.macro_f1(), 0.56);
  EXPECT_GE(m.sentiment[0].recall(), 0.65);
  EXPECT_GE(m.sentiment[0].precision(), 0.80);
  EXPECT_GE(m.micro().f1(), 0.65);
  for (std::size_t i = 0; i < m.theme.size(); ++i) {
    EXPECT_GT(m.theme[i].meant, 0);
    EXPECT_GE(m.theme[i].f1(), 0.40) << theme_name(static_cast<Theme>(i));
  }
}

TEST_P(ThemeGates, OtherLanguagesAreToldWellEnough) {
  const auto comments = read_comments(GetParam(), false);
  ASSERT_GE(comments.size(), 35u);
  const Measures m = measure(comments, "", GetParam());
  EXPECT_GE(m.accuracy(), 0.55);
  EXPECT_GE(m.micro().f1(), 0.50);
}

INSTANTIATE_TEST_SUITE_P(Languages, ThemeGates,
                         testing::Values("de", "fr", "es", "pt"));

std::vector<std::pair<std::string, std::string>> all_comments() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const std::string_view language : kThemeLanguages) {
    for (const bool development : {true, false}) {
      for (const Labelled& one : read_comments(language, development)) {
        all.emplace_back(one.text, language);
      }
    }
  }
  EXPECT_GT(all.size(), 600u);
  return all;
}

TEST(ThemesOfAnyComment, CaseDoesNotMatter) {
  for (const auto& [text, language] : all_comments()) {
    std::string upper = text;
    for (char& c : upper) {
      // Accents have their own test; a byte of ASCII is a letter by itself.
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    EXPECT_EQ(Tagger::built_in().tag(upper, language),
              Tagger::built_in().tag(text, language))
        << text;
  }
}

TEST(ThemesOfAnyComment, TwoSentencesHaveTheThemesOfBoth) {
  TaggerRoom room;
  const auto all = all_comments();
  const std::uint64_t other = std::uint64_t{1} << 12;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].second != all[i - 1].second) continue;
    const auto bits = [&room, &all, i](const std::string& text) {
      return Tagger::built_in().bits(text, all[i].second, room).themes;
    };
    // Hints of both may make a theme that neither has.
    const std::uint64_t both =
        (bits(all[i - 1].first) | bits(all[i].first)) & ~other;
    EXPECT_EQ(bits(all[i - 1].first + "\n" + all[i].first) & both, both)
        << all[i - 1].first << " / " << all[i].first;
  }
}

TEST(ThemesOfAnyComment, PlacesAreInOrderAndCutWholeWords) {
  for (const auto& [text, language] : all_comments()) {
    // As UTF-16, one unit a byte where the text is ASCII.
    bool ascii = true;
    for (const char c : text) ascii = ascii && static_cast<signed char>(c) >= 0;
    for (const ThemeFound& theme :
         Tagger::built_in().tag(text, language).themes) {
      std::int64_t end = -1;
      for (const Mention& mention : theme.mentions) {
        EXPECT_GT(mention.start, end) << text;
        EXPECT_GT(mention.end, mention.start) << text;
        end = mention.end;
        if (!ascii) continue;
        const auto at = [&text = text](std::int64_t i) {
          return i < 0 || i >= static_cast<std::int64_t>(text.size())
                     ? 0
                     : std::isalnum(static_cast<unsigned char>(
                           text[static_cast<std::size_t>(i)]));
        };
        EXPECT_FALSE(at(mention.start - 1) && at(mention.start)) << text;
        EXPECT_FALSE(at(mention.end - 1) && at(mention.end)) << text;
      }
    }
  }
}

}  // namespace
}  // namespace looplet::measures
