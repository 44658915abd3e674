#include "core/civil_time.h"

#include <array>
#include <cstddef>

namespace looplet {
namespace {

constexpr std::int64_t kDay = 86400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Reads pieces from the front of a text.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_[0]; }
  bool take(char c) {
    if (peek() != c || text_.empty()) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Blanks, the unbreakable ones too that spreadsheets write before AM.
  bool blanks() {
    bool some = false;
    for (;;) {
      std::size_t size = 0;
      if (peek() == ' ' || peek() == '\t') size = 1;
      if (text_.substr(0, 2) == "\xC2\xA0") size = 2;
      if (text_.substr(0, 3) == "\xE2\x80\xAF") size = 3;
      if (size == 0) return some;
      text_.remove_prefix(size);
      some = true;
    }
  }
  // At most `most` digits; their number is in `digits`.
  std::int64_t number(int most) {
    std::int64_t value = 0;
    for (digits = 0; digits < most && is_digit(peek()); ++digits) {
      value = value * 10 + (peek() - '0');
      text_.remove_prefix(1);
    }
    return value;
  }
  // Letters in lower case, at most 12.
  std::string_view word() {
    std::size_t size = 0;
    while (size < text_.size() && size < word_.size() &&
           is_letter(text_[size])) {
      word_[size] = lower(text_[size]);
      ++size;
    }
    text_.remove_prefix(size);
    return {word_.data(), size};
  }

  int digits = 0;

 private:
  std::string_view text_;
  std::array<char, 12> word_{};
};

int month_named(std::string_view word) {
  constexpr std::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (int i = 0; i < 12; ++i) {
    const std::string_view name = kMonths[i];
    if (name == word || name.substr(0, 3) == word ||
        (word == "sept" && i == 8)) {
      return i + 1;
    }
  }
  return 0;
}

struct Date {
  std::int64_t year = 0;
  int first = 0, second = 0;  // as written, when `by_order`
  int month = 0, day = 0;
  bool by_order = false;
};

// The date at the front.
std::optional<Date> read_date(Pieces& text) {
  Date date;
  if (is_letter(text.peek())) {  // May 4, 2026
    date.month = month_named(text.word());
    text.take('.');
    if (date.month == 0 || !text.blanks()) return std::nullopt;
    date.day = static_cast<int>(text.number(2));
    if (text.digits == 0) return std::nullopt;
    text.take(',');
    if (!text.blanks()) return std::nullopt;
    date.year = text.number(4);
    return text.digits == 4 ? std::optional(date) : std::nullopt;
  }
  const std::int64_t first = text.number(4);
  const int digits = text.digits;
  if (digits == 0) return std::nullopt;
  const char mark = text.peek();
  if (digits <= 2 && (text.blanks() || mark == '.' || mark == '-')) {
    Pieces rest = text;  // 4 May 2026, 4. May 2026, 4-May-2026
    rest.take(mark);
    rest.blanks();
    if (is_letter(rest.peek())) {
      date.month = month_named(rest.word());
      rest.take('.');
      rest.take(',');
      if (!rest.blanks()) rest.take('-');
      date.day = static_cast<int>(first);
      date.year = rest.number(4);
      if (date.month == 0 || rest.digits != 4) return std::nullopt;
      text = rest;
      return date;
    }
  }
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  text.take(mark);
  const auto second = static_cast<int>(text.number(2));
  if (text.digits == 0 || !text.take(mark)) return std::nullopt;
  if (digits == 4) {
    date.year = first;
    date.month = second;
    date.day = static_cast<int>(text.number(2));
    return text.digits > 0 ? std::optional(date) : std::nullopt;
  }
  date.year = text.number(4);
  if (digits > 2 || text.digits != 4) return std::nullopt;
  date.first = static_cast<int>(first);
  date.second = second;
  date.by_order = mark != '.';
  date.day = date.first;
  date.month = date.second;
  return date;
}

// Seconds east of UTC; nothing when this is no zone.
std::optional<std::int64_t> read_zone(Pieces& text) {
  struct Zone {
    std::string_view name;
    int hours;
  };
  // RFC 822, section 5.1; nothing else is one place's alone.
  constexpr Zone kZones[] = {{"z", 0},    {"utc", 0},  {"gmt", 0},
                             {"ut", 0},   {"est", -5}, {"edt", -4},
                             {"cst", -6}, {"cdt", -5}, {"mst", -7},
                             {"mdt", -6}, {"pst", -8}, {"pdt", -7}};
  std::int64_t hours = 0;
  bool open = true;  // an offset may follow
  if (is_letter(text.peek())) {
    const std::string_view name = text.word();
    bool known = false;
    for (const Zone& zone : kZones) {
      if (zone.name != name) continue;
      known = true;
      hours = zone.hours;
      open = zone.hours == 0 && name != "z";
    }
    if (!known) return std::nullopt;
    if (text.at_end()) return hours * 3600;
    if (!open) return std::nullopt;
  }
  const bool west = text.peek() == '-';
  if (!text.take('+') && !text.take('-')) return std::nullopt;
  std::int64_t hour = text.number(2);
  if (text.digits == 0) return std::nullopt;
  std::int64_t minute = 0;
  if (text.take(':') || is_digit(text.peek())) {
    minute = text.number(2);
    if (text.digits != 2) return std::nullopt;
  }
  if (hour > 15 || minute > 59) return std::nullopt;
  return (west ? -1 : 1) * (hour * 3600 + minute * 60);
}

// Seconds of the day at the front; nothing when this is no time of day.
std::optional<std::int64_t> read_clock(Pieces& text) {
  std::int64_t hour = text.number(2);
  if (text.digits == 0 || !text.take(':')) return std::nullopt;
  const std::int64_t minute = text.number(2);
  if (text.digits != 2) return std::nullopt;
  std::int64_t second = 0;
  if (text.take(':')) {
    second = text.number(2);
    if (text.digits != 2) return std::nullopt;
    if (text.take('.') || text.take(',')) {
      text.number(9);
      if (text.digits == 0) return std::nullopt;
    }
  }
  Pieces rest = text;
  rest.blanks();
  const char half = lower(rest.peek());
  if (half == 'a' || half == 'p') {
    rest.take(rest.peek());
    rest.take('.');
    if (lower(rest.peek()) != 'm') return std::nullopt;
    rest.take(rest.peek());
    rest.take('.');
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (half == 'p' ? 12 : 0);
    text = rest;
  }
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return hour * 3600 + minute * 60 + second;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// "1713418460", "1713418460000", "1713418460.0", "20260504".
std::optional<TimeText> read_digits(std::string_view text) {
  std::size_t size = 0;
  std::int64_t value = 0;
  for (; size < text.size() && size < 14 && is_digit(text[size]); ++size) {
    value = value * 10 + (text[size] - '0');
  }
  const std::string_view rest = text.substr(size);
  if (!rest.empty() && rest != ".0") return std::nullopt;
  if (size == 9 || size == 10) return TimeText{value, true, false};
  if (size == 12 || size == 13) return TimeText{value / 1000, true, false};
  if (size != 8 || !rest.empty()) return std::nullopt;
  const std::int64_t year = value / 10000;
  const auto month = static_cast<int>(value / 100 % 100);
  const auto day = static_cast<int>(value % 100);
  if (year < 1900 || day < 1 || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  return TimeText{days_from_civil(year, month, day) * kDay, false, true};
}

// Two digits; above 99 when these are none.
int two_digits(const char* text) {
  const auto tens = static_cast<unsigned char>(text[0] - '0');
  const auto ones = static_cast<unsigned char>(text[1] - '0');
  return tens > 9 || ones > 9 ? 1000 : tens * 10 + ones;
}

// "2026-05-04T09:12:33", with a blank for the T, with or without a Z: what
// nearly every program writes. Nothing for all else, which may be a time yet.
std::optional<TimeText> read_stamp(std::string_view text) {
  const bool zoned = text.size() == 20 && text[19] == 'Z';
  if (text.size() != 19 && !zoned) return std::nullopt;
  const char* at = text.data();
  if (at[4] != '-' || at[7] != '-' || (at[10] != 'T' && at[10] != ' ') ||
      at[13] != ':' || at[16] != ':') {
    return std::nullopt;
  }
  const int century = two_digits(at);
  const int year = two_digits(at + 2);
  const int month = two_digits(at + 5);
  const int day = two_digits(at + 8);
  const int hour = two_digits(at + 11);
  const int minute = two_digits(at + 14);
  const int second = two_digits(at + 17);
  if (century > 99 || year > 99 || hour > 23 || minute > 59 || second > 60 ||
      day < 1 || day > days_in_month(century * 100 + year, month)) {
    return std::nullopt;
  }
  TimeText time;
  time.seconds = days_from_civil(century * 100 + year, month, day) * kDay +
                 hour * 3600 + minute * 60 + second;
  time.zoned = zoned;
  return time;
}

}  // namespace

std::string_view date_order_name(DateOrder order) {
  switch (order) {
    case DateOrder::unknown:
      return "unknown";
    case DateOrder::day_first:
      return "day first";
    case DateOrder::month_first:
      return "month first";
  }
  return {};
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
         719468;
}

int days_in_month(std::int64_t year, int month) {
  if (month < 1 || month > 12) return 0;
  if (month == 2) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return leap ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<TimeText> read_time(std::string_view cell, DateOrder order) {
  if (const auto stamp = read_stamp(cell)) return stamp;
  const std::string_view all = without_blanks(cell);
  if (all.size() < 6 || all.size() > 64) return std::nullopt;
  if (const auto digits = read_digits(all)) return digits;
  Pieces text(all);
  std::optional<Date> date = read_date(text);
  if (!date) return std::nullopt;
  if (date->by_order) {
    if (order == DateOrder::unknown && date->first != date->second) {
      return std::nullopt;
    }
    if (order == DateOrder::month_first) {
      date->month = date->first;
      date->day = date->second;
    }
  }
  if (date->day < 1 || date->day > days_in_month(date->year, date->month)) {
    return std::nullopt;
  }
  TimeText time;
  time.seconds = days_from_civil(date->year, date->month, date->day) * kDay;
  const bool comma = text.take(',');
  if (!text.take('T') && !text.take('t') && !text.blanks() && !comma) {
    time.whole_day = true;
    return text.at_end() ? std::optional(time) : std::nullopt;
  }
  text.blanks();
  const std::optional<std::int64_t> clock = read_clock(text);
  if (!clock) return std::nullopt;
  time.seconds += *clock;
  text.blanks();
  if (!text.at_end()) {
    const std::optional<std::int64_t> east = read_zone(text);
    if (!east || !text.at_end()) return std::nullopt;
    time.seconds -= *east;
    time.zoned = true;
  }
  return time;
}

OrderShown order_shown(std::string_view cell) {
  const std::string_view all = without_blanks(cell);
  if (all.size() < 8 || all.size() > 64) return {};
  Pieces text(all);
  const std::optional<Date> date = read_date(text);
  if (!date || !date->by_order) return {};
  const bool first_may = date->first >= 1 && date->first <= 12;
  const bool second_may = date->second >= 1 && date->second <= 12;
  if (first_may && second_may) {
    // The same day either way needs no order.
    return {DateOrder::unknown, date->first != date->second};
  }
  if (!first_may && second_may) return {DateOrder::day_first, true};
  if (first_may && !second_may) return {DateOrder::month_first, true};
  return {};
}

}  // namespace looplet
