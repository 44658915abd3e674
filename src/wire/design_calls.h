// Calls for those who design a survey: simulate it, compare two revisions,
// bring one over from elsewhere, translate it. Documents by nlohmann; the
// survey module has none of them.
#pragma once

#include <string>
#include <string_view>

#include "looplet/fault.h"
#include "wire/json_backend.h"

namespace looplet::wire {

JsonWritten estimate_call(JsonBackend::Node request);
JsonWritten simulate_call(JsonBackend::Node request);
JsonWritten diff_call(JsonBackend::Node request);
JsonWritten migrate_call(JsonBackend::Node request);
JsonWritten translations_call(JsonBackend::Node request);

/// Holds a survey inside a request to the size of its file.
bool survey_fits(const JsonBackend::Json& survey, const std::string& where,
                 Faults& faults);

/// As `call` (looplet/wire.h), for these and `check`; any other name is an
/// unknown call.
std::string call_for_design(std::string_view name, std::string_view request);

}  // namespace looplet::wire
