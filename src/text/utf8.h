// UTF-8: validity, length in code points, and cutting without breaking one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace looplet::text {

/// a == b, by a call: written out by the compiler, a comparison costs the
/// browsers' module twice the bytes, in forty places.
bool same(std::string_view a, std::string_view b);

/// True when no byte is above 0x7F. Eight at a time, the last eight once more
/// where they are no whole number of eights.
inline bool is_ascii(std::string_view bytes) {
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  const char* data = bytes.data();
  std::size_t size = bytes.size();
  std::uint64_t seen = 0;
  if (size < 8) {
    for (std::size_t i = 0; i < size; ++i) {
      seen |= static_cast<unsigned char>(data[i]);
    }
    return (seen & kHigh) == 0;
  }
  std::uint64_t eight;
  for (; size > 8; size -= 8, data += 8) {
    std::memcpy(&eight, data, 8);
    seen |= eight;
  }
  std::memcpy(&eight, data + size - 8, 8);
  return ((seen | eight) & kHigh) == 0;
}

/// True when `bytes` is well-formed UTF-8 (no overlong form, no surrogate,
/// nothing above U+10FFFF). Empty text is valid.
bool is_utf8(std::string_view bytes);

/// Number of code points in valid UTF-8.
std::size_t code_points(std::string_view text);

/// Length in bytes of the first `count` code points, or of all of them.
std::size_t prefix_bytes(std::string_view text, std::size_t count);

/// Appends at most `count` code points of `text`, with "..." where it was cut.
void append_shortened(std::string& out, std::string_view text,
                      std::size_t count);

}  // namespace looplet::text
