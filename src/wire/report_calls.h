// The calls `analyze` and `goal`.
#pragma once

#include "wire/json_backend.h"

namespace looplet::wire {

JsonBackend::Json analyze_call(JsonBackend::Node request);
JsonBackend::Json goal_call(JsonBackend::Node request);

}  // namespace looplet::wire
