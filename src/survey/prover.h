// Whether some respondent makes a wire of a circuit yes, and who.
//
// Three ways, each for what the others are slow at: many respondents at once
// by chance (64 a word) find what is common; decision diagrams decide what is
// left as long as they stay small; a search with learnt clauses decides the
// rest. The first only ever says yes, the others are complete. To fit a
// thousand conditions to each other can take any program for ever (it is the
// satisfiability of formulas), so work is bounded; beyond the bound the answer
// is "unknown", never a guess.
#pragma once

#include <cstdint>
#include <vector>

#include "survey/circuit.h"
#include "survey/diagram.h"
#include "survey/solver.h"

namespace looplet {

/// Bounds on the work for one survey.
struct ProofLimits {
  std::uint32_t diagram_nodes = 120'000;
  std::uint32_t diagram_work = 400'000;
  std::uint64_t search_work = 1'000'000;  ///< looks at clauses
  std::size_t width = 8;                  ///< words of chance a gate
  std::uint64_t show_work = 1'000'000;    ///< gates looked at for plainness
};

class Prover {
 public:
  enum class Answer : std::uint8_t { no, yes, unknown };

  Prover(const Circuit& circuit, const ProofLimits& limits);

  /// The values by chance: word `i` of an input, one case a bit.
  std::uint64_t& chance(Circuit::Wire input, std::size_t i) {
    return chance_[Circuit::gate_of(input) * width_ + i];
  }
  std::size_t width() const { return width_; }

  Answer possible(Circuit::Wire goal);

  /// After yes: looks up who was found, as plain as they come: inputs of
  /// `groups`, one after the other, are set to no where the goal allows it.
  void show(const std::vector<std::vector<Circuit::Wire>>& groups);
  /// Whether a wire is yes for the respondent shown.
  bool is_yes(Circuit::Wire wire) const {
    return (found_[Circuit::gate_of(wire)] ^ (wire & 1u)) != 0;
  }

  Diagrams& diagrams() { return diagrams_; }
  /// kTooLarge when the bound is reached.
  Diagrams::Diagram diagram(Circuit::Wire wire);

 private:
  bool by_chance(Circuit::Wire goal);
  Answer by_diagram(Circuit::Wire goal);
  Answer by_search(Circuit::Wire goal);
  void encode(std::uint32_t gate, std::vector<std::uint32_t>& open);
  void remember();
  std::uint64_t cases(Circuit::Wire wire) const;

  const Circuit& circuit_;
  std::size_t width_;
  std::vector<std::uint64_t> chance_;
  std::uint32_t run_ = 1;  ///< gates whose values by chance are known
  Circuit::Wire goal_ = Circuit::kNo;
  std::vector<std::uint8_t> found_;     ///< by gate; of inputs until shown
  std::vector<std::uint64_t> plainer_;  ///< by gate: 64 tries of `show`
  std::uint64_t show_work_;
  int remembered_ = 0;

  Diagrams diagrams_;
  std::vector<Diagrams::Diagram> diagram_;     ///< by gate
  std::vector<std::uint8_t> has_diagram_;      ///< by gate
  std::vector<std::uint32_t> gate_of_number_;  ///< of the inputs
  Solver solver_;
  std::uint64_t search_work_;
  std::vector<std::uint8_t> in_solver_;  ///< by gate
  std::vector<std::uint32_t> uses_;      ///< by gate: those that join it
  std::uint32_t counted_ = 1;            ///< gates whose parts are in uses_
};

}  // namespace looplet
