#include "../traffic.h"

#include <gtest/gtest.h>

#include <string>

namespace looplet::collector {
namespace {

Address at(const std::string& text) { return parse_address(text).value(); }

int taken(RateLimit& limit, const Address& who, int tries, Milliseconds now) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += limit.take(who, now);
  return count;
}

TEST(RateLimit, ABurstThenARefill) {
  RateLimit limit({.per_minute = 60, .burst = 20});
  EXPECT_EQ(taken(limit, at("192.0.2.1"), 100, 0), 20);
  EXPECT_EQ(taken(limit, at("192.0.2.1"), 100, 999), 0);
  EXPECT_EQ(taken(limit, at("192.0.2.1"), 100, 5000), 5);
  EXPECT_EQ(taken(limit, at("192.0.2.1"), 100, 3600000), 20);
}

TEST(RateLimit, OneNetworkSharesAndOthersAreUntouched) {
  RateLimit limit({.per_minute = 60, .burst = 20});
  EXPECT_EQ(taken(limit, at("192.0.2.1"), 15, 0), 15);
  EXPECT_EQ(taken(limit, at("192.0.2.200"), 15, 0), 5);
  EXPECT_EQ(taken(limit, at("192.0.3.1"), 30, 0), 20);
  EXPECT_EQ(taken(limit, at("2001:db8:0:1::1"), 15, 0), 15);
  EXPECT_EQ(taken(limit, at("2001:db8:0:ff::1"), 15, 0), 5);
}

TEST(RateLimit, AMinuteOfFloodingGetsBurstAndRate) {
  RateLimit limit({.per_minute = 60, .burst = 20});
  int count = 0;
  for (Milliseconds now = 0; now < 60000; now += 1) {
    count += taken(limit, at("192.0.2.1"), 10, now);
  }
  EXPECT_GE(count, 78);
  EXPECT_LE(count, 80);
}

TEST(RateLimit, AClockThatGoesBackGivesNothing) {
  RateLimit limit({.per_minute = 60, .burst = 1});
  EXPECT_TRUE(limit.take(at("192.0.2.1"), 100000));
  EXPECT_FALSE(limit.take(at("192.0.2.1"), 0));
}

TEST(RateLimit, ZeroIsNoLimit) {
  RateLimit limit({.per_minute = 0, .burst = 1});
  EXPECT_EQ(taken(limit, at("192.0.2.1"), 1000, 0), 1000);
  EXPECT_EQ(limit.networks(), 0u);
}

TEST(RateLimit, MemoryIsBoundedAndTheOldestGoes) {
  RateLimit limit({.per_minute = 60, .burst = 1, .networks = 100});
  for (int i = 0; i < 200; ++i) {
    limit.take(at("10.0." + std::to_string(i) + ".1"), 0);
  }
  EXPECT_EQ(limit.networks(), 100u);
  EXPECT_FALSE(limit.take(at("10.0.199.1"), 0));  // remembered
  EXPECT_TRUE(limit.take(at("10.0.0.1"), 0));     // forgotten
}

TEST(ConnectionLimit, CountsInAllAndPerAddress) {
  using Answer = ConnectionLimit::Answer;
  ConnectionLimit limit({.total = 3, .per_address = 2});
  const Address a = at("192.0.2.1");
  const Address b = at("192.0.2.2");
  EXPECT_EQ(limit.admit(a, false), Answer::admitted);
  EXPECT_EQ(limit.admit(a, false), Answer::admitted);
  EXPECT_EQ(limit.admit(a, false), Answer::address_full);
  EXPECT_EQ(limit.admit(b, false), Answer::admitted);
  EXPECT_EQ(limit.admit(b, false), Answer::full);
  limit.leave(a);
  EXPECT_EQ(limit.open(), 2u);
  EXPECT_EQ(limit.admit(a, true), Answer::admitted);
  limit.leave(b);
  EXPECT_EQ(limit.admit(a, true), Answer::admitted);  // a proxy may hold more
}

TEST(Client, IsThePeerUnlessItIsATrustedProxy) {
  const Address proxy = at("10.0.0.1");
  EXPECT_EQ(client_of(at("192.0.2.1"), "198.51.100.1", {proxy}),
            at("192.0.2.1"));
  EXPECT_EQ(client_of(proxy, "198.51.100.1", {proxy}), at("198.51.100.1"));
  EXPECT_EQ(client_of(proxy, "", {proxy}), proxy);
}

TEST(Client, IsTheLastAddressThatNoProxyOfOursAdded) {
  const Address proxy = at("10.0.0.1");
  const Address second = at("10.0.0.2");
  // What stands further left was written by the client itself.
  EXPECT_EQ(client_of(proxy, "203.0.113.9, 198.51.100.1", {proxy}),
            at("198.51.100.1"));
  EXPECT_EQ(
      client_of(proxy, "203.0.113.9, 198.51.100.1,10.0.0.2", {proxy, second}),
      at("198.51.100.1"));
  EXPECT_EQ(client_of(proxy, "198.51.100.1, nonsense", {proxy}), proxy);
}

}  // namespace
}  // namespace looplet::collector
