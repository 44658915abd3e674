// Many comparisons at once: p values corrected for their number.
//
//   adjust_p({0.01, 0.04, 0.03}, Adjustment::holm)    0.03, 0.06, 0.06
//
// holm for a family of comparisons that were planned, bh for a table in which
// one looks for something.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "looplet/result.h"

namespace looplet {

/// What the corrected values below alpha guarantee:
enum class Adjustment : std::uint8_t {
  bonferroni,  ///< no false alarm at all but with probability alpha
  holm,        ///< the same and always at least as powerful (Holm 1979)
  bh,          ///< at most a share alpha of false alarms among the alarms, for
       ///< independent or positively dependent tests (Benjamini-Hochberg 1995)
  by,  ///< the same under any dependence (Benjamini-Yekutieli 2001)
};

/// "bonferroni", "holm", "bh" or "by".
std::string_view adjustment_name(Adjustment adjustment);

/// The adjustment of that name; nothing when there is none.
std::optional<Adjustment> adjustment_named(std::string_view name);

/// Corrected p values in the order given, each at most 1. No values give no
/// values. What is not from 0 to 1 is a fault at /p/3.
Result<std::vector<double>> adjust_p(std::span<const double> p,
                                     Adjustment adjustment);

}  // namespace looplet
