#include "../address.h"

#include <gtest/gtest.h>

namespace looplet::collector {
namespace {

Address at(const char* text) { return parse_address(text).value(); }

TEST(Address, ReadsBothFamiliesAndBrackets) {
  EXPECT_TRUE(at("192.0.2.7").is_v4());
  EXPECT_FALSE(at("2001:db8::1").is_v4());
  EXPECT_EQ(at("[2001:db8::1]"), at("2001:db8::1"));
  EXPECT_EQ(at("::ffff:192.0.2.7"), at("192.0.2.7"));
}

TEST(Address, RefusesWhatIsNoAddress) {
  for (const std::string text :
       {"", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "[1.2.3.4]",
        "1.2.3.4:80", "2001:db8::1%eth0", " 1.2.3.4", "1.2.3.4 ",
        ":::", "[]"}) {
    EXPECT_FALSE(parse_address(text)) << text;
  }
  EXPECT_FALSE(parse_address(std::string("1.2.3.4\0x", 9)));
}

TEST(Address, TextReadsBack) {
  EXPECT_EQ(address_text(at("192.0.2.7")), "192.0.2.7");
  EXPECT_EQ(address_text(at("2001:db8::1")), "[2001:db8::1]");
}

TEST(Address, LoopbackIsAllOf127AndOne) {
  EXPECT_TRUE(at("127.0.0.1").is_loopback());
  EXPECT_TRUE(at("127.255.0.3").is_loopback());
  EXPECT_TRUE(at("::1").is_loopback());
  EXPECT_FALSE(at("128.0.0.1").is_loopback());
  EXPECT_FALSE(at("::2").is_loopback());
}

TEST(Address, NetworksAreSlash24AndSlash56) {
  EXPECT_EQ(network_of(at("192.0.2.1")), network_of(at("192.0.2.254")));
  EXPECT_NE(network_of(at("192.0.2.1")), network_of(at("192.0.3.1")));
  EXPECT_EQ(network_of(at("2001:db8:1:2ff::1")),
            network_of(at("2001:db8:1:200::9")));
  EXPECT_NE(network_of(at("2001:db8:1:300::1")),
            network_of(at("2001:db8:1:200::1")));
  EXPECT_NE(network_of(at("0.0.0.0")), network_of(at("::")));
}

TEST(Address, HostsAreOneAddressAndSlash64) {
  EXPECT_NE(host_of(at("192.0.2.1")), host_of(at("192.0.2.2")));
  EXPECT_EQ(host_of(at("2001:db8::1")), host_of(at("2001:db8::ffff")));
  EXPECT_NE(host_of(at("2001:db8:0:1::1")), host_of(at("2001:db8::1")));
}

}  // namespace
}  // namespace looplet::collector
