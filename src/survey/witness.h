// A respondent who shows a problem: answers to give, in order, as words and
// as data.
#pragma once

#include <string>
#include <vector>

#include "looplet/check.h"
#include "survey/flow_circuit.h"
#include "survey/prover.h"

namespace looplet {

class Witnesses {
 public:
  Witnesses(const CompiledSurvey& compiled, const FlowCircuit& flow,
            Prover& prover, Arena& arena)
      : compiled_(compiled), flow_(flow), prover_(prover), arena_(arena) {}

  /// Tells of the respondent that the prover has just found, up to `step`;
  /// its own answer is given too where `answered`. `ending` goes on with the
  /// sentence: "comes to 'more', ...".
  void tell(Problem& problem, std::size_t step, bool answered,
            std::string_view ending);

  /// Tells of the same respondent once more, for another problem there.
  void tell_again(Problem& problem, std::string_view ending) const;

  /// The rule that the respondent told of last takes at a step.
  std::size_t rule_at(std::size_t step) const;

 private:
  Answer answer_at(std::size_t step);
  void add_words(std::size_t step, const Answer& answer);
  void add_part(const std::string& part);
  std::string about(std::size_t step) const;
  bool is_yes(Circuit::Wire wire) const { return prover_.is_yes(wire); }
  const std::vector<std::vector<Circuit::Wire>>& groups();

  const CompiledSurvey& compiled_;
  const FlowCircuit& flow_;
  Prover& prover_;
  Arena& arena_;
  std::vector<std::vector<Circuit::Wire>> groups_;  ///< of inputs, by choice
  std::size_t grouped_ = 0;
  Problem told_;  ///< the last one's replay
  std::string words_;
  int parts_ = 0;
};

}  // namespace looplet
