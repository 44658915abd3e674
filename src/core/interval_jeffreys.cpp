// Equal-tailed limits of the score under a Dirichlet posterior with 1/2 added
// to each segment, for any number of answers.
//
// A Dirichlet vector is three independent gamma variables over their sum, so
//
//   P(score > t) = P(L > 0),  L = (1-t) G_p - t G_a - (1+t) G_d,
//
// and L has the cumulant function K(s) = -sum alpha_j log(1 - c_j
// s). The tail is Lugannani and Rice's integral (Adv. Appl. Prob. 12, 1980)
//
//   P(L > 0) = 1/(2 pi i)  integral over s_0 + i u of  e^K(s) / s  ds,
//
// taken without their approximation: along the line through the saddle point
// s_0, where the integrand neither oscillates nor grows, by the trapezoidal
// rule in u = scale * sinh(y), which converges geometrically (Trefethen &
// Weideman, SIAM Review 56, 2014). The step 1/8 leaves an error below 1e-15 of
// the tail; no special function is needed and the work does not grow with n.
// Checked against Beta quadrature with 50 digits: limits within 1e-9 points.
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/elementary.h"
#include "core/interval.h"
#include "core/normal.h"

namespace looplet {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

using Triple = std::array<double, 3>;  // promoters, passives, detractors

// P(score > t) for -1 < t < 1.
double probability_above(const Triple& alpha, double t) {
  const Triple c{1 - t, -t, -(1 + t)};

  // The saddle point of e^K(s) / s on 0 < s < 1 / (1 - t): there the derivative
  // of K(s) - log(s) climbs through 0.
  const double end = 1 / c[0];
  double low = 0;
  double high = end;
  for (int step = 0; step < 60; ++step) {
    const double s = low + (high - low) / 2;
    double slope = -1 / s;
    for (std::size_t j = 0; j < 3; ++j)
      slope += alpha[j] * c[j] / (1 - c[j] * s);
    (slope < 0 ? low : high) = s;
  }
  const double s = low + (high - low) / 2;

  double k = 0;
  double curvature = 1 / (s * s);
  Triple ratio{};  // c / (1 - c s)
  for (std::size_t j = 0; j < 3; ++j) {
    k -= alpha[j] * elementary::log1p(-c[j] * s);
    ratio[j] = c[j] / (1 - c[j] * s);
    curvature += alpha[j] * ratio[j] * ratio[j];
  }
  const double scale = 1 / std::sqrt(curvature);

  constexpr double kStep = 0.125;
  double sum = 0.5 * scale / s;  // y = 0, half of the even integrand
  for (int i = 1; i < 1000; ++i) {
    const double growth = elementary::exp(i * kStep);
    const double u = scale * (growth - 1 / growth) / 2;
    const double du = scale * (growth + 1 / growth) / 2;
    double magnitude = 0;  // log |e^(K(s + iu) - K(s))|
    double phase = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      const double v = ratio[j] * u;
      magnitude -= 0.5 * alpha[j] * elementary::log1p(v * v);
      phase += alpha[j] * elementary::atan(v);
    }
    const double size = elementary::exp(magnitude) * du / (s * s + u * u);
    if (size * (s + u) < 1e-18 * sum) break;
    const elementary::SineCosine turn = elementary::sine_cosine(phase);
    sum += size * (s * turn.cosine + u * turn.sine);
  }
  return sum * kStep * elementary::exp(k) / elementary::kPi;
}

// The t with P(score > t) = tail. From the normal guess outwards to a bracket,
// then the Illinois variant of regula falsi on the logarithm of the tail.
double upper_limit(const Triple& alpha, double tail) {
  const double n = alpha[0] + alpha[1] + alpha[2];
  const double mean = (alpha[0] - alpha[2]) / n;
  const double deviation =
      std::sqrt((4 * alpha[0] * alpha[2] + alpha[1] * (alpha[0] + alpha[2])) /
                (n * n * (n + 1)));
  const auto excess = [&](double t) {  // falls with t
    if (t <= -1) return kInfinity;
    if (t >= 1) return -kInfinity;
    return elementary::log(probability_above(alpha, t) / tail);
  };

  double low = mean + normal_upper_quantile(tail) * deviation;
  double high = low;
  double step = 0.5 * deviation;
  double at_low = excess(low);
  double at_high = at_low;
  for (; at_low < 0; step *= 2) at_low = excess(low -= step);
  for (; at_high > 0; step *= 2) at_high = excess(high += step);

  double t = low;
  int side = 0;  // which end moved last
  for (int i = 0; i < 200 && high - low > 1e-15; ++i) {
    const double before = t;
    t = high - at_high * (high - low) / (at_high - at_low);
    if (!(t > low && t < high)) t = low + (high - low) / 2;
    if (t == before || t == low || t == high) break;
    const double at_t = excess(t);
    if (at_t == 0) break;
    if (at_t > 0) {
      low = t;
      at_low = at_t;
      if (side == 1) at_high /= 2;
      side = 1;
    } else {
      high = t;
      at_high = at_t;
      if (side == -1) at_low /= 2;
      side = -1;
    }
  }
  return t;
}

}  // namespace

Interval jeffreys_interval(const Sample& sample, double tail) {
  const double p = sample.n * sample.promoters + 0.5;
  const double a = sample.n * sample.passives + 0.5;
  const double d = sample.n * sample.detractors + 0.5;
  return {-upper_limit({d, a, p}, tail), upper_limit({p, a, d}, tail)};
}

}  // namespace looplet
