// Questions with the answer yes or no, as one circuit of "and" and "not" over
// what respondents are free to choose.
//
//   Circuit circuit;
//   Circuit::Wire a = circuit.input();
//   circuit.both(a, Circuit::inverse(a)) == Circuit::kNo
//
// Equal gates are one gate. A gate stands behind the two that it joins, so
// one pass from first to last gives the value of every wire.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace looplet {

class Circuit {
 public:
  /// A gate's number, doubled; one more for its inverse.
  using Wire = std::uint32_t;
  static constexpr Wire kNo = 0;
  static constexpr Wire kYes = 1;

  static Wire inverse(Wire wire) { return wire ^ 1u; }
  static std::uint32_t gate_of(Wire wire) { return wire >> 1; }
  static bool is_inverse(Wire wire) { return (wire & 1u) != 0; }

  Circuit();

  /// A new wire that may be yes or no.
  Wire input();
  Wire both(Wire a, Wire b);
  Wire either(Wire a, Wire b) { return inverse(both(inverse(a), inverse(b))); }
  /// `yes` where `when` holds, `no` elsewhere.
  Wire choose(Wire when, Wire yes, Wire no);
  Wire any(const std::vector<Wire>& wires);

  /// Gate 0 is "no"; an input joins nothing.
  struct Gate {
    Wire a = kNo;
    Wire b = kNo;
  };
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(gates_.size());
  }
  const Gate& gate(std::uint32_t number) const { return gates_[number]; }
  bool is_input(std::uint32_t number) const {
    return number != 0 && gates_[number].a == kNo;
  }
  /// The gates that are inputs, first to last.
  const std::vector<std::uint32_t>& inputs() const { return inputs_; }

  /// Sets the values of the gates from `first` on, 64 cases a word and `width`
  /// words a gate; those of inputs are there already.
  void run(std::uint32_t first, std::size_t width,
           std::vector<std::uint64_t>& values) const;

 private:
  std::size_t place_of(Wire a, Wire b) const;
  void make_room();
  bool splits(Wire wire, Wire part, Wire& rest) const;

  std::vector<Gate> gates_;
  std::vector<std::uint32_t> inputs_;
  std::vector<std::uint32_t> table_;  ///< gates by what they join; 0: free
};

}  // namespace looplet
