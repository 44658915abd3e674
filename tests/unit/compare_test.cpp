#include "looplet/compare.h"

#include <gtest/gtest.h>

#include <random>

#include "bit_hash.h"
#include "looplet/plan.h"
#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;
using vectors::or_null;

Json to_json(const Comparison& c) {
  return {{"change", or_null(c.change)},
          {"low", or_null(c.low)},
          {"high", or_null(c.high)},
          {"z", or_null(c.z)},
          {"p", or_null(c.p)},
          {"significant", or_null(c.significant)},
          {"detectable", or_null(c.detectable)},
          {"method", std::string(method_name(c.method))},
          {"confidence", c.confidence}};
}

TEST(Compare, AgreesWithTheVectors) {
  vectors::each(
      "compare.json", "compare", [](const Json& request, const Json& vector) {
        CompareOptions options;
        options.confidence =
            vectors::number_or(request, "confidence", kDefaultConfidence);
        if (request.contains("method")) {
          options.method = *method_named(request["method"].get<std::string>());
        }
        vectors::expect(vector,
                        compare(vectors::counts_of(request["before"]),
                                vectors::counts_of(request["after"]), options),
                        to_json);
      });
}

TEST(Compare, BackwardsIsTheMirrorImage) {
  std::mt19937 random(3);
  const auto draw = [&] { return static_cast<std::int64_t>(random() % 50); };
  for (int i = 0; i < 70; ++i) {
    const Counts a{draw(), draw(), draw() + 1};
    const Counts b{draw(), draw() + 1, draw()};
    const auto method = static_cast<Method>(i % 7);
    const auto there = compare(a, b, {.method = method});
    const auto back = compare(b, a, {.method = method});
    ASSERT_TRUE(there.ok() && back.ok());
    EXPECT_EQ(*there->change, -*back->change);
    EXPECT_EQ(*there->low, -*back->high) << method_name(method);
    EXPECT_EQ(*there->high, -*back->low) << method_name(method);
    EXPECT_EQ(*there->z, -*back->z);
    EXPECT_EQ(there->p, back->p);
  }
}

TEST(Compare, HoldsTheChangeInItsScoreInterval) {
  std::mt19937 random(4);
  const auto draw = [&] { return static_cast<std::int64_t>(random() % 9); };
  for (int i = 0; i < 200; ++i) {
    const Counts a{draw(), draw(), draw() + 1};
    const Counts b{draw() + 1, draw(), draw()};
    const auto c = compare(a, b);
    ASSERT_TRUE(c.ok());
    EXPECT_LE(*c->low, *c->change);
    EXPECT_GE(*c->high, *c->change);
    EXPECT_GE(*c->low, -200);
    EXPECT_LE(*c->high, 200);
  }
}

TEST(Compare, HasTheSameBitsOnEveryMachine) {
  std::mt19937 random(8);
  const auto draw = [&] { return static_cast<std::int64_t>(random() % 99); };
  BitHash hash;
  for (int i = 0; i < 140; ++i) {
    const Counts a{draw(), draw(), draw() + 1};
    const Counts b{draw() + 1, draw(), draw()};
    const auto c = compare(a, b, {.method = static_cast<Method>(i % 7)});
    ASSERT_TRUE(c.ok());
    for (const auto& figure : {c->change, c->low, c->high, c->z, c->p}) {
      hash.add(figure.value_or(0));
    }
  }
  EXPECT_EQ(hash.value(), 9554148533338421264u);
}

// The test's error and detectable change are the planner's for the same
// variance.
TEST(Compare, DetectsWhatThePlannerSays) {
  const Counts a{240, 83, 184};
  const Counts b{110, 50, 99};
  const auto c = compare(a, b, {.method = Method::wald});
  const auto planned =
      detectable_change({.before = {a.total(), *estimate(a)->variance},
                         .after = {b.total(), *estimate(b)->variance}});
  ASSERT_TRUE(c.ok() && planned.ok());
  EXPECT_NEAR(*c->detectable, *planned->points, 1e-12);
}

TEST(Compare, IsSignificantExactlyWherePIsBelowOneMinusConfidence) {
  for (int extra = 0; extra < 60; ++extra) {
    const auto c = compare({40, 30, 30}, {40 + extra, 30, 30});
    ASSERT_TRUE(c.ok());
    EXPECT_EQ(*c->significant, *c->p < 1 - 0.95) << extra;
  }
}

}  // namespace
}  // namespace looplet
