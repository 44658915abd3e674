// Days and dates of the Gregorian calendar, as in ISO 8601.
#pragma once

#include <cstdint>
#include <string>

namespace looplet::report {

struct Civil {
  std::int64_t year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
};

/// Days since 1970-01-01, and back (Hinnant, "chrono-compatible low-level date
/// algorithms").
std::int64_t days_of(const Civil& date);
Civil civil_of(std::int64_t days);

/// The day of a time in Unix seconds; before 1970 too.
inline std::int64_t day_of(std::int64_t seconds) {
  return seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
}

/// Weeks from Monday: that of 1970-01-01 (a Thursday) is 0.
inline std::int64_t week_of(std::int64_t days) {
  const std::int64_t from_monday = days + 3;
  return from_monday / 7 - (from_monday % 7 < 0 ? 1 : 0);
}
inline std::int64_t first_day_of_week(std::int64_t week) {
  return week * 7 - 3;
}

/// "2026-05-01".
std::string date_text(std::int64_t days);

/// "2026-W19": the year is that of the week's Thursday.
std::string week_text(std::int64_t week);

}  // namespace looplet::report
