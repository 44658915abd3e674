// Trend, movement, impact and churn against vectors, by way of their calls, and
// what must be true of any table.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "call_vectors.h"
#include "looplet/churn.h"
#include "looplet/compare.h"
#include "looplet/impact.h"
#include "looplet/movement.h"
#include "looplet/trend.h"
#include "looplet/wire.h"

namespace looplet {
namespace {

TEST(Trend, AgreesWithTheVectors) {
  vectors::expect_call("change.json", "trend");
}
TEST(Movement, AgreesWithTheVectors) {
  vectors::expect_call("change.json", "movement");
}
TEST(ThemeImpact, AgreesWithTheVectors) {
  vectors::expect_call("change.json", "themeImpact");
}
TEST(ThemeChange, AgreesWithTheVectors) {
  vectors::expect_call("change.json", "themeChange");
}
TEST(Churn, AgreesWithTheVectors) {
  vectors::expect_call("change.json", "churn");
}

class Draw {
 public:
  std::int64_t operator()(int most) {
    return static_cast<std::int64_t>(random_() % static_cast<unsigned>(most));
  }
  Counts counts(int most) {
    return {(*this)(most), (*this)(most), (*this)(most)};
  }

 private:
  std::mt19937 random_{11};
};

TEST(Trend, ShiftedTimesGiveTheSameSlope) {
  Draw draw;
  for (int i = 0; i < 100; ++i) {
    std::vector<Counts> waves;
    std::vector<double> times;
    std::vector<double> later;
    for (int wave = 0; wave < 5; ++wave) {
      waves.push_back(draw.counts(40));
      waves.back().passives += 1;
      times.push_back(wave);
      later.push_back(wave + 1000);
    }
    const auto a = trend(times, waves);
    const auto b = trend(later, waves);
    ASSERT_TRUE(a.ok() && b.ok());
    EXPECT_NEAR(*a->slope, *b->slope, 1e-9);
    EXPECT_NEAR(*a->q, *b->q, 1e-9);
  }
}

TEST(Movement, TransposedIsTheMirrorImage) {
  Draw draw;
  for (int i = 0; i < 300; ++i) {
    Transitions there{};
    Transitions back{};
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t column = 0; column < 3; ++column) {
        there[row][column] = draw(9);
        back[column][row] = there[row][column];
      }
    }
    const auto a = movement(there);
    const auto b = movement(back);
    ASSERT_TRUE(a.ok() && b.ok());
    EXPECT_EQ(a->improved, b->worsened);
    EXPECT_EQ(a->nps_before_exact, b->nps_after_exact);
    EXPECT_EQ(a->improved + a->worsened + a->unchanged, a->n);
    if (a->n == 0) continue;
    EXPECT_EQ(*a->change, -*b->change);
    EXPECT_EQ(a->stuart_maxwell, b->stuart_maxwell);
  }
}

TEST(ThemeImpact, TwoHalvesOfAllHaveOppositeSigns) {
  Draw draw;
  for (int i = 0; i < 300; ++i) {
    const Counts theme = draw.counts(20);
    Counts rest = draw.counts(20);
    rest.passives += 1;
    Counts all = theme;
    all.merge(rest);
    const auto one = theme_impact(all, theme);
    const auto other = theme_impact(all, rest);
    ASSERT_TRUE(one.ok() && other.ok());
    if (theme.total() == 0) continue;
    EXPECT_LE(*one->impact * *other->impact, 0);
    EXPECT_NEAR(*one->impact * static_cast<double>(rest.total()),
                -*one->gap * static_cast<double>(theme.total()), 1e-9);
  }
}

TEST(ThemeChange, HoldsTheDifferenceInItsInterval) {
  Draw draw;
  for (int i = 0; i < 500; ++i) {
    const Mentions before{draw(10), 9 + draw(9)};
    const Mentions after{draw(10), 9 + draw(9)};
    const auto change = theme_change(before, after);
    ASSERT_TRUE(change.ok());
    EXPECT_LE(*change->low, *change->difference_points);
    EXPECT_GE(*change->high, *change->difference_points);
    EXPECT_GT(*change->fisher_p, 0);
    EXPECT_LE(*change->fisher_p, 1 + 1e-12);
  }
}

TEST(ThemeChange, IsQuickAtTheLargestThatFisherTakes) {
  const auto change = theme_change({2'000'000'000, 5'000'000'000},
                                   {2'000'300'000, 5'000'000'000});
  ASSERT_TRUE(change.ok());
  // So many answers make the exact test and the other one agree.
  EXPECT_NEAR(*change->fisher_p, *change->p, 1e-3 * *change->p);
  const auto larger = theme_change({1, 5'000'000'001}, {2, 5'000'000'000});
  ASSERT_TRUE(larger.ok());
  EXPECT_FALSE(larger->fisher_p.has_value());
}

TEST(Churn, SwappedGroupsHaveTheReciprocalRatio) {
  Draw draw;
  for (int i = 0; i < 200; ++i) {
    const ChurnCounts counts{1 + draw(50), draw(50), 1 + draw(50), draw(50)};
    const auto a = churn(counts);
    const auto b = churn({counts.other_churned, counts.other_kept,
                          counts.detractor_churned, counts.detractor_kept});
    ASSERT_TRUE(a.ok() && b.ok());
    EXPECT_NEAR(*a->risk_ratio * *b->risk_ratio, 1, 1e-12);
    EXPECT_NEAR(*a->risk_ratio_low * *b->risk_ratio_high, 1, 1e-12);
    if (a->phi) EXPECT_NEAR(*a->phi, -*b->phi, 1e-15);
  }
}

}  // namespace
}  // namespace looplet
