#include <cmath>

#include "core/interval.h"

namespace looplet {

Interval wald_interval(const Sample& sample, double z) {
  const double half = z * std::sqrt(sample.variance() / sample.n);
  return {sample.score() - half, sample.score() + half};
}

Sample with_pseudo_answers(const Sample& sample, Method method) {
  double outer = 0;  // added to promoters and to detractors
  double inner = 0;  // added to passives
  switch (method) {
    case Method::adjusted_wald:  // Rocks 2016, "triangular"
      outer = 0.75;
      inner = 1.5;
      break;
    case Method::bonett_price:
      outer = 1;
      break;
    case Method::agresti_min:
      outer = 0.5;
      inner = 1;
      break;
    case Method::score:
    case Method::newcombe:
    case Method::jeffreys:
    case Method::wald:
      return sample;
  }
  const double n = sample.n + 2 * outer + inner;
  return {n, (sample.n * sample.promoters + outer) / n,
          (sample.n * sample.passives + inner) / n,
          (sample.n * sample.detractors + outer) / n};
}

}  // namespace looplet
