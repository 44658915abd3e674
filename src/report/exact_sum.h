// The exact sum of any number of positive doubles, rounded once at the end:
// the same to the bit whatever order they came in, or how they were split.
//
// A long whole number of 26 words of 64 bits, as Kulisch proposed; its lowest
// bit is worth 2^-832, so that squares of weights down to 1e-100 fit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace looplet::report {

class ExactSum {
 public:
  /// `x` is 0, or from 1e-200 to 1e200.
  void add(double x);
  void add(const ExactSum& other);
  /// `part` is what was added to this, or some of it.
  void subtract(const ExactSum& part);

  /// The double nearest to the sum, ties to even.
  double value() const;

 private:
  static constexpr int kLowestBit = -832;
  static constexpr std::size_t kWords = 26;

  void add_at(std::size_t word, std::uint64_t bits);

  std::array<std::uint64_t, kWords> words_{};
};

}  // namespace looplet::report
