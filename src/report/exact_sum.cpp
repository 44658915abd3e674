#include "report/exact_sum.h"

#include <bit>

namespace looplet::report {
namespace {

constexpr std::uint64_t kMantissa = (std::uint64_t{1} << 52) - 1;
constexpr int kBias = 1075;  // a double is mantissa x 2^(exponent - kBias)

}  // namespace

void ExactSum::add_at(std::size_t word, std::uint64_t bits) {
  while (bits != 0 && word < kWords) {
    words_[word] += bits;
    bits = words_[word] < bits ? 1 : 0;  // the carry
    ++word;
  }
}

void ExactSum::add(double x) {
  if (!(x > 0)) return;
  const auto raw = __builtin_bit_cast(std::uint64_t, x);
  const int exponent = static_cast<int>(raw >> 52);
  const std::uint64_t mantissa = (raw & kMantissa) | (kMantissa + 1);
  const int place = exponent - kBias - kLowestBit;
  if (exponent == 0 || place < 0) return;  // below every square of a weight
  const auto word = static_cast<std::size_t>(place / 64);
  const int shift = place % 64;
  add_at(word, mantissa << shift);
  if (shift > 11) add_at(word + 1, mantissa >> (64 - shift));
}

void ExactSum::add(const ExactSum& other) {
  for (std::size_t i = 0; i < kWords; ++i) add_at(i, other.words_[i]);
}

void ExactSum::subtract(const ExactSum& part) {
  std::uint64_t borrowed = 0;
  for (std::size_t i = 0; i < kWords; ++i) {
    const std::uint64_t less = words_[i] - borrowed;
    const std::uint64_t left = less - part.words_[i];
    borrowed = (less > words_[i] || left > less) ? 1 : 0;
    words_[i] = left;
  }
}

double ExactSum::value() const {
  std::size_t top = kWords;
  while (top > 0 && words_[top - 1] == 0) --top;
  if (top == 0) return 0;
  // The highest 64 bits, and whether anything is below them.
  const std::uint64_t high = words_[top - 1];
  const int zeros = std::countl_zero(high);
  std::uint64_t bits = high << zeros;
  bool below = false;
  if (top > 1) {
    if (zeros > 0) bits |= words_[top - 2] >> (64 - zeros);
    below = zeros == 0 ? words_[top - 2] != 0 : words_[top - 2] << zeros != 0;
  }
  for (std::size_t i = 0; i + 2 < top; ++i) below = below || words_[i] != 0;
  // 53 of them stay; the other 11 decide how to round.
  std::uint64_t mantissa = bits >> 11;
  const std::uint64_t rest = bits & 0x7FF;
  const bool up =
      rest > 0x400 || (rest == 0x400 && (below || (mantissa & 1) != 0));
  int place = static_cast<int>(top - 1) * 64 + 11 - zeros + kLowestBit;
  if (up && ++mantissa == std::uint64_t{1} << 53) {
    mantissa >>= 1;
    ++place;
  }
  return __builtin_bit_cast(double,
                            (static_cast<std::uint64_t>(place + kBias) << 52) |
                                (mantissa & kMantissa));
}

}  // namespace looplet::report
