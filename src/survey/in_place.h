// The functions of looplet/flow.h without their results' wrapping: they change
// what they are given, or add faults and return false. The survey module calls
// these, because each wrapped State costs it 300 bytes.
#pragma once

#include "looplet/flow.h"

namespace looplet {

/// From the state before an answer to the one after it.
bool take_answer(const CompiledSurvey& survey, State& state,
                 const Answer& given, Arena& arena, Faults& faults);

/// From a state to the one before its last answer.
bool take_back(const CompiledSurvey& survey, State& state, Arena& arena,
               Faults& faults);

/// Fills in the record of a state.
bool fill_record(const CompiledSurvey& survey, const State& state,
                 const RecordOptions& options, Response& record, Arena& arena,
                 Faults& faults);

/// Makes a survey runnable; its arena and texts are there already.
bool compile_in_place(CompiledSurvey& compiled, Faults& faults);

}  // namespace looplet
