// What is known of one respondent, as the sets of bits that a flow tests.
#pragma once

#include <cstdint>
#include <vector>

#include "looplet/flow.h"

namespace looplet {

using Facts = std::vector<std::uint64_t>;

/// The facts before the first answer: traits and locale.
Facts first_facts(const CompiledSurvey& survey, std::string_view locale,
                  const Traits& traits);

/// Adds an answer that `check_answer` has passed.
void add_fact(const CompiledSurvey& survey, std::size_t step,
              const Answer& answer, Facts& facts);

/// The ids of the options chosen, whatever form the answer has.
std::vector<std::string_view> chosen(const Answer& answer);

/// The themes in the facts, in their own order.
std::vector<Theme> themes_in(const CompiledSurvey& survey, const Facts& facts);

}  // namespace looplet
