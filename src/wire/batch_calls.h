// Calls about rows of a batch: which of several answers counts, and the score
// of the last days.
#pragma once

#include "wire/json_backend.h"

namespace looplet::wire {

JsonWritten dedupe_call(JsonBackend::Node request);
JsonWritten rolling_call(JsonBackend::Node request);

}  // namespace looplet::wire
