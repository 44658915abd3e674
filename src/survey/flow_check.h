// What is wrong with a survey's flow, proved for every respondent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "looplet/check.h"
#include "survey/flow_circuit.h"
#include "survey/prover.h"
#include "survey/witness.h"

namespace looplet {

class FlowCheck {
 public:
  /// `compiled` was made by `compile_in_place`; its faults, if any, are in
  /// `found` already and leave every condition as it is written.
  FlowCheck(const CompiledSurvey& compiled, Check& found);

  /// Gives the faults of `compile` their witnesses, and lists the edges.
  void show_faults();
  /// Everything that only a survey that runs is asked.
  void find_problems();
  /// Gives problems of texts a way to the step where they are read.
  void show_texts(std::size_t first_problem);

 private:
  using Wire = Circuit::Wire;
  using Verdict = Prover::Answer;

  /// A name in a text whose answer may be missing.
  struct Pipe {
    std::size_t step;
    std::size_t about;
    std::string_view name;
    std::string where;
    Wire missing;
  };
  struct EdgeWires {
    std::size_t from;
    std::size_t to;
    Wire taken = Circuit::kNo;
    Verdict possible = Verdict::no;
  };

  static std::uint64_t piped_steps(const CompiledSurvey& survey);
  void collect_edges();
  void collect_pipes();
  void collect_follow_ups();
  void draw_chances();

  Verdict ask(Wire goal, std::size_t step);
  void show_fault(Problem& problem, std::size_t step);
  void show_circle(Problem& problem, const FlowCircuit::WayBack& way);
  void list_edges();
  void find_unreached();
  void find_dead_rules(std::size_t step);
  void find_score_faults(std::size_t step);
  void find_left_out(std::size_t step, std::uint32_t covered);
  void find_missing_words();
  void find_no_follow_up();
  void count_ways();
  void bound_ways();
  std::string rule_place(std::size_t step, std::size_t rule) const;
  std::string_view id(std::size_t step) const;
  Problem& add(Severity severity, Code code, const std::string& where,
               std::initializer_list<std::string_view> words);

  const CompiledSurvey& compiled_;
  Check& found_;
  FlowCircuit flow_;
  std::vector<EdgeWires> edges_;
  std::vector<Pipe> pipes_;
  Wire unasked_[3] = {};  ///< by segment: nothing between score and end
  std::optional<Prover> prover_;
  std::optional<Witnesses> witnesses_;
  std::vector<Verdict> reached_;  ///< by step
  std::vector<bool> undecided_;   ///< by step
};

}  // namespace looplet
