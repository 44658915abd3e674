// Numbers that look random and are the same everywhere: what a sample is
// drawn by, so that it does not depend on the order of the rows.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace looplet::report {

/// Splitmix64 (Steele, Lea & Flood 2014): a permutation of 64-bit numbers.
inline std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// Up to seven bytes as a number, the first the lowest; two loads that overlap
/// cost less than a copy of a length that is not known beforehand.
inline std::uint64_t few_bytes(std::string_view text) {
  const std::size_t size = text.size();
  const char* data = text.data();
  if (size >= 4) {
    std::uint32_t first;
    std::uint32_t last;
    std::memcpy(&first, data, 4);
    std::memcpy(&last, data + size - 4, 4);
    return first | std::uint64_t{last} << (8 * (size - 4));
  }
  if (size == 0) return 0;
  const auto at = [data](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(data[i])} << (8 * i);
  };
  return at(0) | at(size / 2) | at(size - 1);
}

/// Of a text, eight bytes at a time. Not against people who look for texts
/// with equal numbers: those merely share their fate.
inline std::uint64_t mixed(std::string_view text) {
  std::uint64_t h = mixed(text.size());
  while (text.size() >= 8) {
    std::uint64_t piece;
    std::memcpy(&piece, text.data(), 8);
    h = (h ^ piece) * 0xBF58476D1CE4E5B9u;
    h ^= h >> 29;
    text.remove_prefix(8);
  }
  return mixed(h ^ few_bytes(text));
}

}  // namespace looplet::report
