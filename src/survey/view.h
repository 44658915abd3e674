// A step as it is drawn: in one language, with pieces piped in.
#pragma once

#include "looplet/flow.h"

namespace looplet {

/// The view of a step for the respondent of `state`, whose `given` are the
/// answers so far (`state.step` is not looked at).
StepView view_of(const CompiledSurvey& survey, const State& state,
                 std::size_t step);

}  // namespace looplet
