#include "text/utf16.h"

namespace looplet::text {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

}  // namespace

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto put = [&out](std::uint32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

void Utf16Reader::unit(std::uint32_t value, std::string& out) {
  const bool low = value >= 0xDC00 && value <= 0xDFFF;
  if (high_half_ != 0) {
    if (low) {
      append_utf8(out,
                  0x10000 + ((high_half_ - 0xD800) << 10) + (value - 0xDC00));
      high_half_ = 0;
      return;
    }
    append_utf8(out, kReplacement);
    high_half_ = 0;
  }
  if (low) {
    append_utf8(out, kReplacement);
  } else if (value >= 0xD800 && value <= 0xDBFF) {
    high_half_ = value;
  } else {
    append_utf8(out, value);
  }
}

void Utf16Reader::push(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (held_byte_ < 0) {
      held_byte_ = byte;
      continue;
    }
    const auto first = static_cast<std::uint32_t>(held_byte_);
    unit(big_endian_ ? first << 8 | byte
                     : static_cast<std::uint32_t>(byte) << 8 | first,
         out);
    held_byte_ = -1;
  }
}

void Utf16Reader::finish(std::string& out) {
  if (high_half_ != 0 || held_byte_ >= 0) append_utf8(out, kReplacement);
  high_half_ = 0;
  held_byte_ = -1;
}

}  // namespace looplet::text
