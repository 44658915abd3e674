// The calls `analyze` and `goal`.
#pragma once

#include "wire/json_backend.h"

namespace looplet::wire {

JsonWritten analyze_call(JsonBackend::Node request);
JsonWritten goal_call(JsonBackend::Node request);

}  // namespace looplet::wire
