// Which of the first two numbers of "03/04/2026" is the day.
#pragma once

#include <cstdint>
#include <string_view>

namespace looplet {

enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// "unknown", "day first" or "month first".
std::string_view date_order_name(DateOrder order);

}  // namespace looplet
