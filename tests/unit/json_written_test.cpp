// What is written must be what nlohmann writes of the same value, and read
// back to it.
#include "wire/json_written.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace looplet::wire {
namespace {

using nlohmann::ordered_json;

std::string by_library(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string text_of(std::string_view text) {
  return JsonWritten::quoted(text).take();
}

std::string number(double number) { return JsonWritten::number(number).take(); }

TEST(JsonWritten, QuotesEveryByteAsTheLibraryDoes) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = {'a', static_cast<char>(byte), 'z'};
    EXPECT_EQ(text_of(text), by_library(text)) << byte;
  }
  EXPECT_EQ(text_of(""), "\"\"");
  EXPECT_EQ(text_of("\xE2\x82\xAC \xF0\x9F\x98\x80\n"),
            "\"\xE2\x82\xAC \xF0\x9F\x98\x80\\n\"");
}

TEST(JsonWritten, QuotesAnyBytesAsTheLibraryDoes) {
  std::mt19937 random(7);
  // Mostly what UTF-8 is made of, so that sequences come out whole, cut off
  // and broken.
  const std::string_view parts[] = {
      "a",        "\"",   "\\",           "\n",
      "\x1F",     "\x7F", "\xC3",         "\xA9",
      "\xE2",     "\x82", "\xAC",         "\xF0",
      "\x9F",     "\xED", "\xFF",         "\xF0\x9F\x98",
      "\xC3\xA4", "\x80", "\xE2\x82\xAC", "\xF4\x90\x80\x80",
      "\xC0\xAF"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned i = random() % 12; i > 0; --i) {
      text += parts[random() % std::size(parts)];
    }
    ASSERT_EQ(text_of(text), by_library(text));
  }
}

TEST(JsonWritten, WritesNumbersThatReadBackToTheSame) {
  std::mt19937_64 random(11);
  for (int round = 0; round < 100000; ++round) {
    const std::uint64_t bits = random();
    double value = 0;
    static_assert(sizeof bits == sizeof value);
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    const std::string text = number(value);
    ASSERT_EQ(std::strtod(text.c_str(), nullptr), value) << text;
    if (value != std::floor(value)) {
      ASSERT_EQ(text, by_library(value));
    }
  }
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(-56.25), "-56.25");
  EXPECT_EQ(number(1e300), "1e+300");
}

TEST(JsonWritten, WritesWholeNumbersWithoutAPoint) {
  EXPECT_EQ(number(50), "50");
  EXPECT_EQ(number(-1), "-1");
  EXPECT_EQ(number(0.0), "0");
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(9007199254740992.0), "9007199254740992");
  EXPECT_EQ(number(-9007199254740992.0), "-9007199254740992");
}

TEST(JsonWritten, WritesNullForWhatIsNotFinite) {
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(number(-std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(JsonWritten().take(), "null");
}

TEST(JsonWritten, ClosesWhatIsWithinAnother) {
  EXPECT_EQ(JsonWritten::list().take(), "[]");
  EXPECT_EQ(JsonWritten::object().take(), "{}");
  auto inner = JsonWritten::object();
  inner.set("a \"name\"", JsonWritten::truth(true));
  inner.set("b", JsonWritten::list());
  auto list = JsonWritten::list();
  list.push(inner);
  list.push(JsonWritten());
  list.push(JsonWritten::whole("[1, 2]"));
  auto outer = JsonWritten::object();
  outer.set("list", list);
  outer.set("empty", JsonWritten::object());
  EXPECT_EQ(std::move(outer).take(),
            R"({"list":[{"a \"name\"":true,"b":[]},null,[1, 2]],"empty":{}})");
}

}  // namespace
}  // namespace looplet::wire
