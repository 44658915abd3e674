#include "looplet/estimate.h"

#include <gtest/gtest.h>

namespace looplet {
namespace {

// CRAN package NPS 2.0.999, test "iterative", solved to 50 digits.
TEST(Estimate, AgreesWithTheScoreTestOfTheNpsPackage) {
  const Result<Estimate> result =
      estimate(Counts{.promoters = 15, .passives = 13, .detractors = 8});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->nps_exact, "175/9");
  EXPECT_NEAR(*result->low, -6.76974640, 1e-8);
  EXPECT_NEAR(*result->high, 42.86696850, 1e-8);
}

}  // namespace
}  // namespace looplet
