// The descriptions of an answer, a state and the record that is sent.
#pragma once

#include "looplet/flow.h"
#include "wire/description.h"
#include "wire/survey_types.h"

namespace looplet::wire {

extern const Typed<Answer> kAnswer;
extern const Typed<List<Given>> kGivenAnswers;
extern const Typed<Traits> kTraitValues;
extern const Typed<State> kState;
extern const Typed<Response> kResponse;
extern const Typed<StartOptions> kStartOptions;
extern const Typed<RecordOptions> kRecordOptions;

}  // namespace looplet::wire
