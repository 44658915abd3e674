// Method 10 of Newcombe 1998 (Stat. Med. 17, 2635-2650) for the difference of
// two paired proportions. Promoters and detractors exclude each other, so that
// of his table e = 0, f = promoters, g = detractors, h = passives.
#include <cmath>

#include "core/interval.h"

namespace looplet {
namespace {

struct Reach {
  double below;
  double above;
};

// Wilson's interval of a share, as distances from it:
// (z / (1 + z^2/n)) sqrt(x (1-x) / n + z^2 / 4n^2) -+ (1/2 - x) z^2/n / (...).
Reach wilson_reach(double share, double others, double n, double z) {
  const double w = z * z / n;
  const double half = std::sqrt(w * (share * others + w / 4));
  const double shift = w * (others - share) / 2;
  return {(half - shift) / (1 + w), (half + shift) / (1 + w)};
}

double square_and_add(double a, double b, double phi) {
  return std::sqrt((a * a + b * b) - 2 * phi * (a * b));
}

}  // namespace

Interval newcombe_interval(const Sample& sample, double z) {
  const double p = sample.promoters;
  const double a = sample.passives;
  const double d = sample.detractors;
  const Reach promoters = wilson_reach(p, a + d, sample.n, z);
  const Reach detractors = wilson_reach(d, a + p, sample.n, z);
  const double margins = (p * (a + d)) * (d * (a + p));
  const double phi = margins > 0 ? -p * d / std::sqrt(margins) : 0;
  return {
      sample.score() - square_and_add(promoters.below, detractors.above, phi),
      sample.score() + square_and_add(promoters.above, detractors.below, phi)};
}

}  // namespace looplet
