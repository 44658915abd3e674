#include "wire/json_text.h"

#include <gtest/gtest.h>

#include <string>

#include "surveys.h"

namespace looplet::wire {
namespace {

std::string faults_of(std::string_view text,
                      JsonLimits limits = {kMaxSurveyBytes}) {
  const auto document = parse_json(text, limits);
  return document ? "" : surveys::fault_lines(document.faults());
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

TEST(JsonText, KeepsMembersInTheirOrder) {
  const auto document = parse_json(R"({"b":1,"a":[true,null,"x",{}]})", {100});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->dump(), R"({"b":1,"a":[true,null,"x",{}]})");
}

TEST(JsonText, SaysWhereItStopsBeingJson) {
  EXPECT_TRUE(starts_with(faults_of("{\n\"a\": 1,\n}"),
                          "not_json line 3: This is not JSON: "));
  for (const char* text : {"", " ", "{", "[1,]", "{\"a\":1,}", "nul", "01",
                           "1 2", "'a'", "{a:1}", "[1", "\"a", "NaN",
                           "Infinity", "+1", "1.", ".5", "// x\n1", "\"\t\""}) {
    EXPECT_TRUE(starts_with(faults_of(text), "not_json line ")) << text;
  }
}

TEST(JsonText, RefusesNumbersThatNoDoubleHolds) {
  EXPECT_EQ(faults_of("[\n1e999]"),
            "not_json line 2: This is not JSON: number overflow parsing "
            "'1e999'.\n");
  EXPECT_TRUE(starts_with(faults_of("-1e999"), "not_json"));
  EXPECT_EQ(faults_of("[1e-999, 123456789012345678901234567890]"), "");
}

TEST(JsonText, RefusesWhatIsNotUtf8) {
  for (const char* text : {"\"\xFF\"", "\"\xC3(\"", "\"\xED\xA0\x80\"",
                           "\"\xF4\x90\x80\x80\"", "\"\xC0\xAF\""}) {
    EXPECT_EQ(faults_of(text),
              "not_utf8 line 1: This is not valid UTF-8; save it as UTF-8 and "
              "try again.\n");
  }
}

TEST(JsonText, RefusesLoneSurrogates) {
  EXPECT_TRUE(starts_with(faults_of(R"("\ud800")"), "not_json line 1: "));
  EXPECT_TRUE(starts_with(faults_of(R"("\udc00")"), "not_json line 1: "));
  EXPECT_EQ(faults_of(R"("\ud83d\ude00")"), "");
}

TEST(JsonText, RefusesNamesGivenTwice) {
  EXPECT_EQ(faults_of(R"({"a":1,"b":2,"a":3})"),
            "duplicate_key /a: 'a' is given twice; keep one.\n");
  EXPECT_EQ(faults_of(R"([{"x":{"a":1,"a":2,"a":3}}])"),
            "duplicate_key /0/x/a: 'a' is given twice; keep one.\n");
  EXPECT_EQ(faults_of(R"({"a":1,"\u0061":2})"),
            "duplicate_key /a: 'a' is given twice; keep one.\n");
}

TEST(JsonText, RefusesNamesThatJavaScriptWouldMistake) {
  for (const std::string name : {"__proto__", "constructor", "prototype"}) {
    EXPECT_EQ(faults_of("{\"x\":[{\"" + name + "\":{}}]}"),
              "reserved_name /x/0/" + name + ": '" + name +
                  "' cannot be used as a name; choose another.\n");
  }
}

TEST(JsonText, RefusesDepth) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(faults_of(nested(32)), "");
  const std::string where = [] {
    std::string out;
    for (int i = 0; i < 31; ++i) out += "/0";
    return out;
  }();
  EXPECT_EQ(faults_of(nested(33)),
            "too_deep " + where + ": This is nested deeper than 32 levels.\n");
  EXPECT_TRUE(starts_with(faults_of(nested(100000), {1 << 20}), "too_deep "));
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_TRUE(starts_with(faults_of(objects, {1 << 20}), "too_deep /a/a"));
}

TEST(JsonText, RefusesLength) {
  EXPECT_EQ(faults_of("[1,2]", {4}),
            "too_large : This is 5 bytes; at most 4 are allowed.\n");
}

TEST(JsonText, ListsAllOfTheseAtOnce) {
  EXPECT_EQ(faults_of(R"({"a":{"b":1,"b":2},"__proto__":1,"a":2})"),
            "duplicate_key /a/b: 'b' is given twice; keep one.\n"
            "reserved_name /__proto__: '__proto__' cannot be used as a name; "
            "choose another.\n"
            "duplicate_key /a: 'a' is given twice; keep one.\n");
}

}  // namespace
}  // namespace looplet::wire
