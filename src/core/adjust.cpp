#include "looplet/adjust.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <string>

#include "core/limits.h"

namespace looplet {
namespace {

constexpr std::string_view kNames[] = {"bonferroni", "holm", "bh", "by"};

double at_most_one(double p) { return p < 1 ? p : 1; }

}  // namespace

std::string_view adjustment_name(Adjustment adjustment) {
  return kNames[static_cast<std::size_t>(adjustment)];
}

std::optional<Adjustment> adjustment_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<Adjustment>(i);
  }
  return std::nullopt;
}

Result<std::vector<double>> adjust_p(std::span<const double> p,
                                     Adjustment adjustment) {
  Faults faults;
  for (std::size_t i = 0; i < p.size(); ++i) {
    check_range(p[i], 0, 1, "/p/" + std::to_string(i), faults);
  }
  if (!faults.empty()) return faults;

  const std::size_t count = p.size();
  const auto tests = static_cast<double>(count);
  std::vector<double> adjusted(count);
  if (adjustment == Adjustment::bonferroni) {
    for (std::size_t i = 0; i < count; ++i) {
      adjusted[i] = at_most_one(tests * p[i]);
    }
    return adjusted;
  }

  std::vector<std::size_t> order(count);  // from the smallest p up
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&p](std::size_t a, std::size_t b) { return p[a] < p[b]; });

  if (adjustment == Adjustment::holm) {
    double largest = 0;
    for (std::size_t rank = 0; rank < count; ++rank) {
      const std::size_t i = order[rank];
      largest = std::max(largest, static_cast<double>(count - rank) * p[i]);
      adjusted[i] = at_most_one(largest);
    }
    return adjusted;
  }

  double factor = tests;
  if (adjustment == Adjustment::by) {
    double harmonic = 0;  // 1 + 1/2 + ... + 1/m, the small ones first
    for (std::size_t k = count; k >= 1; --k) {
      harmonic += 1 / static_cast<double>(k);
    }
    factor = tests * harmonic;
  }
  double smallest = 1;
  for (std::size_t rank = count; rank-- > 0;) {
    const std::size_t i = order[rank];
    smallest =
        std::min(smallest, factor / static_cast<double>(rank + 1) * p[i]);
    adjusted[i] = smallest;
  }
  return adjusted;
}

}  // namespace looplet
