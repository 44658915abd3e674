#include "wire/json_written.h"

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "text/number.h"
#include "text/utf8.h"
#include "wire/description.h"

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

bool is_plain(std::string_view text) {
  bool plain = true;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    plain &= byte < kEscapes.size() && kEscapes[byte] == '\0';
  }
  return plain;
}

std::string in_quotes(std::string_view text) {
  std::string out;
  if (is_plain(text)) {
    out.resize(text.size() + 2, '"');
    text.copy(&out[1], text.size());
    return out;
  }
  if (!text::is_utf8(text)) {
    // Rare, and the library knows how much of a broken sequence to replace.
    return nlohmann::json(text).dump(-1, ' ', false,
                                     nlohmann::json::error_handler_t::replace);
  }
  out = "\"";
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = byte < kEscapes.size() ? kEscapes[byte] : '\0';
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
  out.append(text, done);
  out += '"';
  return out;
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
  const char* const end =
      nlohmann::detail::to_chars(digits, digits + std::size(digits), number);
  return {std::string(digits, static_cast<std::size_t>(end - digits)), '\0'};
}

JsonWritten JsonWritten::quoted(std::string_view text) {
  return {in_quotes(text), '\0'};
}

void JsonWritten::set(std::string_view name, const JsonWritten& value) {
  // One piece, for it is what there is most of.
  char head[40];
  if (name.size() + 4 <= sizeof head && is_plain(name)) {
    char* end = head;
    if (text_.size() > 1) *end++ = ',';
    *end++ = '"';
    end += name.copy(end, name.size());
    *end++ = '"';
    *end++ = ':';
    text_.append(head, static_cast<std::size_t>(end - head));
  } else {
    if (text_.size() > 1) text_ += ',';
    text_ += in_quotes(name);
    text_ += ':';
  }
  add(value);
}

void JsonWritten::push(const JsonWritten& value) {
  if (text_.size() > 1) text_ += ',';
  add(value);
}

void JsonWritten::add(const JsonWritten& value) {
  text_ += value.text_;
  if (value.end_ != '\0') text_ += value.end_;
}

std::string JsonWritten::take() && {
  if (end_ != '\0') text_ += end_;
  end_ = '\0';
  return std::move(text_);
}

}  // namespace looplet::wire
