// Answers as the sets of bits that a flow tests.
#pragma once

#include <cstdint>
#include <string_view>

#include "looplet/flow.h"

namespace looplet {

/// Sets the facts before the first answer: traits and locale.
void set_first_facts(const CompiledSurvey& survey, std::string_view locale,
                     const Traits& traits, Facts& facts);

/// Adds an answer that `check_answer` has passed.
void add_fact(const CompiledSurvey& survey, std::size_t step,
              const Answer& answer, Facts& facts);

/// The ids of the options chosen, whatever form the answer has.
List<const std::string_view> chosen(const Answer& answer);

}  // namespace looplet
