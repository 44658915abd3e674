// Figures that must be right to the last digit: exact fractions of counts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "looplet/estimate.h"

namespace looplet {

/// 100 (promoters - detractors) / n for n > 0; counts from 0 to 2^53.
Fraction score_fraction(std::int64_t promoters, std::int64_t detractors,
                        std::int64_t n);

constexpr std::size_t kLongestFraction = 41;

/// Writes "-225/4" to `out`, which has room for kLongestFraction, and says how
/// many characters it is.
std::size_t write_fraction(const Fraction& fraction, char* out);

/// The same as a text.
inline std::string fraction_text(const Fraction& fraction) {
  char out[kLongestFraction];
  return std::string(out, write_fraction(fraction, out));
}

/// times * fraction to the nearest whole number, half away from zero.
/// |times * numerator| must be below 2^63.
std::int64_t rounded_multiple(const Fraction& fraction, std::int64_t times);

/// x to the nearest whole number, half away from zero; |x| < 2^52.
std::int64_t rounded_number(double x);

/// Whole percents that add up to 100: largest remainder, ties to the first.
/// The parts are not negative, their sum `n` is above 0.
std::array<int, 3> whole_percents(const std::array<std::int64_t, 3>& parts,
                                  std::int64_t n);
std::array<int, 3> whole_percents(const std::array<double, 3>& parts, double n);

}  // namespace looplet
