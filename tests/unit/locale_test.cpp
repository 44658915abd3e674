#include "looplet/locale.h"

#include <gtest/gtest.h>

namespace looplet {
namespace {

TEST(LanguageTag, IsLettersThenSubtags) {
  for (const char* tag : {"de", "en-GB", "pt-BR", "zh-Hant-TW", "fil", "es-419",
                          "sl-nedis", "de-CH-1996", "abcdefgh-12345678"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
}

TEST(LanguageTag, IsNothingElse) {
  for (const char* tag :
       {"", "d", "-", "de-", "-de", "de--AT", "d-AT", "de_AT", "1de", "de-AT ",
        "abcdefghi", "de-abcdefghi", "e1", "d\xC3\xA9",
        "aa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaa"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

TEST(LanguageTag, HasAtMost35Characters) {  // RFC 5646, 4.4.1
  EXPECT_TRUE(is_language_tag("aa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaa"));
}

TEST(LanguageMatch, IsThePrefixAtAHyphen) {  // RFC 4647, 3.3.1
  EXPECT_TRUE(language_matches("de-de", "de-DE-1996"));
  EXPECT_FALSE(language_matches("de-de", "de-Deva"));
  EXPECT_FALSE(language_matches("de-de", "de-Latn-DE"));
  EXPECT_TRUE(language_matches("de", "DE"));
  EXPECT_FALSE(language_matches("de-AT", "de"));
}

TEST(BestLanguage, FallsBackFromTheEnd) {  // RFC 4647, 3.4
  std::string_view all[] = {"en", "de", "zh-Hant", "pt-BR"};
  EXPECT_EQ(best_language("de-AT", all, "en"), "de");
  EXPECT_EQ(best_language("ZH-hant-CN-x-private1-private2", all, "en"),
            "zh-Hant");
  EXPECT_EQ(best_language("pt-BR", all, "en"), "pt-BR");
}

TEST(BestLanguage, TakesAnyRegionOfTheLanguage) {
  std::string_view all[] = {"en", "pt-BR"};
  EXPECT_EQ(best_language("pt-PT", all, "en"), "pt-BR");
  EXPECT_EQ(best_language("pt", all, "en"), "pt-BR");
}

TEST(BestLanguage, IsTheOtherwiseWhenNothingFits) {
  std::string_view all[] = {"en", "de"};
  for (const char* wanted : {"", "fr", "x", "-", "--", "../../etc", "*"}) {
    EXPECT_EQ(best_language(wanted, all, "en"), "en") << wanted;
  }
}

TEST(TextIn, IsTheNearestLanguage) {
  TaggedText texts[] = {{"fr", "F"}, {"en", "E"}, {"de", "D"}};
  const LocalText text{texts};
  EXPECT_EQ(text_in(text, "de-AT", "en"), "D");
  EXPECT_EQ(text_in(text, "it", "en-GB"), "E");
  EXPECT_EQ(text_in(text, "it", "es"), "F");
  EXPECT_EQ(text_in(LocalText{}, "de", "en"), "");
  TaggedText plain[] = {{"", "P"}};
  EXPECT_EQ(text_in(LocalText{plain}, "de", "en"), "P");
}

}  // namespace
}  // namespace looplet
