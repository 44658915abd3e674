#include "wire/reader_text.h"

#include "looplet/locale.h"
#include "survey/names.h"
#include "text/report.h"
#include "text/utf8.h"

namespace looplet::wire {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_id(std::string_view text) {
  for (const char c : text) {
    if (!is_alphanumeric(c) && c != '-' && c != '_') return false;
  }
  return !text.empty() && is_alphanumeric(text.front());
}

/// Each letter of the pattern stands for itself, "0" for a digit, "x" for a
/// hexadecimal digit in either case.
bool matches(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool fits =
        pattern[i] == '0' ? is_digit(c)
        : pattern[i] == 'x'
            ? is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')
            : c == pattern[i];
    if (!fits) return false;
  }
  return true;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_time(std::string_view text) {
  constexpr std::size_t kSeconds = 19;
  if (text.size() <= kSeconds || text.size() > 30 || text.back() != 'Z' ||
      !matches(text.substr(0, kSeconds), "0000-00-00T00:00:00")) {
    return false;
  }
  const std::string_view fraction =
      text.substr(kSeconds, text.size() - kSeconds - 1);
  if (!fraction.empty() && (fraction[0] != '.' || fraction.size() == 1)) {
    return false;
  }
  for (std::size_t i = 1; i < fraction.size(); ++i) {
    if (!is_digit(fraction[i])) return false;
  }
  const int year = two_digits(text, 0) * 100 + two_digits(text, 2);
  const int month = two_digits(text, 5);
  const int day = two_digits(text, 8);
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day > kDays[month - 1] + (month == 2 && leap)) return false;
  return two_digits(text, 11) < 24 && two_digits(text, 14) < 60 &&
         two_digits(text, 17) <= 60;  // 60: a leap second
}

bool is_path(std::string_view text) {
  if (text.empty() || text[0] != '/' || text.substr(0, 2) == "//") return false;
  for (const char c : text) {
    if (c <= ' ' || c == '?' || c == '#' || c == '\\' || c == 0x7F)
      return false;
  }
  return true;
}

bool is_reserved(std::string_view text) {
  for (const std::string_view name : names::kReserved) {
    if (text == name) return true;
  }
  return false;
}

std::string_view form_words(Form form) {
  switch (form) {
    case Form::id:
      return "an id: letters, digits, - and _, first a letter or a digit";
    case Form::tag:
      return "a language tag such as 'de' or 'pt-BR'";
    case Form::uuid:
      return "a UUID";
    case Form::time:
      return "a time in UTC such as 2026-11-05T09:30:00Z";
    default:
      return "a path such as /pricing, without query or fragment";
  }
}

bool has_form(std::string_view text, Form form) {
  switch (form) {
    case Form::id:
      return is_id(text);
    case Form::tag:
      return is_language_tag(text);
    case Form::uuid:
      return matches(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    case Form::time:
      return is_time(text);
    case Form::path:
      return is_path(text);
    default:
      return true;
  }
}

/// A number for a sentence: a whole one as it is, another in words.
Word number_word(double number) {
  if (number >= -static_cast<double>(kMaxInteger) &&
      number <= static_cast<double>(kMaxInteger) &&
      number == static_cast<double>(static_cast<std::int64_t>(number))) {
    return static_cast<std::int64_t>(number);
  }
  return "This number";
}

}  // namespace

void check_text(std::string_view text, const Type& type, const Place& place,
                Faults& faults) {
  const auto length = static_cast<std::int64_t>(text::code_points(text));
  if (!text::is_utf8(text)) {
    report(faults, Code::not_utf8, place);
  } else if (text.empty() && type.form == Form::any) {
    report(faults, Code::empty_text, place);
  } else if (type.max > 0 && length > type.max) {
    report(faults, Code::too_long, place, {length, type.max});
  } else if ((type.form == Form::id || type.form == Form::tag) &&
             is_reserved(text)) {
    report(faults, Code::reserved_name, place, {text});
  } else if (!has_form(text, type.form)) {
    report(faults, Code::bad_form, place, {text, form_words(type.form)});
  }
}

bool check_whole(double number, const Type& type, const Place& place,
                 Faults& faults) {
  // In range first (false for NaN), so that the conversion is defined.
  const bool in_range = number >= static_cast<double>(type.min) &&
                        number <= static_cast<double>(type.max);
  if (in_range &&
      number == static_cast<double>(static_cast<std::int64_t>(number))) {
    return true;
  }
  report(faults, in_range ? Code::not_whole : Code::out_of_range, place,
         {number_word(number), type.min, type.max});
  return false;
}

bool check_size(std::size_t size, const Type& type, const Place& place,
                Faults& faults) {
  const auto count = static_cast<std::int64_t>(size);
  if (count >= type.min && count <= type.max) return true;
  const bool many = count > type.max;
  report(faults, many ? Code::too_many : Code::too_few, place,
         {count, many ? type.max : type.min});
  return false;
}

void read_name(std::string_view text, const Type& type, void* out,
               const Place& place, Faults& faults) {
  std::string all;
  for (int i = 0; i < type.count; ++i) {
    if (type.names[i] == text) {
      *static_cast<std::uint8_t*>(out) = static_cast<std::uint8_t>(i);
      return;
    }
    if (i > 0) all += ", ";
    all += type.names[i];
  }
  report(faults, Code::not_one_of, place, {text, std::string_view(all)});
}

}  // namespace looplet::wire
