// JSON text to a document: no name twice, no depth or size beyond the limit,
// and a fault with the line where the text stops being JSON.
#pragma once

#include <string_view>

#include "looplet/result.h"
#include "looplet/survey.h"
#include "wire/json_backend.h"

namespace looplet::wire {

struct JsonLimits {
  std::size_t bytes;
  std::size_t depth = kMaxDepth;
};

Result<JsonBackend::Json> parse_json(std::string_view text,
                                     const JsonLimits& limits);

}  // namespace looplet::wire
