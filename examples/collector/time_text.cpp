#include "time_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace looplet::collector {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr Milliseconds kFirst = -62167219200000;  // 0000-01-01
constexpr Milliseconds kLast = 253402300799999;   // 9999-12-31T23:59:59.999

struct Clock {
  int year, month, day, hour, minute, second, millisecond, weekday;
};

Clock clock_of(Milliseconds time) {
  const std::chrono::sys_time<std::chrono::milliseconds> point{
      std::chrono::milliseconds{std::clamp(time, kFirst, kLast)}};
  const sys_days day = std::chrono::floor<std::chrono::days>(point);
  const year_month_day date{day};
  const int rest = static_cast<int>((point - day).count());
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          rest / 3600000,
          rest / 60000 % 60,
          rest / 1000 % 60,
          rest % 1000,
          static_cast<int>(std::chrono::weekday{day}.c_encoding())};
}

// Takes exactly `digits` digits off the front.
bool take_number(std::string_view& text, int digits, int& out) {
  if (text.size() < static_cast<std::size_t>(digits)) return false;
  out = 0;
  for (int i = 0; i < digits; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    if (c < '0' || c > '9') return false;
    out = out * 10 + (c - '0');
  }
  text.remove_prefix(static_cast<std::size_t>(digits));
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "Z" or "+05:30", as minutes east of UTC.
bool take_offset(std::string_view& text, int& minutes) {
  minutes = 0;
  if (take(text, 'Z') || take(text, 'z')) return true;
  const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
  int hour = 0;
  int minute = 0;
  if (sign == 0 || !take_number(text, 2, hour) || !take(text, ':') ||
      !take_number(text, 2, minute) || hour > 23 || minute > 59) {
    return false;
  }
  minutes = sign * (hour * 60 + minute);
  return true;
}

bool take_time(std::string_view& text, Milliseconds& out) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!take_number(text, 2, hour) || !take(text, ':') ||
      !take_number(text, 2, minute) || !take(text, ':') ||
      !take_number(text, 2, second) || hour > 23 || minute > 59 ||
      second > 60) {
    return false;
  }
  second = std::min(second, 59);
  out = ((hour * 60 + minute) * 60 + second) * kSecond;
  if (!take(text, '.')) return true;
  int digits = 0;
  int scale = 100;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    out += (text.front() - '0') * scale;
    scale /= 10;
    ++digits;
    text.remove_prefix(1);
  }
  return digits > 0;
}

}  // namespace

std::string rfc3339(Milliseconds time) {
  const Clock c = clock_of(time);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                c.year, c.month, c.day, c.hour, c.minute, c.second,
                c.millisecond);
  return text.data();
}

std::string http_date(Milliseconds time) {
  constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                                "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr",
                                                   "May", "Jun", "Jul", "Aug",
                                                   "Sep", "Oct", "Nov", "Dec"};
  const Clock c = clock_of(time);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays.at(static_cast<std::size_t>(c.weekday)), c.day,
                kMonths.at(static_cast<std::size_t>(c.month - 1)), c.year,
                c.hour, c.minute, c.second);
  return text.data();
}

std::optional<Milliseconds> parse_time(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!take_number(text, 4, year) || !take(text, '-') ||
      !take_number(text, 2, month) || !take(text, '-') ||
      !take_number(text, 2, day)) {
    return std::nullopt;
  }
  const year_month_day date{std::chrono::year{year},
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  const Milliseconds midnight =
      sys_days{date}.time_since_epoch().count() * kDay;
  if (text.empty()) return midnight;

  Milliseconds time_of_day = 0;
  int offset = 0;
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) {
    return std::nullopt;
  }
  if (!take_time(text, time_of_day) || !take_offset(text, offset) ||
      !text.empty()) {
    return std::nullopt;
  }
  return midnight + time_of_day - offset * 60 * kSecond;
}

Milliseconds answered_at(Milliseconds received,
                         std::optional<Milliseconds> client_time,
                         std::optional<Milliseconds> sent_time) {
  if (!client_time || !sent_time) return received;
  return received -
         std::clamp<Milliseconds>(*sent_time - *client_time, 0, 30 * kDay);
}

}  // namespace looplet::collector
