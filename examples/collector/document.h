// JSON text to a document, with what the parser itself would let through:
// nesting without end and keys given twice.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "looplet/result.h"

namespace looplet::collector {

/// The document in `text`, at most `max_bytes` long; else what is wrong:
/// too_large, not_utf8, not_json, too_deep or duplicate_key.
Result<nlohmann::ordered_json> parse_document(std::string_view text,
                                              std::size_t max_bytes);

}  // namespace looplet::collector
