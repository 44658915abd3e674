// Days and seconds of the civil calendar (proleptic Gregorian), no zones.
//
//   days_from_civil(1970, 1, 2) == 1
//   read_civil_time("04.05.2026 09:12", DateOrder::unknown)
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "looplet/date_order.h"

namespace looplet {

/// Days since 1970-01-01.
std::int64_t days_from_civil(std::int64_t year, int month, int day);

/// 28 to 31; 0 when there is no such month.
int days_in_month(std::int64_t year, int month);

/// A point in time as read from a text.
struct TimeText {
  std::int64_t seconds = 0;  ///< Unix seconds; civil time if not `zoned`
  bool zoned = false;        ///< the text says its offset from UTC
  bool whole_day = false;    ///< a date without a time of day
};

/// Reads a date, or a date and a time of day:
///
///   2026-05-04   2026/05/04   20260504   04.05.2026   4 May 2026
///   May 4, 2026  05/04/2026 and 4-5-2026 by `order`
///   then, after T, a comma or blanks:  9:12   09:12:33.250   9:12:33 AM
///   then:  Z   UTC   GMT+2   +02:00   EST (zones of RFC 822)
///
/// and Unix seconds of 9 or 10 digits or milliseconds of 12 or 13. Points mean
/// day first. Nothing for anything else, for days that do not exist, and for
/// "03/04/2026" while the order is unknown.
std::optional<TimeText> read_time(std::string_view text, DateOrder order);

/// Which order this text proves: day_first for "25/04/2026", unknown for
/// "03/04/2026" and for texts that are no such date. `ambiguous` says whether
/// an order is needed to read it.
struct OrderShown {
  DateOrder order = DateOrder::unknown;
  bool ambiguous = false;
};
OrderShown order_shown(std::string_view text);

}  // namespace looplet
