// A table of calls by name, and how one of them answers JSON text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "wire/json_backend.h"

namespace looplet::wire {

struct Call {
  std::string_view name;
  JsonWritten (*answer)(JsonBackend::Node request);
};

/// The reply of the call of this name; a fault when the table has none.
std::string answer_call(std::span<const Call> calls, std::string_view name,
                        std::string_view request);

}  // namespace looplet::wire
