// SHA-256 and comparison in constant time, both by libcrypto.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace looplet::collector {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

/// Takes the same time whatever the difference is.
bool same_digest(const Digest& a, const Digest& b);

/// The bytes as text, for binding and for hashing again.
std::string_view as_bytes(const Digest& digest);

}  // namespace looplet::collector
