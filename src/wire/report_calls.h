// The call `analyze`.
#pragma once

#include "wire/json_backend.h"

namespace looplet::wire {

JsonBackend::Json analyze_call(JsonBackend::Node request);

}  // namespace looplet::wire
