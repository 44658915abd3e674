#include "traffic.h"

#include <algorithm>

#include "http.h"

namespace looplet::collector {

bool RateLimit::take(const Address& address, Milliseconds now) {
  if (options_.per_minute <= 0) return true;
  const std::uint64_t network = network_of(address);
  const auto found = places_.find(network);
  if (found == places_.end()) {
    if (buckets_.size() >= options_.networks) {
      places_.erase(buckets_.back().network);
      buckets_.pop_back();
    }
    buckets_.push_front({network, options_.burst, now});
    places_.emplace(network, buckets_.begin());
  } else {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
  }
  Bucket& bucket = buckets_.front();
  const double minutes =
      static_cast<double>(std::max<Milliseconds>(0, now - bucket.filled)) /
      (60.0 * kSecond);
  bucket.tokens =
      std::min(options_.burst, bucket.tokens + minutes * options_.per_minute);
  bucket.filled = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

ConnectionLimit::Answer ConnectionLimit::admit(const Address& address,
                                               bool exempt) {
  if (open_ >= options_.total) return Answer::full;
  std::size_t& here = by_host_[host_of(address)];
  if (!exempt && here >= options_.per_address) return Answer::address_full;
  ++here;
  ++open_;
  return Answer::admitted;
}

void ConnectionLimit::leave(const Address& address) {
  const auto found = by_host_.find(host_of(address));
  if (found == by_host_.end()) return;
  --open_;
  if (--found->second == 0) by_host_.erase(found);
}

Address client_of(const Address& peer, std::string_view forwarded_for,
                  const std::vector<Address>& trusted) {
  Address client = peer;
  while (!forwarded_for.empty() &&
         std::find(trusted.begin(), trusted.end(), client) != trusted.end()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::string_view last = comma == std::string_view::npos
                                      ? forwarded_for
                                      : forwarded_for.substr(comma + 1);
    forwarded_for = comma == std::string_view::npos
                        ? std::string_view()
                        : forwarded_for.substr(0, comma);
    const std::optional<Address> next = parse_address(trim(last));
    if (!next) break;
    client = *next;
  }
  return client;
}

}  // namespace looplet::collector
