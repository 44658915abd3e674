// Whole numbers as text, without the C library's formatting (which would add
// 16 KB to the browser's module).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "looplet/arena.h"

namespace looplet::text {

constexpr std::size_t kLongestWhole = 20;

/// Writes "-1234" to `out`, which has room for kLongestWhole, and says how
/// many characters it is.
std::size_t write_whole(std::int64_t number, char* out);

/// "-1234".
std::string whole(std::int64_t number);
std::string_view whole(std::int64_t number, Arena& arena);

}  // namespace looplet::text
