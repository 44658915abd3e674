#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace looplet::text {
namespace {

// Sequences from Unicode 15, table 3-7 and section 3.9.
TEST(Utf8, TakesTheFirstAndLastOfEachLength) {
  for (const char* bytes : {"", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80",
                            "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
                            "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(bytes));
  }
}

TEST(Utf8, RefusesOverlongSurrogateTooHighAndCutShort) {
  for (const char* bytes :
       {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xC2", "\xE1\x80", "\xF1\x80\x80",
        "\xE1\x80\xC1", "\xF1\x80\x80\x41"}) {
    EXPECT_FALSE(is_utf8(bytes));
  }
  EXPECT_TRUE(is_utf8(std::string_view("\0", 1)));
}

TEST(Utf8, CountsAndCutsByCodePoint) {
  EXPECT_EQ(code_points("a\u00FC\u20AC\U0001F600"), 4u);
  EXPECT_EQ(prefix_bytes("a\u00FC\u20AC", 2), 3u);
  EXPECT_EQ(prefix_bytes("ab", 9), 2u);
}

}  // namespace
}  // namespace looplet::text
