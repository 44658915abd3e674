#include "../http.h"

#include <gtest/gtest.h>

namespace looplet::collector {
namespace {

TEST(Target, IsSplitAndDecoded) {
  const auto target = parse_target("/v1/a%20b?x=1&y=a+b%26c&flag&x=2");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/v1/a b");
  EXPECT_EQ(target->parameter("x"), "1");
  EXPECT_EQ(target->parameter("y"), "a b&c");
  EXPECT_EQ(target->parameter("flag"), "");
  EXPECT_FALSE(target->parameter("z"));
}

TEST(Target, ThatIsBrokenIsNone) {
  for (const char* text :
       {"", "v1", "http://h/", "*", "/%", "/%4", "/%zz", "/%00", "/a%0d%0ab",
        "/%7f", "/%ff", "/%c0%af", "/?a=%00", "/?%zz=1", "/\x01"}) {
    EXPECT_FALSE(parse_target(text)) << text;
  }
}

TEST(Headers, NamesHaveNoCase) {
  Request request;
  request.headers = {{"Content-Type", "a"}, {"content-type", "b"}};
  EXPECT_EQ(request.header("CONTENT-TYPE"), "a");
  EXPECT_EQ(request.header("Accept"), "");
  Reply reply;
  reply.set("Vary", "a");
  reply.set("vary", "b");
  EXPECT_EQ(reply.headers.size(), 1u);
  EXPECT_EQ(reply.header("Vary"), "b");
}

TEST(MediaType, IsLowerCaseWithoutParameters) {
  EXPECT_EQ(media_type("Text/Plain;charset=UTF-8"), "text/plain");
  EXPECT_EQ(media_type(" application/json "), "application/json");
  EXPECT_EQ(media_type(""), "");
}

TEST(JsonQuote, MakesOneSafeString) {
  EXPECT_EQ(json_quote("a\"b\\\n"), "\"a\\\"b\\\\\\n\"");
  EXPECT_EQ(json_quote("\xff"), "\"\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace looplet::collector
