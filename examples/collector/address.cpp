#include "address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

namespace looplet::collector {
namespace {

constexpr std::array<std::uint8_t, 12> kV4Prefix = {0, 0, 0, 0, 0,    0,
                                                    0, 0, 0, 0, 0xff, 0xff};

std::uint64_t leading_bytes(const Address& address, int first, int count) {
  std::uint64_t out = 0;
  for (int i = first; i < first + count; ++i) {
    out = out << 8 | address.bytes[static_cast<std::size_t>(i)];
  }
  return out;
}

}  // namespace

bool Address::is_v4() const {
  return std::equal(kV4Prefix.begin(), kV4Prefix.end(), bytes.begin());
}

bool Address::is_loopback() const {
  if (is_v4()) return bytes[12] == 127;
  Address one;
  one.bytes[15] = 1;
  return *this == one;
}

std::optional<Address> parse_address(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    text = text.substr(1, text.size() - 2);
    if (text.find(':') == std::string_view::npos) return std::nullopt;
  }
  const std::string terminated(text);
  if (terminated.size() != std::strlen(terminated.c_str())) {
    return std::nullopt;
  }
  Address out;
  if (inet_pton(AF_INET6, terminated.c_str(), out.bytes.data()) == 1) {
    return out;
  }
  std::copy(kV4Prefix.begin(), kV4Prefix.end(), out.bytes.begin());
  if (inet_pton(AF_INET, terminated.c_str(), out.bytes.data() + 12) == 1) {
    return out;
  }
  return std::nullopt;
}

std::string address_text(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.is_v4()) {
    inet_ntop(AF_INET, address.bytes.data() + 12, text.data(), text.size());
    return text.data();
  }
  inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
  return std::string("[") + text.data() + "]";
}

// The top byte tells the two families apart: /24 and a whole IPv4 address
// fit in the low four bytes, /56 in the low seven. A /64 needs all eight, and
// 0000::/8 is reserved, so it cannot meet an IPv4 address.
std::uint64_t network_of(const Address& address) {
  if (address.is_v4()) return leading_bytes(address, 12, 3);
  return std::uint64_t{1} << 56 | leading_bytes(address, 0, 7);
}

std::uint64_t host_of(const Address& address) {
  if (address.is_v4()) return leading_bytes(address, 12, 4);
  return leading_bytes(address, 0, 8);
}

}  // namespace looplet::collector
