#include "core/proportion.h"

#include <cmath>

namespace looplet {

Interval wilson_interval(std::int64_t hits, std::int64_t n, double z) {
  const auto count = static_cast<double>(n);
  const auto x = static_cast<double>(hits);
  const auto rest = static_cast<double>(n - hits);
  const double square = z * z;
  // Of the two roots of a quadratic the one without a difference of equals;
  // the other limit is the mirror image of those who did not.
  const auto upper = [&](double yes, double no) {
    const double spread = z * std::sqrt(yes * no / count + square / 4);
    return (yes + square / 2 + spread) / (count + square);
  };
  return {hits == 0 ? 0 : 1 - upper(rest, x), rest == 0 ? 1 : upper(x, rest)};
}

}  // namespace looplet
