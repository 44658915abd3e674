// One number for the bits of many doubles.
//
// It says nothing about whether they are right (the vectors do), only that
// they are the same in every build: a test compares it with what g++ 12 made
// on x86-64, and runs with clang, with the sanitizers and as WebAssembly.
#pragma once

#include <cstdint>
#include <cstring>

namespace looplet {

class BitHash {
 public:
  void add(double value) {  // FNV-1a
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    for (int i = 0; i < 64; i += 8) {
      hash_ = (hash_ ^ ((bits >> i) & 0xFF)) * 1099511628211u;
    }
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 14695981039346656037u;
};

}  // namespace looplet
