#include "looplet/adjust.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;

TEST(AdjustP, AgreesWithTheVectors) {
  vectors::each("adjust.json", "adjustP",
                [](const Json& request, const Json& vector) {
                  const auto p = request["p"].get<std::vector<double>>();
                  const auto method =
                      adjustment_named(request["method"].get<std::string>());
                  ASSERT_TRUE(method.has_value());
                  vectors::expect(vector, adjust_p(p, *method),
                                  [](const std::vector<double>& adjusted) {
                                    Json json = Json::object();
                                    json["p"] = adjusted;
                                    return json;
                                  });
                });
}

TEST(AdjustP, NeitherShrinksAPValueNorChangesTheirOrder) {
  std::mt19937 random(5);
  std::vector<double> p;
  for (int i = 0; i < 200; ++i) p.push_back((random() % 1000) / 5000.0);
  for (const Adjustment adjustment : {Adjustment::bonferroni, Adjustment::holm,
                                      Adjustment::bh, Adjustment::by}) {
    const auto adjusted = adjust_p(p, adjustment);
    ASSERT_TRUE(adjusted.ok());
    for (std::size_t i = 0; i < p.size(); ++i) {
      EXPECT_GE((*adjusted)[i], p[i]);
      EXPECT_LE((*adjusted)[i], 1);
      for (std::size_t k = 0; k < p.size(); ++k) {
        if (p[i] > p[k]) continue;
        EXPECT_LE((*adjusted)[i], (*adjusted)[k]);
      }
    }
  }
}

TEST(AdjustP, HolmIsNeverAboveBonferroniNorBhAboveBy) {
  std::mt19937 random(6);
  std::vector<double> p;
  for (int i = 0; i < 50; ++i) p.push_back((random() % 1000) / 9000.0);
  const auto bonferroni = adjust_p(p, Adjustment::bonferroni);
  const auto holm = adjust_p(p, Adjustment::holm);
  const auto bh = adjust_p(p, Adjustment::bh);
  const auto by = adjust_p(p, Adjustment::by);
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_LE((*holm)[i], (*bonferroni)[i]);
    EXPECT_LE((*bh)[i], (*holm)[i]);
    EXPECT_LE((*bh)[i], (*by)[i]);
  }
}

TEST(AdjustP, RefusesWhatIsNotANumber) {
  const auto result =
      adjust_p(std::vector<double>{0.5, std::nan("")}, Adjustment::bh);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.faults(),
            (Faults{{Code::out_of_range, "/p/1",
                     "NaN is out of range; it must be from 0 to 1."}}));
}

TEST(Adjustment, NamesReadBack) {
  for (int i = 0; i < 4; ++i) {
    const auto adjustment = static_cast<Adjustment>(i);
    EXPECT_EQ(adjustment_named(adjustment_name(adjustment)), adjustment);
  }
  EXPECT_EQ(adjustment_named("hochberg"), std::nullopt);
}

}  // namespace
}  // namespace looplet
