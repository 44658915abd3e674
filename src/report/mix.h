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
  std::uint64_t rest = 0;
  if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
  return mixed(h ^ rest);
}

}  // namespace looplet::report
