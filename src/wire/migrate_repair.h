// Taking out of a survey what keeps it from running.
#pragma once

#include "looplet/fault.h"
#include "wire/json_backend.h"

namespace looplet::wire {

/// Takes out the smallest thing around a fault: a rule, an option, an action,
/// a member that may be absent, else the whole step and what leads to it.
/// False when nothing is left to take out.
bool take_out(JsonBackend::Json& survey, const Fault& fault);

}  // namespace looplet::wire
