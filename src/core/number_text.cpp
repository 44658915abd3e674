#include "core/number_text.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace looplet {

std::string number_text(double number) {
  if (number != number) return "NaN";
  std::string text;
  if (number < 0) {
    text = "-";
    number = -number;
  }
  if (number > std::numeric_limits<double>::max()) return text + "Infinity";
  if (number == 0) return "0";

  // number = 0.d1 d2 ... d6 * 10^places
  int places = 6;
  while (number >= 1e6) number /= 10, ++places;
  while (number < 1e5) number *= 10, --places;
  std::int64_t digits = std::llround(number);
  if (digits == 1000000) digits = 100000, ++places;
  while (digits % 10 == 0) digits /= 10;
  const std::string figures = std::to_string(digits);
  const int count = static_cast<int>(figures.size());

  if (places > 15 || places < -5) {
    text += figures[0];
    if (count > 1) text += "." + figures.substr(1);
    const int exponent = places - 1;
    text += exponent < 0 ? "e" : "e+";
    return text + std::to_string(exponent);
  }
  if (places <= 0) {
    return text + "0." + std::string(static_cast<std::size_t>(-places), '0') +
           figures;
  }
  if (places >= count) {
    return text + figures +
           std::string(static_cast<std::size_t>(places - count), '0');
  }
  const auto point = static_cast<std::size_t>(places);
  return text + figures.substr(0, point) + "." + figures.substr(point);
}

}  // namespace looplet
