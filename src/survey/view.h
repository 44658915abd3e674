// A step as it is drawn: in one language, with pieces piped in.
#pragma once

#include "looplet/flow.h"

namespace looplet {

/// Draws a step into `state.step`, for the answers that the state was given.
void draw_step(const CompiledSurvey& survey, State& state, std::size_t step,
               Arena& arena);

}  // namespace looplet
