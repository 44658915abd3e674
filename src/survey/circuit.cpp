#include "survey/circuit.h"

#include <utility>

namespace looplet {

Circuit::Circuit() : gates_(1), table_(1024, 0) {}

Circuit::Wire Circuit::input() {
  inputs_.push_back(size());
  gates_.push_back({});
  return (size() - 1) << 1;
}

Circuit::Wire Circuit::both(Wire a, Wire b) {
  if (a > b) std::swap(a, b);
  if (a == kNo || a == inverse(b)) return kNo;
  if (a == kYes || a == b) return b;
  const std::size_t place = place_of(a, b);
  if (table_[place] != 0) return table_[place] << 1;
  const std::uint32_t number = size();
  gates_.push_back({a, b});
  table_[place] = number;
  if (gates_.size() * 2 > table_.size()) make_room();
  return number << 1;
}

Circuit::Wire Circuit::choose(Wire when, Wire yes, Wire no) {
  if (yes == no) return yes;
  // Conditions come as decisions that lead to one another; in these four
  // forms one way out is a part of the other, and "and" and "or" come back.
  Wire rest = kNo;
  if (splits(no, yes, rest)) return both(yes, either(when, rest));
  if (splits(yes, no, rest)) return both(no, either(inverse(when), rest));
  if (splits(inverse(no), inverse(yes), rest)) {
    return either(yes, both(inverse(when), inverse(rest)));
  }
  if (splits(inverse(yes), inverse(no), rest)) {
    return either(no, both(when, inverse(rest)));
  }
  return either(both(when, yes), both(inverse(when), no));
}

/// Whether `wire` is "`part` and `rest`".
bool Circuit::splits(Wire wire, Wire part, Wire& rest) const {
  const Gate& joined = gates_[gate_of(wire)];
  if (is_inverse(wire) || joined.a == kNo) return false;
  if (joined.a == part) {
    rest = joined.b;
  } else if (joined.b == part) {
    rest = joined.a;
  } else {
    return false;
  }
  return true;
}

Circuit::Wire Circuit::any(const std::vector<Wire>& wires) {
  Wire out = kNo;
  for (const Wire wire : wires) out = either(out, wire);
  return out;
}

std::size_t Circuit::place_of(Wire a, Wire b) const {
  const std::size_t mask = table_.size() - 1;
  const std::uint64_t key = (std::uint64_t{a} << 32) | b;
  // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
  std::size_t place =
      static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32) & mask;
  while (table_[place] != 0) {
    const Gate& gate = gates_[table_[place]];
    if (gate.a == a && gate.b == b) break;
    place = (place + 1) & mask;
  }
  return place;
}

void Circuit::make_room() {
  table_.assign(table_.size() * 2, 0);
  for (std::uint32_t number = 1; number < size(); ++number) {
    const Gate& gate = gates_[number];
    if (gate.a != kNo) table_[place_of(gate.a, gate.b)] = number;
  }
}

void Circuit::run(std::uint32_t first, std::size_t width,
                  std::vector<std::uint64_t>& values) const {
  for (std::uint32_t number = first; number < size(); ++number) {
    const Gate& gate = gates_[number];
    if (gate.a == kNo) continue;
    const std::uint64_t* a = &values[gate_of(gate.a) * width];
    const std::uint64_t* b = &values[gate_of(gate.b) * width];
    const std::uint64_t a_flip = is_inverse(gate.a) ? ~std::uint64_t{0} : 0;
    const std::uint64_t b_flip = is_inverse(gate.b) ? ~std::uint64_t{0} : 0;
    std::uint64_t* out = &values[number * width];
    for (std::size_t i = 0; i < width; ++i) {
      out[i] = (a[i] ^ a_flip) & (b[i] ^ b_flip);
    }
  }
}

}  // namespace looplet
