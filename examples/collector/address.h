// A network address, only ever held in memory: it is neither stored nor
// logged.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace looplet::collector {

/// IPv6, or IPv4 as IPv6 (::ffff:a.b.c.d).
struct Address {
  std::array<std::uint8_t, 16> bytes{};

  bool is_v4() const;
  bool is_loopback() const;  ///< 127.0.0.0/8 or ::1
  bool operator==(const Address&) const = default;
};

/// "192.0.2.7", "2001:db8::1" or "[2001:db8::1]"; nothing for anything else.
std::optional<Address> parse_address(std::string_view text);

/// "192.0.2.7" or "[2001:db8::1]": as it stands in an http address.
std::string address_text(const Address& address);

/// What the rate limit counts together: /24 of IPv4, /56 of IPv6, as a number
/// that is the same exactly for addresses of one network.
std::uint64_t network_of(const Address& address);

/// What the limit of connections counts together: one IPv4 address, or /64 of
/// IPv6 (a single subscriber).
std::uint64_t host_of(const Address& address);

}  // namespace looplet::collector
