// Vectors: facts made by other programs, in tests/vectors/*.json.
#pragma once

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace looplet::testing {

/// The document, or a discarded one when it cannot be read.
inline nlohmann::json vectors(const std::string& name) {
  std::ifstream in(std::string(LOOPLET_VECTORS_DIR) + "/" + name,
                   std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return nlohmann::json::parse(text, nullptr, false);
}

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

}  // namespace looplet::testing
