#include "text/number.h"

#include <gtest/gtest.h>

#include <limits>

namespace looplet::text {
namespace {

TEST(WholeNumber, IsWrittenInDecimal) {
  EXPECT_EQ(whole(0), "0");
  EXPECT_EQ(whole(7), "7");
  EXPECT_EQ(whole(-1234), "-1234");
  EXPECT_EQ(whole(9007199254740992), "9007199254740992");
}

TEST(WholeNumber, HasAllDigitsAtBothEnds) {
  EXPECT_EQ(whole(std::numeric_limits<std::int64_t>::max()),
            "9223372036854775807");
  EXPECT_EQ(whole(std::numeric_limits<std::int64_t>::min()),
            "-9223372036854775808");
}

}  // namespace
}  // namespace looplet::text
