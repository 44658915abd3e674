// Decimal numbers as people and exports write them, judged exactly.
#pragma once

#include <optional>
#include <string_view>

namespace looplet {

struct Decimal {
  bool whole = true;  ///< nothing but zeros after the point
  /// The number when it is whole and from -99 to 99; beyond, +-100.
  int value = 0;
  bool operator==(const Decimal&) const = default;
};

/// Reads "7", "+7", "-1", "7.0", "7,0", "7.", ".5", "1e1", "7.50E+01",
/// "1,000" and "1 000 000" (groups of three after ',' ' ' '.' or '\'').
/// Nothing when the whole of `text` is not one number. Any length; no rounding.
///
/// A single '.' is always the point ("7.000" is 7); a single ',' before
/// exactly three digits separates thousands ("1,000" is out of range and not
/// 1), unless the number starts with 0.
std::optional<Decimal> read_decimal(std::string_view text);

}  // namespace looplet
