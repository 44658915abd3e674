#include "text/place.h"

#include <gtest/gtest.h>

namespace looplet {
namespace {

TEST(Place, IsAJsonPointer) {
  const Place steps{nullptr, "steps"};
  const Place third{&steps, {}, 2};
  EXPECT_EQ((Place{&third, "text"}).pointer(), "/steps/2/text");
}

TEST(Place, EscapesTildeAndSlash) {
  // RFC 6901, section 5.
  EXPECT_EQ((Place{nullptr, "a/b"}).pointer(), "/a~1b");
  EXPECT_EQ((Place{nullptr, "m~n"}).pointer(), "/m~0n");
  EXPECT_EQ((Place{nullptr, "~1"}).pointer(), "/~01");
  EXPECT_EQ((Place{nullptr, ""}).pointer(), "/");
}

TEST(Place, StandsBelowAPointer) {
  const Place whole = place_at("");
  EXPECT_EQ(whole.pointer(), "");
  EXPECT_EQ((Place{&whole, "answer"}).pointer(), "/answer");
  const Place state = place_at("/state");
  EXPECT_EQ((Place{&state, "given"}).pointer(), "/state/given");
}

TEST(Place, CountsFromZero) {
  EXPECT_EQ((Place{nullptr, {}, 0}).pointer(), "/0");
  EXPECT_EQ((Place{nullptr, {}, 100}).pointer(), "/100");
}

}  // namespace
}  // namespace looplet
