#include "looplet/score.h"

#include <gtest/gtest.h>

namespace looplet {
namespace {

TEST(Score, ZeroToSixAreDetractors) {
  for (int score = 0; score <= 6; ++score) {
    EXPECT_EQ(segment_of(score), Segment::detractor) << score;
  }
}

TEST(Score, SevenAndEightArePassives) {
  EXPECT_EQ(segment_of(7), Segment::passive);
  EXPECT_EQ(segment_of(8), Segment::passive);
}

TEST(Score, NineAndTenArePromoters) {
  EXPECT_EQ(segment_of(9), Segment::promoter);
  EXPECT_EQ(segment_of(10), Segment::promoter);
}

TEST(Score, OtherNumbersHaveNoSegment) {
  EXPECT_EQ(segment_of(-1), std::nullopt);
  EXPECT_EQ(segment_of(11), std::nullopt);
}

TEST(Tally, CountsEachScoreAndRefusesTheRest) {
  Tally tally;
  for (int score = 0; score <= 10; ++score) EXPECT_TRUE(tally.add(score));
  EXPECT_FALSE(tally.add(11));
  EXPECT_FALSE(tally.add(-1));
  EXPECT_EQ(tally.counts(),
            (Counts{.promoters = 2, .passives = 2, .detractors = 7}));
}

TEST(Tally, MergeIsAddingTheRowsOfBoth) {
  Tally a;
  Tally b;
  Tally both;
  for (const int score : {0, 9, 9, 7}) a.add(score), both.add(score);
  for (const int score : {10, 6, 8, 8}) b.add(score), both.add(score);
  a.merge(b);
  EXPECT_EQ(a, both);
}

}  // namespace
}  // namespace looplet
