#include "wire/json_written.h"

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "wire/description.h"
#include "text/number.h"
#include "text/utf8.h"

namespace looplet::wire {
namespace {

/// What a byte has to be written as after a backslash; 'u' for four digits of
/// its number; 0 for itself.
constexpr std::array<char, 128> kEscapes = [] {
  std::array<char, 128> escapes{};
  for (std::size_t i = 0; i < 0x20; ++i) escapes[i] = 'u';
  escapes['\b'] = 'b';
  escapes['\t'] = 't';
  escapes['\n'] = 'n';
  escapes['\f'] = 'f';
  escapes['\r'] = 'r';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}();

void append_quoted(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  out += '"';
  std::size_t done = 0;
  bool ascii = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= kEscapes.size()) {
      ascii = false;
      continue;
    }
    const char escape = kEscapes[byte];
    if (escape == '\0') continue;
    out.append(text, done, i - done);
    done = i + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out += "00";
      out += "01"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    }
  }
  if (!ascii && !text::is_utf8(text)) {
    // Rare, and the library knows how much of a broken sequence to replace.
    out.resize(before);
    out += nlohmann::json(text).dump(-1, ' ', false,
                                     nlohmann::json::error_handler_t::replace);
    return;
  }
  out.append(text, done);
  out += '"';
}

}  // namespace

JsonWritten JsonWritten::number(double number) {
  if (!(number - number == 0)) return {};
  if (number >= -static_cast<double>(kMaxInteger) &&
      number <= static_cast<double>(kMaxInteger) &&
      number == static_cast<double>(static_cast<std::int64_t>(number))) {
    char digits[text::kLongestWhole];
    const std::size_t count =
        text::write_whole(static_cast<std::int64_t>(number), digits);
    return {std::string(digits, count), '\0'};
  }
  char digits[64];
  const char* const end = nlohmann::detail::to_chars(
      digits, digits + std::size(digits), number);
  return {std::string(digits, static_cast<std::size_t>(end - digits)), '\0'};
}

JsonWritten JsonWritten::quoted(std::string_view text) {
  JsonWritten value("", '\0');
  value.text_.reserve(text.size() + 2);
  append_quoted(value.text_, text);
  return value;
}

void JsonWritten::set(std::string_view name, const JsonWritten& value) {
  separate();
  append_quoted(text_, name);
  text_ += ':';
  add(value);
}

void JsonWritten::push(const JsonWritten& value) {
  separate();
  add(value);
}

std::string JsonWritten::take() && {
  if (end_ != '\0') text_ += end_;
  end_ = '\0';
  return std::move(text_);
}

}  // namespace looplet::wire
