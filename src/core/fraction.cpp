#include "core/fraction.h"

#include <cstddef>
#include <numeric>

#include "text/number.h"

namespace looplet {
namespace {

template <class Remainder>
void by_largest_remainder(std::array<int, 3>& percents,
                          std::array<Remainder, 3>& remainders) {
  int left = 100 - percents[0] - percents[1] - percents[2];
  for (; left > 0; --left) {
    std::size_t largest = 0;
    for (std::size_t i = 1; i < 3; ++i) {
      if (remainders[i] > remainders[largest]) largest = i;
    }
    ++percents[largest];
    remainders[largest] = -1;
  }
}

}  // namespace

Fraction score_fraction(std::int64_t promoters, std::int64_t detractors,
                        std::int64_t n) {
  // At most 100 * 2^53, which is below 2^60.
  const std::int64_t numerator = 100 * (promoters - detractors);
  const std::int64_t divisor = std::gcd(numerator, n);
  return {numerator / divisor, n / divisor};
}

std::size_t write_fraction(const Fraction& fraction, char* out) {
  std::size_t size = text::write_whole(fraction.numerator, out);
  if (fraction.denominator != 1) {
    out[size++] = '/';
    size += text::write_whole(fraction.denominator, out + size);
  }
  return size;
}

std::string Fraction::text() const {
  char out[kLongestFraction];
  return {out, write_fraction(*this, out)};
}

std::int64_t rounded_multiple(const Fraction& fraction, std::int64_t times) {
  const std::int64_t product = fraction.numerator * times;
  const std::int64_t size = product < 0 ? -product : product;
  std::int64_t whole = size / fraction.denominator;
  const std::int64_t rest = size % fraction.denominator;
  if (rest >= fraction.denominator - rest) ++whole;
  return product < 0 ? -whole : whole;
}

std::int64_t rounded_number(double x) {
  // The fraction is looked at apart: x + 0.5 could round up by itself.
  const bool negative = x < 0;
  const double size = negative ? -x : x;
  auto whole = static_cast<std::int64_t>(size);
  if (size - static_cast<double>(whole) >= 0.5) ++whole;
  return negative ? -whole : whole;
}

std::array<int, 3> whole_percents(const std::array<std::int64_t, 3>& parts,
                                  std::int64_t n) {
  std::array<int, 3> percents{};
  std::array<std::int64_t, 3> remainders{};
  for (std::size_t i = 0; i < 3; ++i) {
    percents[i] = static_cast<int>(100 * parts[i] / n);
    remainders[i] = 100 * parts[i] % n;
  }
  by_largest_remainder(percents, remainders);
  return percents;
}

std::array<int, 3> whole_percents(const std::array<double, 3>& parts,
                                  double n) {
  std::array<int, 3> percents{};
  std::array<double, 3> remainders{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double percent = 100 * (parts[i] / n);
    percents[i] = static_cast<int>(percent);
    remainders[i] = percent - percents[i];
  }
  by_largest_remainder(percents, remainders);
  return percents;
}

}  // namespace looplet
