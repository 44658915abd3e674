#include "core/normal.h"

#include <cmath>

#include "core/elementary.h"

namespace looplet {
namespace {

constexpr double kSqrtTwoPi = 2.50662827463100050242;

// P(Z > z) / phi(z), the Mills ratio, for z >= 0.
double mills(double z) {
  if (z < 2.5) {
    // 1/2 less Abramowitz & Stegun 26.2.11, whose terms are all positive:
    // P(0 < Z < z) = phi(z) (z + z^3/3 + z^5/(3*5) + ...).
    double term = z;
    double sum = z;
    for (int k = 3; term > 1e-17 * sum; k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return 0.5 * kSqrtTwoPi * elementary::exp(0.5 * z * z) - sum;
  }
  // Laplace's continued fraction, A&S 26.2.14: 1/(z + 1/(z + 2/(z + ...))),
  // from a depth at which what is left out is below 1e-16.
  double tail = z;
  for (int k = 16 + static_cast<int>(600 / (z * z)); k >= 1; --k) {
    tail = z + k / tail;
  }
  return 1 / tail;
}

}  // namespace

double normal_upper(double z) {
  if (z < 0) return 1 - normal_upper(-z);
  if (z > 40) return 0;
  return mills(z) * elementary::exp(-0.5 * z * z) / kSqrtTwoPi;
}

double two_sided_p(double z) {
  const double p = 2 * normal_upper(z < 0 ? -z : z);
  return p > 1 ? 1 : p;
}

double normal_upper_quantile(double tail) {
  if (tail > 0.5) return -normal_upper_quantile(1 - tail);
  if (tail == 0.5) return 0;
  // A&S 26.2.23, within 4.5e-4, then Halley's method, which cubes the error.
  const double t = std::sqrt(-2 * elementary::log(tail));
  double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                     (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  if (z < 0) z = 0;
  for (int step = 0; step < 3; ++step) {
    const double e =
        mills(z) - tail * kSqrtTwoPi * elementary::exp(0.5 * z * z);
    z += e / (1 - 0.5 * z * e);
  }
  return z;
}

double z_of_confidence(double confidence) {
  if (confidence == 0.95) return kZ95;
  return normal_upper_quantile(0.5 * (1 - confidence));
}

}  // namespace looplet
