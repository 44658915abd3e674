// The call `analyze`.
#pragma once

#include "wire/json_backend.h"

namespace looplet::wire {

JsonWritten analyze_call(JsonBackend::Node request);

}  // namespace looplet::wire
