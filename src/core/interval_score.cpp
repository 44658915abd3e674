// The score interval of Tango 1998 (Stat. Med. 17, 891-908): every t that the
// score test does not reject,
//
//   |(p - d) - t| <= z sqrt((2 q + t (1 - t)) / n),
//
// where q is the most likely share of detractors if the true score were t.
#include <cmath>

#include "core/interval.h"

namespace looplet {
namespace {

// 2 q + t (1 - t) for t >= 0: the variance of one answer under score t.
double restricted_variance(double p, double d, double t) {
  // q is the larger root of 2 q^2 + B q - d t (1 - t) = 0. Of the two ways to
  // write it, the one without a difference of equals is taken.
  const double b = t * (2 - p + d) - (p + d);
  const double c = d * t * (1 - t);
  const double root = std::sqrt(b * b + 8 * c);
  const double q = b > 0 ? 2 * c / (b + root) : (root - b) / 4;
  return 2 * q + t * (1 - t);
}

// How far the lower limit is below the score.
double reach_below(double n, double p, double d, double z) {
  const double score = p - d;
  // Outside at `far` (t = -1 has no variance), inside at `near`. At t = score
  // the test never rejects, even where its variance is 0.
  double near = 0;
  double far = 1 + score;
  for (int step = 0; step < 128; ++step) {
    const double reach = near + (far - near) / 2;
    if (reach == near || reach == far) break;
    const double t = score - reach;
    // Seen from the other side a negative score is positive.
    const double variance =
        t < 0 ? restricted_variance(d, p, -t) : restricted_variance(p, d, t);
    if (n * reach * reach > z * z * variance) {
      far = reach;
    } else {
      near = reach;
    }
    if (far - near < 1e-17) break;
  }
  return far;
}

}  // namespace

Interval score_interval(const Sample& sample, double z) {
  const double p = sample.promoters;
  const double d = sample.detractors;
  return {sample.score() - reach_below(sample.n, p, d, z),
          sample.score() + reach_below(sample.n, d, p, z)};
}

}  // namespace looplet
