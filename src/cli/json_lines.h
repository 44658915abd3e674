// The line of a JSON text at which something stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace looplet::cli {

/// The line, from 1, of what a JSON Pointer (RFC 6901) names; of the nearest
/// thing around it that is there; 0 for text that is not JSON up to there.
std::int64_t line_of_pointer(std::string_view text, std::string_view pointer);

/// The line of the byte at `offset`.
std::int64_t line_of_offset(std::string_view text, std::size_t offset);

}  // namespace looplet::cli
