#include "looplet/estimate.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

#include "bit_hash.h"
#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;
using vectors::or_null;

constexpr Method kMethods[] = {Method::score,        Method::adjusted_wald,
                               Method::bonett_price, Method::agresti_min,
                               Method::newcombe,     Method::jeffreys,
                               Method::wald};

Json to_json(const Estimate& e) {
  return {{"n", e.n},
          {"promoters", e.promoters},
          {"passives", e.passives},
          {"detractors", e.detractors},
          {"nps", or_null(e.nps)},
          {"npsExact", e.nps_exact ? Json(e.nps_exact->text()) : Json(nullptr)},
          {"rounded", or_null(e.rounded)},
          {"rounded1", or_null(e.rounded1)},
          {"shares", or_null(e.shares)},
          {"variance", or_null(e.variance)},
          {"standardError", or_null(e.standard_error)},
          {"low", or_null(e.low)},
          {"high", or_null(e.high)},
          {"method", std::string(method_name(e.method))},
          {"confidence", e.confidence},
          {"smallSample", e.small_sample},
          {"finitePopulationFactor", or_null(e.finite_population_factor)},
          {"correctedError", or_null(e.corrected_error)},
          {"effectiveN", or_null(e.effective_n)},
          {"designEffect", or_null(e.design_effect)}};
}

EstimateOptions options_of(const Json& request) {
  EstimateOptions options;
  options.confidence =
      vectors::number_or(request, "confidence", kDefaultConfidence);
  if (request.contains("method")) {
    options.method = *method_named(request["method"].get<std::string>());
  }
  if (request.contains("population")) {
    options.population = request["population"].get<std::int64_t>();
  }
  return options;
}

Result<Estimate> call(const Json& request) {
  const EstimateOptions options = options_of(request);
  if (request.contains("weights")) {
    const auto tally = weigh(request["scores"].get<std::vector<int>>(),
                             request["weights"].get<std::vector<double>>());
    if (!tally.ok()) return tally.faults();
    return estimate(*tally, options);
  }
  if (request["counts"].contains("scores")) {
    Tally tally;
    for (std::size_t i = 0; i < tally.count.size(); ++i) {
      tally.count[i] = request["counts"]["scores"][i].get<std::int64_t>();
    }
    return estimate(tally, options);
  }
  return estimate(vectors::counts_of(request["counts"]), options);
}

// Some counts of every kind, always the same.
std::vector<Counts> many_counts() {
  std::mt19937 random(20);
  std::vector<Counts> all;
  for (int limit : {1, 3, 10, 100, 5000}) {
    for (int i = 0; i < 40; ++i) {
      const auto draw = [&] {
        return static_cast<std::int64_t>(random() %
                                         static_cast<unsigned>(limit + 1));
      };
      all.push_back({draw(), draw(), draw()});
    }
  }
  return all;
}

TEST(Estimate, AgreesWithTheVectors) {
  vectors::each("estimate.json", "estimate",
                [](const Json& request, const Json& vector) {
                  vectors::expect(vector, call(request), to_json);
                });
}

TEST(Estimate, SwappingPromotersAndDetractorsMirrorsIt) {
  for (const Method method : kMethods) {
    for (const Counts& c : many_counts()) {
      if (c.total() == 0) continue;
      const auto one = estimate(c, {.method = method});
      const auto other = estimate(Counts{c.detractors, c.passives, c.promoters},
                                  {.method = method});
      ASSERT_TRUE(one.ok() && other.ok());
      EXPECT_EQ(*one->nps, -*other->nps);
      EXPECT_EQ(*one->rounded, -*other->rounded);
      EXPECT_EQ(*one->low, -*other->high) << method_name(method);
      EXPECT_EQ(*one->high, -*other->low) << method_name(method);
      EXPECT_EQ(*one->standard_error, *other->standard_error);
    }
  }
}

TEST(Estimate, ScoreIntervalIsWithinBoundsAndHoldsTheScore) {
  for (const double confidence : {0.01, 0.5, 0.95, 0.999999}) {
    for (const Counts& c : many_counts()) {
      if (c.total() == 0) continue;
      const auto e = estimate(c, {.confidence = confidence});
      ASSERT_TRUE(e.ok());
      EXPECT_GE(*e->low, -100);
      EXPECT_LE(*e->high, 100);
      EXPECT_LE(*e->low, *e->nps + 1e-12);
      EXPECT_GE(*e->high, *e->nps - 1e-12);
      EXPECT_GT(*e->high, *e->low);
    }
  }
}

TEST(Estimate, MoreConfidenceIsAWiderInterval) {
  for (const Method method : kMethods) {
    for (const Counts& c : many_counts()) {
      if (c.total() == 0) continue;
      const auto narrow = estimate(c, {.confidence = 0.8, .method = method});
      const auto wide = estimate(c, {.confidence = 0.95, .method = method});
      ASSERT_TRUE(narrow.ok() && wide.ok());
      EXPECT_LE(*wide->low, *narrow->low) << method_name(method);
      EXPECT_GE(*wide->high, *narrow->high) << method_name(method);
    }
  }
}

TEST(Estimate, MoreOfTheSameAnswersIsANarrowerScoreInterval) {
  for (const Counts& c : many_counts()) {
    if (c.total() == 0) continue;
    const auto one = estimate(c);
    const auto four =
        estimate(Counts{4 * c.promoters, 4 * c.passives, 4 * c.detractors});
    ASSERT_TRUE(one.ok() && four.ok());
    EXPECT_LT(*four->high - *four->low, *one->high - *one->low);
    EXPECT_EQ(*one->nps_exact, *four->nps_exact);
  }
}

TEST(Estimate, SharesAddUpToAHundred) {
  for (const Counts& c : many_counts()) {
    if (c.total() == 0) continue;
    const auto shares = *estimate(c)->shares;
    EXPECT_EQ(shares[0] + shares[1] + shares[2], 100);
  }
}

TEST(Estimate, ByScoreIsTheSameToTheBit) {
  EXPECT_EQ(estimate_by_score({}), *estimate(Counts{}));
  for (const Counts& c : many_counts()) {
    EXPECT_EQ(estimate_by_score(c), *estimate(c));
  }
}

TEST(Estimate, OfATallyIsThatOfItsCounts) {
  Tally tally;
  for (int score = 0; score <= 10; ++score) {
    for (int k = 0; k <= score; ++k) tally.add(score);
  }
  EXPECT_EQ(*estimate(tally), *estimate(tally.counts()));
}

TEST(Estimate, RefusesWhatIsNotANumber) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto result = estimate(Counts{.promoters = 1}, {.confidence = nan});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.faults(),
            (Faults{{Code::not_between, "/confidence",
                     "NaN is out of range; it must be above 0 and below 1."}}));
}

TEST(Estimate, SaysWhatIsWrongInWholeSentences) {
  const auto result =
      estimate(Counts{.promoters = -1},
               {.confidence = 95, .population = std::int64_t{0}});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(
      result.faults(),
      (Faults{{Code::out_of_range, "/counts/promoters",
               "-1 is out of range; it must be from 0 to 9007199254740992."},
              {Code::not_between, "/confidence",
               "95 is out of range; it must be above 0 and below 1."}}));
}

TEST(Estimate, HasTheSameBitsOnEveryMachine) {
  BitHash hash;
  for (const Method method : kMethods) {
    for (const Counts& c : many_counts()) {
      if (c.total() == 0) continue;
      const auto e = estimate(c, {.confidence = 0.9, .method = method});
      ASSERT_TRUE(e.ok());
      hash.add(*e->nps);
      hash.add(*e->variance);
      hash.add(*e->standard_error);
      hash.add(*e->low);
      hash.add(*e->high);
    }
  }
  EXPECT_EQ(hash.value(), 8774013038325748967u);
}

// A probability at the very edges must neither fail nor leave the bounds.
TEST(Estimate, TakesConfidencesNextToNoughtAndOne) {
  const double below_one = 1 - 0x1p-53;
  for (const Method method : kMethods) {
    for (const double confidence : {5e-324, 1e-17, below_one}) {
      const auto e = estimate(Counts{4, 3, 2}, {confidence, method});
      ASSERT_TRUE(e.ok());
      EXPECT_GE(*e->high, *e->low) << method_name(method);
      EXPECT_GE(*e->low, -100);
      EXPECT_LE(*e->high, 100);
    }
  }
}

TEST(Method, NamesReadBack) {
  for (const Method method : kMethods) {
    EXPECT_EQ(method_named(method_name(method)), method);
  }
  EXPECT_EQ(method_named("bayes"), std::nullopt);
  EXPECT_EQ(method_named(""), std::nullopt);
}

TEST(WeightedTally, RefusesWhatCannotBeAWeight) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  WeightedTally tally;
  for (const double weight : {0.0, -0.0, -1.0, nan, infinity, 1e101, 1e-101}) {
    EXPECT_FALSE(tally.add(9, weight)) << weight;
  }
  EXPECT_FALSE(tally.add(11, 1));
  EXPECT_EQ(tally.counts(), Counts{});
  const auto result =
      weigh(std::vector<int>{9, 9}, std::vector<double>{1, nan});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.faults().front().where, "/weights/1");
  EXPECT_EQ(result.faults().front().message,
            "NaN cannot be a weight; weights must be above 0, from 1e-100 to "
            "1e+100.");
}

TEST(WeightedTally, MergeIsAddingTheRowsOfBoth) {
  std::mt19937 random(7);
  WeightedTally a;
  WeightedTally b;
  WeightedTally both;
  for (int i = 0; i < 1000; ++i) {
    const int score = static_cast<int>(random() % 11);
    const double weight = 0.25 * (1 + random() % 8);  // exact in binary
    (i % 3 == 0 ? a : b).add(score, weight);
    both.add(score, weight);
  }
  a.merge(b);
  EXPECT_EQ(a.counts(), both.counts());
  EXPECT_EQ(a.weights(), both.weights());
  EXPECT_EQ(*estimate(a), *estimate(both));
}

TEST(WeightedTally, LosesNothingOverAMillionRows) {
  WeightedTally tally;
  for (int i = 0; i < 1000000; ++i) tally.add(9, 0.1);
  // 10^6 times the double nearest to 0.1, which is 0.1 + 5.55e-18.
  EXPECT_EQ(tally.weights()[0], 100000.0);
}

}  // namespace
}  // namespace looplet
