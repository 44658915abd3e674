#include "report/civil.h"

#include "core/civil_time.h"
#include "text/number.h"

namespace looplet::report {
namespace {

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = text::whole(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

std::int64_t days_of(const Civil& date) {
  return days_from_civil(date.year, date.month, date.day);
}

Civil civil_of(std::int64_t days) {
  const std::int64_t z = days + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t of_era = z - era * 146097;
  const std::int64_t year =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  Civil date;
  date.day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  date.year = year + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

std::string date_text(std::int64_t days) {
  const Civil date = civil_of(days);
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" +
         padded(date.day, 2);
}

std::string week_text(std::int64_t week) {
  const std::int64_t thursday = first_day_of_week(week) + 3;
  const std::int64_t year = civil_of(thursday).year;
  const std::int64_t number = (thursday - days_of({year, 1, 1})) / 7 + 1;
  return padded(year, 4) + "-W" + padded(number, 2);
}

}  // namespace looplet::report
