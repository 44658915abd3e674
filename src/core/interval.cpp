#include "core/interval.h"

#include "core/normal.h"

namespace looplet {

Interval interval_of(const Sample& sample, Method method, double confidence) {
  if (method == Method::jeffreys) {
    return jeffreys_interval(sample, 0.5 * (1 - confidence));
  }
  const double z = z_of_confidence(confidence);
  switch (method) {
    case Method::score:
      return score_interval(sample, z);
    case Method::newcombe:
      return newcombe_interval(sample, z);
    case Method::adjusted_wald:
    case Method::bonett_price:
    case Method::agresti_min:
    case Method::wald:
    case Method::jeffreys:
      break;
  }
  return wald_interval(with_pseudo_answers(sample, method), z);
}

}  // namespace looplet
