// exp, log and atan follow the algorithms and coefficients of fdlibm:
//
//   Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
//   Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use,
//   copy, modify, and distribute this software is freely granted, provided
//   that this notice is preserved.
//
// Checked against 50-digit values in tests/vectors/elementary.json.
#include "core/elementary.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace looplet::elementary {
namespace {

constexpr double kLn2High = 6.93147180369123816490e-01;  // 32 bits
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kInverseLn2 = 1.44269504088896338700;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::uint64_t bits_of(double x) { return __builtin_bit_cast(std::uint64_t, x); }
double of_bits(std::uint64_t x) { return __builtin_bit_cast(double, x); }

// 2^k for a normal result.
double power_of_two(int k) {
  return of_bits(static_cast<std::uint64_t>(1023 + k) << 52);
}

}  // namespace

double exp(double x) {
  if (x != x) return x;
  if (x > 709.782712893383973096) return kInfinity;
  if (x < -745.13321910194110842) return 0;
  // x = k ln 2 + (high - low), |high - low| <= ln 2 / 2.
  const int k = static_cast<int>(kInverseLn2 * x + (x < 0 ? -0.5 : 0.5));
  const double high = x - k * kLn2High;
  const double low = k * kLn2Low;
  const double r = high - low;
  const double t = r * r;
  // Remez on r (e^r + 1) / (e^r - 1), error below 2^-59.
  const double c = r - t * (1.66666666666666019037e-01 +
                            t * (-2.77777777770155933842e-03 +
                                 t * (6.61375632143793436117e-05 +
                                      t * (-1.65339022054652515390e-06 +
                                           t * 4.13813679705723846039e-08))));
  const double y = 1 - ((low - (r * c) / (2 - c)) - high);
  // In two steps, so that neither 2^1024 nor a denormal 2^k is needed.
  const int half = k / 2;
  return y * power_of_two(half) * power_of_two(k - half);
}

double log(double x) {
  if (!(x > 0)) return x == 0 ? -kInfinity : kInfinity - kInfinity;
  if (x == kInfinity) return x;
  int k = 0;
  if (x < 2.2250738585072014e-308) {  // denormal
    x *= 18014398509481984.0;         // 2^54
    k = -54;
  }
  // x = 2^k (1 + f) with sqrt(2)/2 < 1 + f < sqrt(2).
  std::uint64_t bits = bits_of(x) + 0x00095f6200000000;
  k += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffff) + 0x3fe6a09e00000000;
  const double f = of_bits(bits) - 1;
  const double half_square = 0.5 * f * f;
  const double s = f / (2 + f);
  const double z = s * s;
  const double w = z * z;
  // Remez on (log(1+f) - 2s) / s, error below 2^-58.45.
  const double even =
      w * (3.999999999940941908e-01 +
           w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd =
      z * (6.666666666666735130e-01 +
           w * (2.857142874366239149e-01 +
                w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  return s * (half_square + (even + odd)) + k * kLn2Low - half_square + f +
         k * kLn2High;
}

double log1p(double x) {
  // Kahan: the rounding of 1 + x cancels in the quotient.
  const double u = 1 + x;
  if (u == 1) return x;
  if (u == kInfinity) return u;
  return log(u) * (x / (u - 1));
}

double atan(double x) {
  if (x != x) return x;
  const bool negative = x < 0;
  double a = negative ? -x : x;
  // atan(a) = base + atan(reduced a), each base in two parts.
  double base = 0;
  double rest = 0;
  if (a >= 1e19) {
    a = 0;
    base = 1.57079632679489655800;
    rest = 6.12323399573676603587e-17;
  } else if (a >= 2.4375) {
    a = -1 / a;
    base = 1.57079632679489655800;
    rest = 6.12323399573676603587e-17;
  } else if (a >= 1.1875) {
    a = (a - 1.5) / (1 + 1.5 * a);
    base = 9.82793723247329054082e-01;
    rest = 1.39033110312309984516e-17;
  } else if (a >= 0.6875) {
    a = (a - 1) / (a + 1);
    base = 7.85398163397448278999e-01;
    rest = 3.06161699786838301793e-17;
  } else if (a >= 0.4375) {
    a = (2 * a - 1) / (2 + a);
    base = 4.63647609000806093515e-01;
    rest = 2.26987774529616870924e-17;
  }
  const double z = a * a;
  const double w = z * z;
  const double odd =
      z * (3.33333333333329318027e-01 +
           w * (1.42857142725034663711e-01 +
                w * (9.09088713343650656196e-02 +
                     w * (6.66107313738753120669e-02 +
                          w * (4.97687799461593236017e-02 +
                               w * 1.62858201153657823623e-02)))));
  const double even = w * (-1.99999999998764832476e-01 +
                           w * (-1.11111104054623557880e-01 +
                                w * (-7.69187620504482999495e-02 +
                                     w * (-5.83357013379057348645e-02 +
                                          w * -3.65315727442169155270e-02))));
  const double result = base - ((a * (odd + even) - rest) - a);
  return negative ? -result : result;
}

SineCosine sine_cosine(double x) {
  // To |r| <= pi/4 by Cody and Waite with pi/2 in two parts of 33 bits and the
  // rest (fdlibm), then the Taylor series: the first term left out is below
  // (pi/4)^18 / 18! = 2e-18.
  const double quarter_turns = 6.36619772367581382433e-01 * x;
  const auto k = static_cast<std::int64_t>(quarter_turns +
                                           (quarter_turns < 0 ? -0.5 : 0.5));
  const auto q = static_cast<double>(k);
  const double r =
      ((x - q * 1.57079632673412561417) - q * 6.07710050630396597660e-11) -
      q * 2.02226624879595063154e-21;
  const double z = r * r;
  double sine = 1;
  double cosine = 1;
  for (int i = 16; i >= 2; i -= 2) {
    sine = 1 - z / (i * (i + 1)) * sine;
    cosine = 1 - z / (i * (i - 1)) * cosine;
  }
  sine *= r;
  switch (k & 3) {
    case 0:
      return {sine, cosine};
    case 1:
      return {cosine, -sine};
    case 2:
      return {-sine, -cosine};
    default:
      return {-cosine, sine};
  }
}

}  // namespace looplet::elementary
