#include "../auth.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace looplet::collector {
namespace {

const std::string kToken = "0123456789abcdef0123456789abcdef";

TEST(Auth, TheDigestIsSha256) {
  // FIPS 180-2, appendix B.1.
  const Digest digest = sha256("abc");
  EXPECT_EQ(digest[0], 0xba);
  EXPECT_EQ(digest[1], 0x78);
  EXPECT_EQ(digest[31], 0xad);
}

TEST(Auth, TheTokenAloneOpens) {
  const Gate gate(kToken);
  EXPECT_TRUE(gate.admits("Bearer " + kToken));
  EXPECT_TRUE(gate.admits("bearer " + kToken));
  for (const std::string& text : std::vector<std::string>{
           "", kToken, "Bearer", "Bearer ", "Basic " + kToken,
           "Bearer  " + kToken, "Bearer " + kToken + " ", "Bearer\t" + kToken,
           "Bearer " + kToken + kToken, "Bearer " + kToken.substr(1),
           "Bearer 1123456789abcdef0123456789abcdef",
           "Bearer 0123456789abcdef0123456789abcdeF",
           std::string("Bearer\0", 7) + kToken, " Bearer " + kToken,
           "Bearer," + kToken}) {
    EXPECT_FALSE(gate.admits(text)) << text;
  }
}

TEST(Auth, WithoutATokenNobodyReads) {
  const Gate gate("");
  EXPECT_FALSE(gate.open());
  EXPECT_FALSE(gate.admits("Bearer "));
  EXPECT_FALSE(gate.admits(""));
}

}  // namespace
}  // namespace looplet::collector
