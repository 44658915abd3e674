#include "wire/reader_text.h"

#include "looplet/locale.h"
#include "survey/names.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace looplet::wire {
namespace {

using text::is_alphanumeric;
using text::is_digit;

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
  const int century = two_digits(text, 0);
  const int year = two_digits(text, 2);
  const bool leap = (year == 0 ? century : year) % 4 == 0;
  const int month = two_digits(text, 5);
  const int day = two_digits(text, 8);
  // Months of 31 days are every other one, to July and from August.
  const int days = month == 2 ? 28 + leap : 30 + (month + month / 8) % 2;
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  return two_digits(text, 11) < 24 && two_digits(text, 14) < 60 &&
         two_digits(text, 17) <= 60;  // 60: a leap second
}

bool is_path(std::string_view text) {
  if (text.empty() || text[0] != '/' || (text.size() > 1 && text[1] == '/'))
    return false;
  for (const char c : text) {
    if (c <= ' ' || c == '?' || c == '#' || c == '\\' || c == 0x7F)
      return false;
  }
  return true;
}

bool is_reserved(std::string_view text) {
  for (const std::string_view name : names::kReserved) {
    if (looplet::text::same(text, name)) return true;
  }
  return false;
}

const char* form_words(Form form) {
  switch (form) {
    case Form::id:
      return LOOPLET_WORDS(
          "an id", ": letters, digits, - and _, first a letter or a digit");
    case Form::tag:
      return LOOPLET_WORDS("a language tag", " such as 'de' or 'pt-BR'");
    case Form::uuid:
      return "a UUID";
    case Form::time:
      return LOOPLET_WORDS("a time in UTC", " such as 2026-11-05T09:30:00Z");
    default:
      return LOOPLET_WORDS("a path",
                           " such as /pricing, without query or fragment");
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

constexpr auto kFarthest = static_cast<double>(kMaxInteger);

/// Whether a number is whole and small enough for every whole number to be
/// itself; false for NaN.
bool is_whole(double number) {
  return number >= -kFarthest && number <= kFarthest &&
         number == static_cast<double>(static_cast<std::int64_t>(number));
}

}  // namespace

void check_text(const std::string_view& text, Form form, std::int64_t most,
                Reporter& found) {
  const auto length = static_cast<std::int64_t>(text::code_points(text));
  if (text.empty() && form == Form::any) {
    found.report(Code::empty_text);
  } else if (most > 0 && length > most) {
    found.report(Code::too_long, length, most);
  } else if ((form == Form::id || form == Form::tag) && is_reserved(text)) {
    found.report(Code::reserved_name, text);
  } else if (!has_form(text, form)) {
    found.report(Code::bad_form, text, form_words(form));
  }
}

bool check_whole(double number, const Limits& limits, Reporter& found) {
  const bool whole = is_whole(number);
  const bool in_range = number >= static_cast<double>(limits.min) &&
                        number <= static_cast<double>(limits.max);
  if (in_range && whole) return true;
  const auto min = static_cast<std::int64_t>(limits.min);
  const auto max = static_cast<std::int64_t>(limits.max);
  const Code code = in_range ? Code::not_whole : Code::out_of_range;
#ifdef LOOPLET_SURVEY_ONLY
  found.report(code, 0, min, max);  // brief words leave the number out
#else
  // A whole number as it is, another in words.
  if (whole) {
    found.report(code, static_cast<std::int64_t>(number), min, max);
  } else {
    found.report(code, "This number", min, max);
  }
#endif
  return false;
}

bool check_size(std::size_t size, const TypeRow& type, Reporter& found) {
  const auto count = static_cast<std::int64_t>(size);
  const bool many = count > type.most();
  if (!many && count >= type.fewest()) return true;
  found.report(many ? Code::too_many : Code::too_few, count,
               many ? type.most() : type.fewest());
  return false;
}

void read_name(const std::string_view& text, const TypeRow& type, void* out,
               Reporter& found) {
  Writing all(found.arena);
  for (int i = 0; i < type.count; ++i) {
    const std::string_view name = type.name(i);
    if (looplet::text::same(name, text)) {
      *static_cast<std::uint8_t*>(out) = static_cast<std::uint8_t>(i);
      return;
    }
    if (i > 0) all.add(", ");
    all.add(name);
  }
  found.report(Code::not_one_of, text, all.text());
}

}  // namespace looplet::wire
