// A survey's flow as a circuit: for every step and rule, the wire that is yes
// for the respondents who come there.
//
// A respondent is everything that one is free to choose: traits, a language,
// and an answer to every step, come there or not. A flow without circles takes
// each of them one way. A step that was not come to has no answer: its fact is
// 0. Whether a step can have been before another is known from the graph, so
// no wire needs to say in which order they came.
#pragma once

#include <cstdint>
#include <vector>

#include "looplet/flow.h"
#include "survey/answer_choices.h"
#include "survey/circuit.h"

namespace looplet {

/// A way from a step by one of its rules; or, behind the rules, by none.
struct RuleWires {
  std::uint16_t to = 0;                 ///< a step, or their number: nowhere
  bool in_circle = false;               ///< leads back; it is not followed
  bool always = false;                  ///< it has no condition
  Circuit::Wire holds = Circuit::kNo;   ///< come there, and it holds
  Circuit::Wire chosen = Circuit::kNo;  ///< and none above it does
};

class FlowCircuit {
 public:
  /// `compiled` was made by `compile_in_place`, whose faults, if any, were
  /// not about conditions. `piped` are the steps whose words texts ask for.
  FlowCircuit(const CompiledSurvey& compiled, std::uint64_t piped);

  Circuit circuit;
  std::vector<std::uint16_t> order;    ///< steps, none before one it leads to
  std::vector<std::uint64_t> before;   ///< by step: those that may come before
  std::vector<Circuit::Wire> visited;  ///< by step
  std::vector<std::vector<RuleWires>> rules;  ///< by step
  /// Rules that lead back into a circle, in the order `compile` names them.
  struct WayBack {
    std::size_t step;
    std::size_t rule;
  };
  std::vector<WayBack> ways_back;
  Circuit::Wire of_segment[3] = {};  ///< who gives such a score

  /// Whether, when `step` is drawn, the answer to `about` has words.
  Circuit::Wire has_words(std::size_t step, std::size_t about);

  /// By slot: steps, then (after three unused ones) traits.
  std::vector<SlotChoices> slots;
  SlotChoices languages;
  /// Of a text: what it may be found to be about, once there are words.
  struct Comment {
    std::vector<Circuit::Wire> themes;     ///< inputs by bit; 0: not asked for
    std::vector<Circuit::Wire> sentiment;  ///< two inputs, or none
  };
  std::vector<Comment> comments;  ///< by step

  /// -1, 0 or 1 for a setting of the two inputs.
  static int sentiment_of(bool low, bool high) {
    return high ? 1 : low ? -1 : 0;
  }

 private:
  void sort_steps();
  void visit(std::uint16_t step, std::vector<std::uint8_t>& marks,
             std::vector<std::uint16_t>& finished);
  void write_rules();
  void make_choices(std::uint64_t piped);
  void follow(std::uint16_t step);
  Circuit::Wire test(std::uint16_t step, const Flow::Test& test);
  Circuit::Wire theme(std::uint16_t step, int bit);
  Circuit::Wire sentiment(std::uint16_t step, std::uint64_t mask);

  const CompiledSurvey& compiled_;
  /// The tests of every rule on its own: address kStep + 1 is yes, kStep no.
  CompiledSurvey single_;
  struct Program {
    std::uint16_t entry;
    std::uint32_t first;
    std::uint32_t end;
  };
  std::vector<std::vector<Program>> programs_;  ///< by step and rule
  std::uint64_t themes_ = 0;                    ///< that conditions ask for
  bool sentiments_ = false;
  /// By step: the sentiment so far, as wires for -1, 0 and 1.
  struct Sentiment {
    Circuit::Wire is[3] = {};
  };
  std::vector<Sentiment> arrives_;
  std::vector<Sentiment> leaves_;
};

}  // namespace looplet
