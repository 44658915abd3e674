// Walking given answers through a flow, trusting none of them.
#pragma once

#include <string>
#include <string_view>

#include "looplet/flow.h"
#include "survey/facts.h"

namespace looplet {

/// Where a walk stands.
struct Walk {
  Facts facts;
  std::uint16_t step = 0;
};

/// Takes one answer. False, with faults at `where`/step or `where`/`member`,
/// when `id` is not the step that comes here or the answer does not fit it.
bool take(const CompiledSurvey& survey, Walk& walk, std::string_view id,
          const Answer& answer, const std::string& where, const char* member,
          Faults& faults);

/// Walks all that a state was given. Faults stand below /state.
Result<Walk> walk(const CompiledSurvey& survey, const State& state);

}  // namespace looplet
