#include "survey/prover.h"

namespace looplet {
namespace {

/// More variables than this would make the diagrams' recursion deep.
constexpr std::size_t kMostVariables = 1500;

}  // namespace

Prover::Prover(const Circuit& circuit, const ProofLimits& limits)
    : circuit_(circuit),
      width_(limits.width),
      chance_(circuit.size() * limits.width, 0),
      show_work_(limits.show_work),
      diagrams_(limits.diagram_nodes, limits.diagram_work),
      search_work_(limits.search_work) {}

Prover::Answer Prover::possible(Circuit::Wire goal) {
  if (goal == Circuit::kNo) return Answer::no;
  goal_ = goal;
  if (by_chance(goal)) return Answer::yes;
  const Answer answer = by_diagram(goal);
  return answer == Answer::unknown ? by_search(goal) : answer;
}

bool Prover::by_chance(Circuit::Wire goal) {
  if (run_ < circuit_.size()) {
    chance_.resize(circuit_.size() * width_, 0);
    circuit_.run(run_, width_, chance_);
    run_ = circuit_.size();
  }
  const std::uint64_t flip = Circuit::is_inverse(goal) ? ~std::uint64_t{0} : 0;
  const std::uint64_t* words = &chance_[Circuit::gate_of(goal) * width_];
  for (std::size_t i = 0; i < width_; ++i) {
    const std::uint64_t word = words[i] ^ flip;
    if (word == 0) continue;
    int bit = 0;
    while ((word >> bit & 1) == 0) ++bit;
    found_.assign(circuit_.size(), 0);
    for (const std::uint32_t input : circuit_.inputs()) {
      found_[input] = chance_[input * width_ + i] >> bit & 1;
    }
    return true;
  }
  return false;
}

/// Puts who was found among the cases of chance: whoever is hard to find
/// answers the questions near by as well.
void Prover::remember() {
  const std::size_t last = width_ - 1;
  const std::uint64_t bit = std::uint64_t{1} << (remembered_++ % 64);
  for (const std::uint32_t input : circuit_.inputs()) {
    std::uint64_t& word = chance_[input * width_ + last];
    word = found_[input] != 0 ? word | bit : word & ~bit;
  }
  for (std::uint32_t i = 1; i < circuit_.size(); ++i) {
    if (circuit_.is_input(i)) continue;
    const auto value = [&](Circuit::Wire wire) {
      const std::uint64_t word =
          chance_[Circuit::gate_of(wire) * width_ + last];
      return Circuit::is_inverse(wire) ? ~word : word;
    };
    const Circuit::Gate& gate = circuit_.gate(i);
    chance_[i * width_ + last] = value(gate.a) & value(gate.b);
  }
}

std::uint64_t Prover::cases(Circuit::Wire wire) const {
  const std::uint64_t word = plainer_[Circuit::gate_of(wire)];
  return Circuit::is_inverse(wire) ? ~word : word;
}

void Prover::show(const std::vector<std::vector<Circuit::Wire>>& groups) {
  found_.resize(circuit_.size(), 0);
  const auto put = [this](const std::vector<Circuit::Wire>& group,
                          std::uint64_t tries) {
    for (const Circuit::Wire input : group) {
      if (input != 0) plainer_[Circuit::gate_of(input)] &= ~tries;
    }
  };
  const auto reset = [this] {
    plainer_.assign(circuit_.size(), 0);
    for (const std::uint32_t input : circuit_.inputs()) {
      if (found_[input] != 0) plainer_[input] = ~std::uint64_t{0};
    }
  };
  for (std::size_t from = 0; from < groups.size(); from += 63) {
    if (show_work_ < circuit_.size() * 2) break;
    show_work_ -= circuit_.size() * 2;
    // Each group alone first; then the first 1, 2, 3, ... of those that may
    // be plain, and the most of them that may be so together.
    const std::size_t end =
        groups.size() < from + 63 ? groups.size() : from + 63;
    reset();
    for (std::size_t i = from; i < end; ++i) {
      put(groups[i], std::uint64_t{1} << (i - from));
    }
    circuit_.run(1, 1, plainer_);
    const std::uint64_t alone = cases(goal_);
    std::vector<std::size_t> good;
    for (std::size_t i = from; i < end; ++i) {
      if ((alone >> (i - from) & 1) != 0) good.push_back(i);
    }
    reset();
    for (std::size_t k = 0; k < good.size(); ++k) {
      put(groups[good[k]], ~std::uint64_t{0} << k);
    }
    circuit_.run(1, 1, plainer_);
    const std::uint64_t together = cases(goal_);
    std::size_t most = good.size();
    while (most > 0 && (together >> (most - 1) & 1) == 0) --most;
    for (std::size_t k = 0; k < most; ++k) {
      for (const Circuit::Wire input : groups[good[k]]) {
        if (input != 0) found_[Circuit::gate_of(input)] = 0;
      }
    }
  }
  for (std::uint32_t i = 1; i < circuit_.size(); ++i) {
    if (circuit_.is_input(i)) continue;
    const Circuit::Gate& gate = circuit_.gate(i);
    found_[i] = is_yes(gate.a) && is_yes(gate.b);
  }
}

Diagrams::Diagram Prover::diagram(Circuit::Wire wire) {
  if (circuit_.inputs().size() > kMostVariables) return Diagrams::kTooLarge;
  diagram_.resize(circuit_.size(), Diagrams::kNo);
  has_diagram_.resize(circuit_.size(), 0);
  has_diagram_[0] = 1;
  while (gate_of_number_.size() < circuit_.inputs().size()) {
    const auto number = static_cast<std::uint32_t>(gate_of_number_.size());
    const std::uint32_t gate = circuit_.inputs()[number];
    gate_of_number_.push_back(gate);
    diagram_[gate] = diagrams_.variable(number);
    has_diagram_[gate] = 1;
  }
  const auto of = [this](Circuit::Wire asked) {
    const Diagrams::Diagram made = diagram_[Circuit::gate_of(asked)];
    return Circuit::is_inverse(asked) ? Diagrams::inverse(made) : made;
  };
  std::vector<std::uint32_t> open = {Circuit::gate_of(wire)};
  while (!open.empty()) {
    const std::uint32_t gate = open.back();
    if (has_diagram_[gate] != 0) {
      open.pop_back();
      continue;
    }
    const Circuit::Gate& joined = circuit_.gate(gate);
    const std::uint32_t a = Circuit::gate_of(joined.a);
    const std::uint32_t b = Circuit::gate_of(joined.b);
    if (has_diagram_[a] == 0 || has_diagram_[b] == 0) {
      if (has_diagram_[b] == 0) open.push_back(b);
      if (has_diagram_[a] == 0) open.push_back(a);
      continue;
    }
    diagram_[gate] = diagrams_.both(of(joined.a), of(joined.b));
    has_diagram_[gate] = 1;
    open.pop_back();
  }
  return of(wire);
}

Prover::Answer Prover::by_diagram(Circuit::Wire goal) {
  Diagrams::Diagram at = diagram(goal);
  if (at == Diagrams::kTooLarge) return Answer::unknown;
  if (at == Diagrams::kNo) return Answer::no;
  found_.assign(circuit_.size(), 0);
  while (at != Diagrams::kYes) {
    const std::uint32_t gate = gate_of_number_[diagrams_.variable_of(at)];
    const bool yes = diagrams_.when_no(at) == Diagrams::kNo;
    found_[gate] = yes;
    at = yes ? diagrams_.when_yes(at) : diagrams_.when_no(at);
  }
  return Answer::yes;
}

/// Gives the solver a gate that joins others, as one gate with those that
/// only it uses, and lists the gates that it asks about.
void Prover::encode(std::uint32_t gate, std::vector<std::uint32_t>& open) {
  std::vector<Circuit::Wire> joined;
  std::vector<Circuit::Wire> inside = {circuit_.gate(gate).b,
                                       circuit_.gate(gate).a};
  while (!inside.empty()) {
    const Circuit::Wire wire = inside.back();
    inside.pop_back();
    const std::uint32_t number = Circuit::gate_of(wire);
    const Circuit::Gate& other = circuit_.gate(number);
    if (!Circuit::is_inverse(wire) && other.a != Circuit::kNo &&
        uses_[number] == 1 && in_solver_[number] == 0) {
      inside.push_back(other.b);
      inside.push_back(other.a);
      continue;
    }
    joined.push_back(wire);
    open.push_back(number);
  }
  const Solver::Literal self = gate << 1;
  std::vector<Solver::Literal> all = {self};
  for (const Circuit::Wire wire : joined) {
    solver_.add({self ^ 1u, wire});
    all.push_back(wire ^ 1u);
  }
  solver_.add(all);
}

Prover::Answer Prover::by_search(Circuit::Wire goal) {
  solver_.grow(circuit_.size());
  in_solver_.resize(circuit_.size(), 0);
  for (; counted_ < circuit_.size(); ++counted_) {
    uses_.resize(circuit_.size(), 0);
    const Circuit::Gate& gate = circuit_.gate(counted_);
    ++uses_[Circuit::gate_of(gate.a)];
    ++uses_[Circuit::gate_of(gate.b)];
  }
  std::vector<std::uint32_t> open = {Circuit::gate_of(goal)};
  while (!open.empty()) {
    const std::uint32_t gate = open.back();
    open.pop_back();
    if (in_solver_[gate] != 0) continue;
    in_solver_[gate] = 1;
    solver_.use(gate);
    if (gate == 0) {
      solver_.add({1u});
    } else if (!circuit_.is_input(gate)) {
      encode(gate, open);
    }
  }
  const Solver::Answer answer = solver_.solve(goal, search_work_);
  if (answer == Solver::Answer::no) return Answer::no;
  if (answer == Solver::Answer::unknown) return Answer::unknown;
  found_.assign(circuit_.size(), 0);
  for (const std::uint32_t input : circuit_.inputs()) {
    found_[input] = in_solver_[input] != 0 && solver_.value(input);
  }
  remember();
  return Answer::yes;
}

}  // namespace looplet
