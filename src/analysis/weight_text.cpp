#include "analysis/weight_text.h"

#include <cstdint>

namespace looplet {

// Digits below 2^53 and a power of ten below 10^22 are exact, so that one
// division gives the nearest double (Clinger 1990).
std::optional<double> weight_of(std::string_view cell) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  std::int64_t value = 0;
  double scale = 1;
  int digits = 0;
  bool point = false;
  for (const char c : cell) {
    if ((c == '.' || c == ',') && !point) {
      point = true;
    } else if (c >= '0' && c <= '9' && digits < 15) {
      value = value * 10 + (c - '0');
      ++digits;
      if (point) scale *= 10;
    } else {
      return std::nullopt;
    }
  }
  if (value == 0) return std::nullopt;
  return static_cast<double>(value) / scale;
}

}  // namespace looplet
