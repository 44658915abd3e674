// Equal-tailed limits of the score under a Dirichlet posterior with 1/2 added
// to each segment, for any number of answers.
//
// A Dirichlet vector is three independent gamma variables over their sum, so
//
//   P(score > t) = P(L > 0),  L = (1-t) G_p - t G_a - (1+t) G_d,
//
// and L has the cumulant function K(s) = -sum alpha_j log(1 - c_j s). The tail
// is Lugannani and Rice's integral (Adv. Appl. Prob. 12, 1980)
//
//   P(L > 0) = 1/(2 pi i)  integral from -i inf to +i inf of  e^K(s) / s  ds,
//
// taken without their approximation: along a hyperbola through the saddle point
// s_0 > 0, s = s_0 + scale (i sinh y -+ kappa (cosh y - 1)), that bends to the
// side on which the integrand dies away faster, by the trapezoidal rule in y,
// which converges geometrically (Trefethen & Weideman, SIAM Review 56, 2014).
// A straight line would not do: a segment with few answers beside one with many
// leaves a slow tail that oscillates. No special function is needed and the
// work does not grow with n. Checked against Beta quadrature: limits within
// 1e-8 points.
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

// tan(pi / 8): far enough from the upright to damp, and from pi / 4, where a
// normal peak would no longer die away.
constexpr double kKappa = 0.41421356237309505;

struct Complex {
  double re;
  double im;
};

// e^K(s) / s around the saddle point of a given t.
struct Integrand {
  Triple alpha{};
  Triple ratio{};        // c / (1 - c s_0)
  double saddle = 0;     // s_0
  double scale = 0;      // 1 / sqrt of the second derivative of K(s) - log s
  double at_saddle = 0;  // K(s_0)

  // K(s_0 + step) - K(s_0).
  Complex growth(Complex step) const {
    Complex sum{0, 0};
    for (std::size_t j = 0; j < 3; ++j) {
      // The factor 1 - r step, by its size and angle.
      const double x = ratio[j] * step.re;
      const double u = ratio[j] * step.im;
      sum.re -= 0.5 * alpha[j] * elementary::log1p(x * x + u * u - 2 * x);
      sum.im += alpha[j] * angle(u, 1 - x);
    }
    return sum;
  }

  // 1 to bend to the right, -1 to the left: where e^K is the first to be below
  // 1e-20. On the other side it may grow again without bound, which near the
  // saddle point does not show.
  double side() const {
    double right = 0;
    double left = 0;
    for (double reach = 4 * scale; right > -46 && left > -46; reach *= 2) {
      right = growth({kKappa * reach, reach}).re;
      left = growth({-kKappa * reach, reach}).re;
    }
    return right < left ? 1 : -1;
  }

  // Angle of re + i im, for im != 0.
  static double angle(double im, double re) {
    if (re > 0) return elementary::atan(im / re);
    const double quarter = im > 0 ? elementary::kPi / 2 : -elementary::kPi / 2;
    return quarter - elementary::atan(re / im);
  }
};

Integrand integrand_of(const Triple& alpha, double t) {
  const Triple c{1 - t, -t, -(1 + t)};
  Integrand result;
  result.alpha = alpha;

  // Between 0 and 1 / (1 - t) the derivative of K(s) - log(s) climbs through 0.
  double low = 0;
  double high = 1 / c[0];
  for (int step = 0; step < 60; ++step) {
    const double s = low + (high - low) / 2;
    double slope = -1 / s;
    for (std::size_t j = 0; j < 3; ++j) {
      slope += alpha[j] * c[j] / (1 - c[j] * s);
    }
    (slope < 0 ? low : high) = s;
  }
  const double s = low + (high - low) / 2;

  double curvature = 1 / (s * s);
  for (std::size_t j = 0; j < 3; ++j) {
    result.at_saddle -= alpha[j] * elementary::log1p(-c[j] * s);
    result.ratio[j] = c[j] / (1 - c[j] * s);
    curvature += alpha[j] * result.ratio[j] * result.ratio[j];
  }
  result.saddle = s;
  result.scale = 1 / std::sqrt(curvature);
  return result;
}

// P(score > t) for -1 < t < 1.
double probability_above(const Triple& alpha, double t) {
  const Integrand f = integrand_of(alpha, t);
  const double kappa = f.side() * kKappa;

  constexpr double kStep = 1.0 / 16;
  double sum = 0.5 * f.scale / f.saddle;  // y = 0, half of the whole line
  for (int i = 1; i < 2000; ++i) {
    const double e = elementary::exp(i * kStep);
    const double sinh = f.scale * (e - 1 / e) / 2;
    const double cosh = f.scale * (e + 1 / e) / 2;
    const Complex step{kappa * (cosh - f.scale), sinh};
    const Complex growth = f.growth(step);
    // Imaginary part of e^growth ds / s.
    const Complex s{f.saddle + step.re, step.im};
    const Complex ds{kappa * sinh, cosh};
    const double size =
        elementary::exp(growth.re) / (s.re * s.re + s.im * s.im);
    const double re = ds.re * s.re + ds.im * s.im;
    const double im = ds.im * s.re - ds.re * s.im;
    if (size * (re < 0 ? -re : re) < 1e-17 * sum &&
        size * (im < 0 ? -im : im) < 1e-17 * sum) {
      break;
    }
    const elementary::SineCosine turn = elementary::sine_cosine(growth.im);
    sum += size * (im * turn.cosine + re * turn.sine);
  }
  return sum * kStep * elementary::exp(f.at_saddle) / elementary::kPi;
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
