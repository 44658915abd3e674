// Conditions to tests on sets of bits.
#pragma once

#include <cstdint>
#include <string>

#include "looplet/flow.h"

namespace looplet {

/// Turns the rules of a survey's steps into the tests of its flow, from the
/// last to the first, so that both ways out of a test are known when it is
/// written. Faults say which condition asks for what the survey has not.
class RuleCompiler {
 public:
  RuleCompiler(CompiledSurvey& compiled, Faults& faults);

  /// Sets the flow's entry of a step. `below` is the step it leads to when no
  /// rule holds; `targets` are the steps its rules lead to.
  void compile_step(std::size_t step, std::uint16_t below,
                    const std::vector<std::uint16_t>& targets);

 private:
  using Address = std::uint16_t;

  Address compile(const Condition& condition, const std::string& where,
                  Address yes, Address no);
  Address compile_step_fact(const Condition& condition,
                            const std::string& where, Address yes, Address no);
  Address compile_is(const Condition& condition, std::size_t step,
                     const std::string& where, Address yes, Address no);
  Address compile_trait(const Condition& condition, const std::string& where,
                        Address yes, Address no);

  Address has_any(std::uint16_t slot, std::uint64_t mask, Address yes,
                  Address no);
  Address equals(std::uint16_t slot, std::uint64_t mask, std::uint64_t value,
                 Address yes, Address no);
  /// The bit of an option, or 0 with a fault.
  std::uint64_t option_bit(std::size_t step, const std::string& option,
                           const std::string& where);
  void fault(Code code, const std::string& where,
             std::initializer_list<std::string_view> arguments = {});

  CompiledSurvey& compiled_;
  Faults& faults_;
};

/// The place of a step, "/steps/3".
std::string step_place(std::size_t step);

/// The number of the step with this id, or nothing.
std::optional<std::uint16_t> find_step(const Survey& survey,
                                       std::string_view id);

/// The bit of a name, given out at its first use; nothing when all are used.
std::optional<std::uint8_t> bit_of(std::vector<NamedBit>& bits,
                                   std::string_view name, int limit);

}  // namespace looplet
