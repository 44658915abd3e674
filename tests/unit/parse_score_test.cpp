#include <gtest/gtest.h>

#include <string>

#include "core/cell_text.h"
#include "core/decimal.h"
#include "looplet/score.h"
#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;

constexpr std::size_t kLong = 1000000;

TEST(ParseScore, AgreesWithThePolicy) {
  vectors::each(
      "parse_score.json", "parseScore",
      [](const Json& request, const Json& vector) {
        const ParsedScore parsed =
            parse_score(request["raw"].get<std::string>());
        const Json ours = {
            {"disposition", std::string(disposition_name(parsed.disposition))},
            {"score", vectors::or_null(parsed.score)}};
        EXPECT_EQ(ours, vector["value"]);
      });
}

TEST(ParseScore, ReadsAMillionCharactersWithoutFear) {
  const auto of = [](const std::string& text) {
    return parse_score(text).disposition;
  };
  EXPECT_EQ(of(std::string(kLong, ' ')), Disposition::missing);
  EXPECT_EQ(of(std::string(kLong, '-')), Disposition::missing);
  EXPECT_EQ(of(std::string(kLong, '7')), Disposition::out_of_range);
  EXPECT_EQ(of(std::string(kLong, 'a')), Disposition::unparseable);
  EXPECT_EQ(of("7." + std::string(kLong, '0')), Disposition::ok);
  EXPECT_EQ(of("7." + std::string(kLong, '0') + "1"), Disposition::non_integer);
  EXPECT_EQ(of("10 - " + std::string(kLong, 'a')), Disposition::unparseable);
  EXPECT_EQ(of(std::string(kLong, '(')), Disposition::unparseable);
  EXPECT_EQ(of("1e" + std::string(kLong, '9')), Disposition::out_of_range);
  EXPECT_EQ(of("1e-" + std::string(kLong, '9')), Disposition::non_integer);
  std::string grouped = "1";
  while (grouped.size() < kLong) grouped += ",000";
  EXPECT_EQ(of(grouped), Disposition::out_of_range);
  EXPECT_EQ(parse_score(std::string(kLong, '0') + "7").score, 7);
  // A million zeros behind the point taken back by the exponent.
  EXPECT_EQ(parse_score("0." + std::string(kLong - 1, '0') + "9e1000000").score,
            9);
}

TEST(ParseScore, RefusesWhatIsNotUtf8) {
  for (const char* bytes :
       {"\xFF", "7\x80", "\xC2", "7 - tr\xE8s", "\xED\xA0\x80", "\xC0\xB7"}) {
    EXPECT_EQ(parse_score(bytes).disposition, Disposition::unparseable);
  }
  EXPECT_EQ(parse_score(std::string_view("7\0", 2)).disposition,
            Disposition::unparseable);
  EXPECT_EQ(parse_score(std::string_view("\0", 1)).disposition,
            Disposition::unparseable);
}

TEST(ParseScore, HasAScoreExactlyWhenItIsOk) {
  for (int a = 0; a < 128; ++a) {
    for (int b = 0; b < 128; ++b) {
      const char text[] = {static_cast<char>(a), static_cast<char>(b)};
      const ParsedScore parsed = parse_score(std::string_view(text, 2));
      EXPECT_EQ(parsed.score.has_value(),
                parsed.disposition == Disposition::ok);
      EXPECT_TRUE(!parsed.score || segment_of(*parsed.score));
    }
  }
}

// Whatever its form, a no-answer word is found whole.
TEST(NoAnswer, EveryWordOfTheListIsFoundInAnyCaseAndInBrackets) {
  constexpr std::string_view kWords[] = {
#include "core/no_answer_words.inc"
  };
  std::string_view before;
  for (const std::string_view word : kWords) {
    EXPECT_TRUE(before.empty() || before < word) << word;
    before = word;
    EXPECT_LE(word.size(), 32u) << word;
    EXPECT_EQ(folded_cell(word), std::string(word)) << "not folded";
    std::string upper(word);
    for (char& c : upper) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    EXPECT_EQ(parse_score(upper).disposition, Disposition::missing) << upper;
    EXPECT_EQ(parse_score("  [" + upper + "] ").disposition,
              Disposition::missing)
        << upper;
  }
}

TEST(Decimal, IsReadExactlyAtAnyScale) {
  EXPECT_EQ(read_decimal("99")->value, 99);
  EXPECT_EQ(read_decimal("-99")->value, -99);
  EXPECT_EQ(read_decimal("100")->value, 100);
  EXPECT_EQ(read_decimal("101")->value, 100);
  EXPECT_EQ(read_decimal("-12345678901234567890")->value, -100);
  EXPECT_EQ(read_decimal("0.0000000000000000000042e22")->value, 42);
  EXPECT_FALSE(read_decimal("0.0000000000000000000042e20")->whole);
  EXPECT_EQ(read_decimal("4200e-2")->value, 42);
  EXPECT_EQ(read_decimal(""), std::nullopt);
  EXPECT_EQ(read_decimal("1,23,456"), std::nullopt);
  EXPECT_EQ(read_decimal("1,234.5")->whole, false);
  EXPECT_EQ(read_decimal("1.234,0")->value, 100);
}

}  // namespace
}  // namespace looplet
