#include "wire/reader_text.h"

#include "looplet/locale.h"
#include "survey/names.h"
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

}  // namespace

std::optional<TextFault> check_text(std::string_view text, const Rule& rule) {
  if (!text::is_utf8(text)) return TextFault::not_utf8;
  if (text.empty() && rule.form == Form::any) return TextFault::empty;
  if (rule.max > 0 &&
      text::code_points(text) > static_cast<std::size_t>(rule.max)) {
    return TextFault::too_long;
  }
  bool fits = true;
  switch (rule.form) {
    case Form::id:
      if (is_reserved(text)) return TextFault::reserved;
      fits = is_id(text);
      break;
    case Form::tag:
      if (is_reserved(text)) return TextFault::reserved;
      fits = is_language_tag(text);
      break;
    case Form::uuid:
      fits = matches(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
      break;
    case Form::time:
      fits = is_time(text);
      break;
    case Form::path:
      fits = is_path(text);
      break;
    default:
      break;
  }
  if (!fits) return TextFault::bad_form;
  return std::nullopt;
}

Fault text_fault(TextFault wrong, std::string_view where, std::string_view text,
                 const Rule& rule) {
  switch (wrong) {
    case TextFault::not_utf8:
      return make_fault(Code::not_utf8, where);
    case TextFault::empty:
      return make_fault(Code::empty_text, where);
    case TextFault::too_long:
      return make_fault(
          Code::too_long, where,
          {whole(static_cast<std::int64_t>(text::code_points(text))),
           whole(rule.max)});
    case TextFault::reserved:
      return make_fault(Code::reserved_name, where, {text});
    default:
      return make_fault(Code::bad_form, where, {text, form_words(rule.form)});
  }
}

void append_token(std::string& pointer, std::string_view name, int index) {
  pointer += '/';
  if (index >= 0) {
    pointer += whole(index);
    return;
  }
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

std::string number_words(double number) {
  if (!(number >= -static_cast<double>(kMaxInteger) &&
        number <= static_cast<double>(kMaxInteger))) {
    return number > 0 ? "a very large number" : "not a usable number";
  }
  const auto nearest = static_cast<std::int64_t>(number);
  std::string out = number == static_cast<double>(nearest) ? "" : "about ";
  return out += whole(nearest);
}

std::string joined(const std::string_view* names, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ", ";
    out += names[i];
  }
  return out;
}

}  // namespace looplet::wire
