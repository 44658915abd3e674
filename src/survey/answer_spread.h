// How a mix of respondents answers one step.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "survey/alias_table.h"

namespace looplet {

/// What can be drawn at a step, before it is known which facts matter.
struct StepSpread {
  std::vector<WeightedOutcome> answers;
  std::vector<WeightedOutcome> picks;
};

/// Leaving, skipping and every answer, each with its weight and with where it
/// leads as far as the step's own fact decides that.
StepSpread step_spread(const CompiledSurvey& survey, const Mix& mix,
                       std::size_t index);

/// What the mix says of one step, or nothing.
const StepHabits* step_habits(const Mix& mix, std::string_view id);

/// The bit of a name in a slot, or 0 when no condition asks for it.
std::uint64_t fact_bit(const CompiledSurvey& survey, std::size_t slot,
                       std::string_view name);

}  // namespace looplet
