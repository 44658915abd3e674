// Calls about rows of a batch: which of several answers counts, and the score
// of the last days.
#pragma once

#include "wire/json_backend.h"

namespace looplet::wire {

JsonBackend::Json dedupe_call(JsonBackend::Node request);
JsonBackend::Json rolling_call(JsonBackend::Node request);

}  // namespace looplet::wire
