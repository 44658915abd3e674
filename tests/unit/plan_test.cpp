#include "looplet/plan.h"

#include <gtest/gtest.h>

#include <limits>

#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;
using vectors::number_or;

MarginPlan margin_plan_of(const Json& request) {
  MarginPlan plan;
  plan.margin = request["margin"].get<double>();
  plan.confidence = number_or(request, "confidence", kDefaultConfidence);
  if (request.contains("variance")) {
    plan.variance = request["variance"].get<double>();
  }
  if (request.contains("pilot")) {
    plan.pilot = vectors::counts_of(request["pilot"]);
  }
  if (request.contains("population")) {
    plan.population = request["population"].get<std::int64_t>();
  }
  return plan;
}

ChangePlan change_plan_of(const Json& request) {
  return {.change = request["change"].get<double>(),
          .power = number_or(request, "power", kDefaultPower),
          .confidence = number_or(request, "confidence", kDefaultConfidence),
          .variance_before = number_or(request, "varianceBefore", 1),
          .variance_after = number_or(request, "varianceAfter", 1),
          .ratio = number_or(request, "ratio", 1)};
}

PlannedGroup group_of(const Json& json) {
  return {json["n"].get<std::int64_t>(), json["variance"].get<double>()};
}

TEST(SampleSize, AgreesWithTheVectors) {
  vectors::each(
      "plan.json", "sampleSize", [](const Json& request, const Json& vector) {
        if (request.contains("margin")) {
          vectors::expect(vector, sample_size(margin_plan_of(request)),
                          [](const MarginSize& size) {
                            return Json{{"responses", size.responses}};
                          });
        } else {
          vectors::expect(vector, sample_size(change_plan_of(request)),
                          [](const ChangeSize& size) {
                            return Json{
                                {"responsesPerGroup", size.responses_per_group},
                                {"responsesAfter", size.responses_after}};
                          });
        }
      });
}

TEST(DetectableChange, AgreesWithTheVectors) {
  vectors::each(
      "plan.json", "detectableChange",
      [](const Json& request, const Json& vector) {
        const DetectionPlan plan{
            .before = group_of(request["before"]),
            .after = group_of(request["after"]),
            .confidence = number_or(request, "confidence", kDefaultConfidence),
            .power = number_or(request, "power", kDefaultPower)};
        vectors::expect(
            vector, detectable_change(plan), [](const Detection& detection) {
              return Json{{"points", vectors::or_null(detection.points)}};
            });
      });
}

// The plan is kept: so many answers have that Wald margin, one fewer has not.
TEST(SampleSize, IsTheLeastNumberThatKeepsTheMargin) {
  constexpr double kZ = 1.959963984540054;
  for (const double margin : {0.5, 1.0, 2.0, 5.0, 7.5, 15.0}) {
    const auto size = sample_size(MarginPlan{.margin = margin});
    ASSERT_TRUE(size.ok());
    const auto n = static_cast<double>(size->responses);
    EXPECT_LE(100 * kZ / std::sqrt(n), margin);
    EXPECT_GT(100 * kZ / std::sqrt(n - 1), margin);
  }
}

TEST(SampleSize, OfAChangeIsTheLeastThatDetectsIt) {
  for (const double change : {1.0, 4.0, 10.0, 33.0}) {
    const auto size = sample_size(ChangePlan{.change = change});
    ASSERT_TRUE(size.ok());
    const std::int64_t n = size->responses_per_group;
    EXPECT_LE(*detectable_change({{n, 1}, {n, 1}})->points, change);
    EXPECT_GT(*detectable_change({{n - 1, 1}, {n - 1, 1}})->points, change);
    EXPECT_EQ(size->responses_after, n);
  }
}

TEST(SampleSize, NeverExceedsThePopulation) {
  for (std::int64_t population = 1; population < 3000; population += 7) {
    const auto size =
        sample_size(MarginPlan{.margin = 0.1, .population = population});
    ASSERT_TRUE(size.ok());
    EXPECT_LE(size->responses, population);
    EXPECT_GE(size->responses, 1);
  }
}

TEST(SampleSize, RefusesWhatIsNotANumber) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto margin = sample_size(MarginPlan{.margin = nan, .variance = nan});
  ASSERT_FALSE(margin.ok());
  EXPECT_EQ(margin.faults(),
            (Faults{{Code::out_of_range, "/margin",
                     "NaN is out of range; it must be from 0.0001 to 100."},
                    {Code::out_of_range, "/variance",
                     "NaN is out of range; it must be from 0 to 1."}}));
  const auto change = sample_size(ChangePlan{
      nan, nan, nan, nan, nan, std::numeric_limits<double>::infinity()});
  ASSERT_FALSE(change.ok());
  EXPECT_EQ(change.faults().size(), 6u);
}

}  // namespace
}  // namespace looplet
