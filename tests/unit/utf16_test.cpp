#include "text/utf16.h"

#include <gtest/gtest.h>

namespace looplet::text {
namespace {

std::string read(std::string_view bytes, bool big_endian) {
  Utf16Reader reader(big_endian);
  std::string out;
  for (const char c : bytes) reader.push({&c, 1}, out);
  reader.finish(out);
  return out;
}

using namespace std::string_view_literals;

TEST(Utf16, BothByteOrdersGiveUtf8) {
  // U+0041, U+00E9, U+3042, U+1F44D (RFC 2781, section 2.1).
  EXPECT_EQ(read("\x41\0\xE9\0\x42\x30\x3D\xD8\x4D\xDC"sv, false),
            "A\u00E9\u3042\U0001F44D");
  EXPECT_EQ(read("\0\x41\0\xE9\x30\x42\xD8\x3D\xDC\x4D"sv, true),
            "A\u00E9\u3042\U0001F44D");
}

TEST(Utf16, LoneHalvesBecomeReplacementCharacters) {
  EXPECT_EQ(read("\x3D\xD8\x41\0"sv, false),
            "\uFFFD"
            "A");
  EXPECT_EQ(read("\x4D\xDC\x41\0"sv, false),
            "\uFFFD"
            "A");
  EXPECT_EQ(read("\x3D\xD8\x3D\xD8\x4D\xDC"sv, false), "\uFFFD\U0001F44D");
  EXPECT_EQ(read("\x3D\xD8"sv, false), "\uFFFD");
  EXPECT_EQ(read("\x41"sv, false), "\uFFFD");
}

TEST(Utf16, CodePointsAtTheBordersOfLengths) {
  std::string out;
  for (const std::uint32_t c :
       {0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    append_utf8(out, c);
  }
  EXPECT_EQ(out,
            "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80"
            "\xF4\x8F\xBF\xBF");
}

}  // namespace
}  // namespace looplet::text
