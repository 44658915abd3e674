#include "core/interval.h"

namespace looplet {

Sample sample_of(const Counts& counts) {
  const auto n = static_cast<double>(counts.total());
  return {n, static_cast<double>(counts.promoters) / n,
          static_cast<double>(counts.passives) / n,
          static_cast<double>(counts.detractors) / n};
}

}  // namespace looplet
