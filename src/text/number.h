// Whole numbers as text, without the C library's formatting (which would add
// 16 KB to the browser's module).
#pragma once

#include <cstdint>
#include <string>

namespace looplet::text {

/// "-1234".
std::string whole(std::int64_t number);

}  // namespace looplet::text
