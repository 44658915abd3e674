// How much one network may ask, and how many connections one address may
// hold. Used by the HTTP thread alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "address.h"
#include "time_text.h"

namespace looplet::collector {

/// A token bucket for each network (/24 of IPv4, /56 of IPv6): `burst`
/// requests at once, refilled with `per_minute`. Remembers the 65,536 networks
/// seen last; nothing is written anywhere.
class RateLimit {
 public:
  struct Options {
    double per_minute = 60;  ///< 0 or below is no limit
    double burst = 20;
    std::size_t networks = 65536;
  };

  explicit RateLimit(Options options) : options_(options) {}

  /// Takes one token; false when there is none. `now` is a clock that never
  /// goes back.
  bool take(const Address& address, Milliseconds now);

  std::size_t networks() const { return buckets_.size(); }

 private:
  struct Bucket {
    std::uint64_t network;
    double tokens;
    Milliseconds filled;
  };
  Options options_;
  std::list<Bucket> buckets_;  // the one used last is in front
  std::unordered_map<std::uint64_t, std::list<Bucket>::iterator> places_;
};

/// Counts open connections.
class ConnectionLimit {
 public:
  struct Options {
    std::size_t total = 1024;
    std::size_t per_address = 32;  ///< one IPv4 address, or /64 of IPv6
  };
  enum class Answer { admitted, address_full, full };

  explicit ConnectionLimit(Options options) : options_(options) {}

  /// `exempt` is for a proxy we trust: all its visitors come from one address.
  Answer admit(const Address& address, bool exempt);
  /// Once for each that was admitted.
  void leave(const Address& address);
  std::size_t open() const { return open_; }

 private:
  Options options_;
  std::size_t open_ = 0;
  std::unordered_map<std::uint64_t, std::size_t> by_host_;
};

/// Who is asking: the peer, or, when the peer is a trusted proxy, the last
/// address in X-Forwarded-For that is not one. What cannot be read ends the
/// search at the address before it.
Address client_of(const Address& peer, std::string_view forwarded_for,
                  const std::vector<Address>& trusted);

}  // namespace looplet::collector
