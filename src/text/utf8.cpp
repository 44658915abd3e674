#include "text/utf8.h"

#include <cstring>

namespace looplet::text {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

[[gnu::noinline]] bool same(std::string_view a, std::string_view b) {
  // The library compares for order too, which is longer.
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

bool is_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    if (first < 0x80) {
      // Most texts are ASCII for long stretches.
      while (bytes.size() - i >= 8 && is_ascii(bytes.substr(i, 8))) i += 8;
      while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) {
        ++i;
      }
      continue;
    }
    // Unicode 15, table 3-7: the second byte's range depends on the first.
    int length = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
      length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
      length = 3;
      if (first == 0xE0) low = 0xA0;
      if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
      length = 4;
      if (first == 0xF0) low = 0x90;
      if (first == 0xF4) high = 0x8F;
    } else {
      return false;
    }
    if (bytes.size() - i < static_cast<std::size_t>(length)) return false;
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    if (second < low || second > high) return false;
    for (int k = 2; k < length; ++k) {
      if (!is_continuation(bytes[i + static_cast<std::size_t>(k)]))
        return false;
    }
    i += static_cast<std::size_t>(length);
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += !is_continuation(c);
  return count;
}

std::size_t prefix_bytes(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (!is_continuation(text[i])) {
      if (count == 0) break;
      --count;
    }
    ++i;
  }
  return i;
}

void append_shortened(std::string& out, std::string_view text,
                      std::size_t count) {
  const std::size_t length = prefix_bytes(text, count);
  out += text.substr(0, length);
  if (length < text.size()) out += "...";
}

}  // namespace looplet::text
