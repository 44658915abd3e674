// Conditions to tests on sets of bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "looplet/flow.h"
#include "text/report.h"

namespace looplet {

/// Turns the rules of a survey's steps into the tests of its flow, from the
/// last to the first, so that both ways out of a test are known when it is
/// written. Faults say which condition asks for what the survey has not.
class RuleCompiler {
 public:
  RuleCompiler(CompiledSurvey& compiled, Reporter& found);

  /// Sets the flow's entry of a step, which the reporter has entered. `below`
  /// is the step it leads to when no rule holds; `targets` are the steps its
  /// rules lead to.
  void compile_step(std::size_t step, std::uint16_t below,
                    List<std::uint16_t> targets);

  /// Gives the tests and names to the survey.
  void finish();

  /// The number of tests so far; the next ones are numbered from here.
  std::size_t size() const { return tests_.size(); }

 private:
  using Address = std::uint16_t;
  /// Where a condition leads when it holds, and when not.
  struct Exits {
    Address yes;
    Address no;
  };

  Address compile(const Condition& condition, Exits to);
  /// All of the conditions, or one of them.
  Address compile_list(const char* member, List<Condition> conditions,
                       bool one_is_enough, Exits to);
  Address compile_step_fact(const Condition& condition, Exits to);
  Address compile_is(const Scalar& value, std::size_t step, Exits to);
  Address compile_trait(const Condition& condition, Exits to);

  Address has_any(std::size_t slot, std::uint64_t mask, Exits to);
  Address equals(std::size_t slot, std::uint64_t mask, std::uint64_t value,
                 Exits to);
  /// The same; with nothing to look for, nothing is asked.
  Address has_any_of(std::size_t slot, std::uint64_t mask, Exits to);
  /// The bit of an option, or 0 with a fault.
  std::uint64_t option_bit(std::size_t step, const std::string_view& option);
  /// The bit of a name in a slot, given out at its first use.
  std::uint64_t named_bit(std::size_t slot, const std::string_view& name,
                          int most);

  CompiledSurvey& compiled_;
  Reporter& found_;
  Growing<Flow::Test> tests_;
  Growing<NamedBit> names_;
  Growing<TraitSlot> traits_;
  bool overflowed_ = false;
};

/// The number of the step with this id, or nothing.
std::optional<std::uint16_t> find_step(const Survey& survey,
                                       std::string_view id);

}  // namespace looplet
