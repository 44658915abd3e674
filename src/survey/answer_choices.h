// What respondents are free to choose at one place of a flow: an answer to a
// step, the value of a trait, a language. Choices that no condition and no
// text tells apart are one.
#pragma once

#include <cstdint>
#include <vector>

#include "looplet/flow.h"
#include "survey/circuit.h"

namespace looplet {

/// One choice, and what follows from it.
struct Choice {
  Answer answer;             ///< to a step
  std::string_view word;     ///< value of a trait, or a language
  std::uint64_t fact = 0;    ///< the bits of its slot
  std::uint64_t themes = 0;  ///< bits that it adds to the slot of themes
  bool speaks = false;       ///< piped into a text, it gives words
};

/// The choices of one slot as wires. Either one of `choices` is taken, or, for
/// a step where many may be, any number of them: then each is one option.
class SlotChoices {
 public:
  SlotChoices() = default;

  /// Every choice at a step. `themes` are the bits that conditions ask for,
  /// `tests` the tests of its own slot; `piped`: texts ask for its words.
  static SlotChoices of_step(const CompiledSurvey& survey, std::size_t step,
                             const std::vector<Flow::Test>& tests,
                             std::uint64_t themes, bool piped);
  /// The values of a trait, "not given" first.
  static SlotChoices of_trait(const CompiledSurvey& survey,
                              const TraitSlot& trait);
  static SlotChoices of_locale(const CompiledSurvey& survey,
                               const std::vector<Flow::Test>& tests);

  /// Whether (fact & mask) == value.
  Circuit::Wire holds(Circuit& circuit, std::uint64_t mask,
                      std::uint64_t value);
  /// Whether the choice adds the theme of this bit.
  Circuit::Wire adds_theme(Circuit& circuit, int bit);
  Circuit::Wire speaks(Circuit& circuit);
  Circuit::Wire answered(Circuit& circuit) {
    return Circuit::inverse(holds(circuit, Flow::kAnswered, 0));
  }

  bool many() const { return many_; }
  const std::vector<Choice>& choices() const { return choices_; }
  /// The inputs made so far: of one choice the bits of its number, of many
  /// one for each (0: not made, nothing depends on it).
  const std::vector<Circuit::Wire>& inputs() const { return inputs_; }

  /// What a setting of the inputs stands for; `is_yes` tells an input's.
  template <class IsYes>
  std::vector<std::size_t> taken(const IsYes& is_yes) const {
    std::vector<std::size_t> out;
    if (!many_) {
      std::size_t number = 0;
      for (std::size_t i = 0; i < inputs_.size(); ++i) {
        if (is_yes(inputs_[i])) number |= std::size_t{1} << i;
      }
      out.push_back(number < choices_.size() ? number : choices_.size() - 1);
      return out;
    }
    for (std::size_t i = 1; i < inputs_.size(); ++i) {
      if (inputs_[i] != 0 && is_yes(inputs_[i])) out.push_back(i);
    }
    const bool first =
        !inputs_.empty() && inputs_[0] != 0 && is_yes(inputs_[0]);
    if (first || (needed_ && out.empty())) out.insert(out.begin(), 0);
    return out;
  }

 private:
  void merge(const std::vector<Flow::Test>& tests, std::uint64_t themes,
             bool piped);
  void make_inputs(Circuit& circuit);
  Circuit::Wire is_taken(Circuit& circuit, std::size_t choice);
  template <class Has>
  Circuit::Wire any_that(Circuit& circuit, const Has& has);

  bool many_ = false;
  bool needed_ = false;  ///< of many, at least one must be taken
  std::vector<Choice> choices_;
  std::vector<Circuit::Wire> inputs_;
  std::vector<Circuit::Wire> taken_;  ///< by choice; 0: not made yet
};

}  // namespace looplet
