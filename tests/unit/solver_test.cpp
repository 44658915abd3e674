// The search with learnt clauses and the diagrams, against trying everything.
#include "survey/solver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "survey/circuit.h"
#include "survey/diagram.h"
#include "survey/path_count.h"
#include "survey/prover.h"

namespace looplet {
namespace {

using Clause = std::vector<Solver::Literal>;

bool holds(const std::vector<Clause>& clauses, std::uint32_t setting) {
  for (const Clause& clause : clauses) {
    bool any = false;
    for (const Solver::Literal literal : clause) {
      any = any || (setting >> (literal >> 1) & 1) != (literal & 1);
    }
    if (!any) return false;
  }
  return true;
}

TEST(Solver, AgreesWithTryingEverySetting) {
  constexpr std::uint32_t kVariables = 9;
  std::mt19937 random(1);  // NOLINT: the same every time
  int solvable = 0;
  constexpr int kFormulas = 1500;
  for (int formula = 0; formula < kFormulas; ++formula) {
    std::vector<Clause> clauses(28 + random() % 20);
    Solver solver;
    solver.grow(kVariables);
    for (std::uint32_t i = 0; i < kVariables; ++i) solver.use(i);
    for (Clause& clause : clauses) {
      while (clause.size() < 3) clause.push_back(random() % (kVariables * 2));
      // A clause with a literal twice, or with its inverse, is none to add.
      std::sort(clause.begin(), clause.end());
      clause.erase(std::unique(clause.begin(), clause.end()), clause.end());
      bool trivial = false;
      for (std::size_t i = 1; i < clause.size(); ++i) {
        trivial = trivial || clause[i] == (clause[i - 1] ^ 1u);
      }
      if (!trivial) solver.add(clause);
    }
    // Several questions to one solver: what it learnt must stay true.
    for (int question = 0; question < 6; ++question) {
      const Solver::Literal wanted = random() % (kVariables * 2);
      std::vector<Clause> all = clauses;
      all.push_back({wanted});
      bool expected = false;
      for (std::uint32_t s = 0; s < 1u << kVariables && !expected; ++s) {
        expected = holds(all, s);
      }
      std::uint64_t work = 1'000'000;
      const Solver::Answer answer = solver.solve(wanted, work);
      ASSERT_EQ(answer, expected ? Solver::Answer::yes : Solver::Answer::no)
          << formula;
      solvable += expected;
      if (!expected) continue;
      std::uint32_t setting = 0;
      for (std::uint32_t i = 0; i < kVariables; ++i) {
        if (solver.value(i)) setting |= 1u << i;
      }
      ASSERT_TRUE(holds(all, setting)) << formula;
    }
  }
  EXPECT_GT(solvable, kFormulas);
  EXPECT_LT(solvable, 5 * kFormulas);
}

TEST(Solver, StopsAtItsBound) {
  // Eleven pigeons in ten holes: no short proof by resolution (Haken 1985,
  // doi 10.1016/0304-3975(85)90144-6).
  constexpr std::uint32_t kHoles = 10;
  Solver solver;
  solver.grow((kHoles + 1) * kHoles + 1);
  for (std::uint32_t i = 0; i <= (kHoles + 1) * kHoles; ++i) solver.use(i);
  const auto in = [](std::uint32_t pigeon, std::uint32_t hole) {
    return (1 + pigeon * kHoles + hole) * 2;
  };
  for (std::uint32_t p = 0; p <= kHoles; ++p) {
    Clause somewhere;
    for (std::uint32_t h = 0; h < kHoles; ++h) somewhere.push_back(in(p, h));
    solver.add(somewhere);
    for (std::uint32_t other = 0; other < p; ++other) {
      for (std::uint32_t h = 0; h < kHoles; ++h) {
        solver.add({in(p, h) ^ 1u, in(other, h) ^ 1u});
      }
    }
  }
  std::uint64_t work = 200'000;
  EXPECT_EQ(solver.solve(0, work), Solver::Answer::unknown);
  EXPECT_EQ(work, 0u);
}

/// A random circuit over a few inputs.
struct RandomCircuit {
  Circuit circuit;
  std::vector<Circuit::Wire> wires;

  RandomCircuit(std::mt19937& random, std::size_t inputs, std::size_t gates) {
    for (std::size_t i = 0; i < inputs; ++i) wires.push_back(circuit.input());
    while (wires.size() < inputs + gates) {
      const auto pick = [&] {
        return wires[random() % wires.size()] ^
               static_cast<Circuit::Wire>(random() & 1);
      };
      const Circuit::Wire a = pick();
      const Circuit::Wire b = pick();
      wires.push_back(random() % 3 == 0 ? circuit.choose(pick(), a, b)
                                        : circuit.both(a, b));
    }
  }
  bool value(Circuit::Wire wire, std::uint32_t setting) const {
    std::vector<std::uint64_t> values(circuit.size(), 0);
    for (std::size_t i = 0; i < circuit.inputs().size(); ++i) {
      if ((setting >> i & 1) != 0) values[circuit.inputs()[i]] = ~0ull;
    }
    circuit.run(1, 1, values);
    return ((values[Circuit::gate_of(wire)] ^ (wire & 1)) & 1) != 0;
  }
};

TEST(Prover, EachOfItsWaysAgreesWithTryingEverySetting) {
  constexpr std::size_t kInputs = 7;
  std::mt19937 random(2);  // NOLINT: the same every time
  int impossible = 0;
  for (int i = 0; i < 300; ++i) {
    const RandomCircuit made(random, kInputs, 60);
    // Diagrams without nodes leave the search alone.
    for (const std::uint32_t nodes : {0u, 100'000u}) {
      ProofLimits limits;
      limits.diagram_nodes = nodes;
      limits.width = 1;  // all by chance is no: only the others may say yes
      Prover prover(made.circuit, limits);
      for (std::size_t k = 0; k < made.wires.size(); k += 3) {
        const Circuit::Wire goal =
            made.circuit.size() > 2 ? made.wires[k] : Circuit::kNo;
        bool expected = false;
        for (std::uint32_t s = 0; s < 1u << kInputs && !expected; ++s) {
          expected = made.value(goal, s);
        }
        ASSERT_EQ(prover.possible(goal),
                  expected ? Prover::Answer::yes : Prover::Answer::no);
        impossible += !expected;
        if (!expected) continue;
        prover.show({});
        ASSERT_TRUE(prover.is_yes(goal));
      }
    }
  }
  EXPECT_GT(impossible, 100);
}

TEST(PathCounter, CountsTheValuesOfARowOfQuestions) {
  constexpr std::uint32_t kInputs = 6;
  std::mt19937 random(3);  // NOLINT: the same every time
  for (int i = 0; i < 300; ++i) {
    const RandomCircuit made(random, kInputs, 20 + random() % 30);
    Prover prover(made.circuit, {});
    std::vector<Circuit::Wire> asked;
    for (int k = 0; k < 7; ++k) {
      asked.push_back(made.wires[random() % made.wires.size()] ^
                      static_cast<Circuit::Wire>(random() & 1));
    }
    std::set<std::vector<bool>> values;
    std::size_t longest = 0;
    for (std::uint32_t s = 0; s < 1u << kInputs; ++s) {
      if (!made.value(made.wires.back(), s)) continue;
      std::vector<bool> row;
      std::size_t yes = 0;
      for (const Circuit::Wire wire : asked) {
        row.push_back(made.value(wire, s));
        yes += row.back();
      }
      values.insert(row);
      longest = std::max(longest, yes);
    }
    std::vector<Diagrams::Diagram> questions;
    for (const Circuit::Wire wire : asked) {
      questions.push_back(prover.diagram(wire));
    }
    PathCounter counter(prover.diagrams(), 100'000);
    const PathCounter::Result counted =
        counter.count(questions, prover.diagram(made.wires.back()));
    ASSERT_TRUE(counted.known);
    ASSERT_EQ(counted.count, static_cast<double>(values.size()));
    ASSERT_EQ(counted.longest, static_cast<std::int64_t>(longest));
  }
}

}  // namespace
}  // namespace looplet
