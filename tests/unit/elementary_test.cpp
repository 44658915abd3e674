#include "core/elementary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bit_hash.h"
#include "core/normal.h"
#include "core/number_text.h"
#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Distance in units of the last digit of the expected double.
double ulps(double ours, double expected) {
  if (ours == expected) return 0;
  const double size = std::fabs(expected);
  const double ulp = std::nextafter(size, kInfinity) - size;
  return std::fabs(ours - expected) / ulp;
}

// Calls check(x, y) for each point of the table of that name.
template <class Check>
void table(const char* name, Check check) {
  vectors::each("elementary.json", name,
                [&](const Json& request, const Json& vector) {
                  const Json& x = request["x"];
                  const Json& y = vector["value"]["y"];
                  ASSERT_GT(x.size(), 20u);
                  for (std::size_t i = 0; i < x.size(); ++i) {
                    check(x[i].get<double>(), y[i].get<double>());
                  }
                });
}

TEST(Elementary, ExpIsWithinOneUlp) {
  table("exp", [](double x, double y) {
    EXPECT_LE(ulps(elementary::exp(x), y), 1) << x;
  });
  EXPECT_EQ(elementary::exp(710), kInfinity);
  EXPECT_EQ(elementary::exp(-746), 0);
  EXPECT_EQ(elementary::exp(-kInfinity), 0);
  EXPECT_TRUE(std::isnan(elementary::exp(std::nan(""))));
}

TEST(Elementary, LogIsWithinOneUlp) {
  table("log", [](double x, double y) {
    EXPECT_LE(ulps(elementary::log(x), y), 1) << x;
  });
  EXPECT_EQ(elementary::log(0), -kInfinity);
  EXPECT_EQ(elementary::log(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(elementary::log(-1)));
}

TEST(Elementary, Log1pIsWithinFourUlp) {
  table("log1p", [](double x, double y) {
    EXPECT_LE(ulps(elementary::log1p(x), y), 4) << x;
  });
}

TEST(Elementary, AtanIsWithinOneUlp) {
  table("atan", [](double x, double y) {
    EXPECT_LE(ulps(elementary::atan(x), y), 1) << x;
  });
}

TEST(Elementary, SineAndCosineKeepTheirBound) {
  table("sine", [](double x, double y) {
    EXPECT_NEAR(elementary::sine_cosine(x).sine, y, 1e-15 * (1 + std::fabs(x)));
  });
  table("cosine", [](double x, double y) {
    EXPECT_NEAR(elementary::sine_cosine(x).cosine, y,
                1e-15 * (1 + std::fabs(x)));
  });
}

TEST(Normal, TailKeepsItsRelativeBound) {
  table("normal_upper", [](double z, double y) {
    EXPECT_NEAR(normal_upper(z), y, 1e-13 * y) << z;
  });
  EXPECT_EQ(normal_upper(41), 0);
  EXPECT_EQ(two_sided_p(0), 1);
  EXPECT_EQ(two_sided_p(-3), two_sided_p(3));
}

TEST(Normal, QuantileKeepsItsBound) {
  table("normal_upper_quantile", [](double tail, double y) {
    EXPECT_NEAR(normal_upper_quantile(tail), y, 4e-15 * (1 + std::fabs(y)))
        << tail;
  });
}

TEST(Normal, NinetyFivePercentIsTheSameByBothWays) {
  EXPECT_EQ(z_of_confidence(0.95), kZ95);
  EXPECT_NEAR(normal_upper_quantile(0.025), kZ95, 1e-15);
}

TEST(Elementary, HasTheSameBitsOnEveryMachine) {
  BitHash hash;
  for (int i = 1; i < 20000; ++i) {
    const double x = i * 0.0371;
    hash.add(elementary::exp(x - 300));
    hash.add(elementary::log(x));
    hash.add(elementary::log1p(x));
    hash.add(elementary::atan(x - 100));
    hash.add(elementary::sine_cosine(x).sine);
    hash.add(elementary::sine_cosine(x).cosine);
    hash.add(normal_upper(x / 30));
    hash.add(normal_upper_quantile(i / 20000.0));
  }
  EXPECT_EQ(hash.value(), 10705677718312653730u);
}

TEST(NumberText, ReadsAsPeopleWriteIt) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(95), "95");
  EXPECT_EQ(number_text(-1.5), "-1.5");
  EXPECT_EQ(number_text(0.95), "0.95");
  EXPECT_EQ(number_text(0.0001), "0.0001");
  EXPECT_EQ(number_text(100.5), "100.5");
  EXPECT_EQ(number_text(123456.7), "123457");
  EXPECT_EQ(number_text(999999.7), "1000000");
  EXPECT_EQ(number_text(9007199254740992.0), "9.0072e+15");
  EXPECT_EQ(number_text(1e-100), "1e-100");
  EXPECT_EQ(number_text(2e300), "2e+300");
  EXPECT_EQ(number_text(5e-324), "4.94066e-324");
  EXPECT_EQ(number_text(kInfinity), "Infinity");
  EXPECT_EQ(number_text(-kInfinity), "-Infinity");
  EXPECT_EQ(number_text(std::nan("")), "NaN");
}

}  // namespace
}  // namespace looplet
