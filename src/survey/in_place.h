// The functions of looplet/flow.h without their results' wrapping: they change
// what they are given, or add faults and return false. The survey module calls
// these, because each wrapped State costs it 300 bytes.
#pragma once

#include "looplet/flow.h"
#include "text/report.h"

namespace looplet {

/// Fills in the state at the first step.
void fill_start(const CompiledSurvey& survey, const StartOptions& options,
                State& state, Arena& arena);

/// From the state before an answer to the one after it; without one, to the
/// state before its last answer.
bool move(const CompiledSurvey& survey, State& state, const Answer* given,
          Reporter& found);

/// Fills in the record of a state.
bool fill_record(const CompiledSurvey& survey, const State& state,
                 const RecordOptions& options, Response& record,
                 Reporter& found);

/// Makes a survey runnable; its arena and texts are there already.
bool compile_in_place(CompiledSurvey& compiled, Reporter& found);

}  // namespace looplet
