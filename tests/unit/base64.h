// Bytes in base64, as tests/vectors/csv.json holds them.
#pragma once

#include <string>
#include <string_view>

namespace looplet::vectors {

/// Bytes from base64 with padding; what is not base64 is passed over.
inline std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t value =
        std::string_view(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
            .find(c);
    if (value == std::string_view::npos) continue;
    held = held << 6 | static_cast<unsigned>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>(held >> bits & 0xFF);
    }
  }
  return bytes;
}

}  // namespace looplet::vectors
