// Figures that must be right to the last digit: exact fractions of counts.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace looplet {

/// A reduced fraction; `denominator` is above 0.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// 100 (promoters - detractors) / n for n > 0; counts from 0 to 2^53.
Fraction score_fraction(std::int64_t promoters, std::int64_t detractors,
                        std::int64_t n);

/// "-225/4", or "50" where the denominator is 1.
std::string fraction_text(const Fraction& fraction);

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
