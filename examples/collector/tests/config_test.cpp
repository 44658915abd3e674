#include "../config.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "temporary.h"

namespace looplet::collector {
namespace {

struct Environment {
  Environment(const char* name, const char* value) : name_(name) {
    setenv(name, value, 1);
  }
  ~Environment() { unsetenv(name_); }
  const char* name_;
};

class ConfigTest : public testing::Test {
 protected:
  std::variant<Config, Leave> read(std::vector<std::string> flags) {
    std::vector<const char*> argv = {"looplet-collector", "--surveys",
                                     folder_.path().c_str()};
    for (const std::string& flag : flags) argv.push_back(flag.c_str());
    return read_config(static_cast<int>(argv.size()), argv.data());
  }
  Config good(std::vector<std::string> flags) {
    const auto read_one = read(std::move(flags));
    if (const auto* leave = std::get_if<Leave>(&read_one)) {
      ADD_FAILURE() << leave->text;
      return {};
    }
    return std::get<Config>(read_one);
  }
  int code(std::vector<std::string> flags) {
    const auto read_one = read(std::move(flags));
    const auto* leave = std::get_if<Leave>(&read_one);
    return leave == nullptr ? -1 : leave->code;
  }
  TemporaryFolder folder_;
};

TEST_F(ConfigTest, DefaultsAreThoseOfTheHelp) {
  unsetenv("LOOPLET_TOKEN");
  const Config config = good({});
  EXPECT_EQ(address_text(config.listen), "127.0.0.1");
  EXPECT_EQ(config.port, 8080);
  EXPECT_EQ(config.db, "looplet.sqlite");
  EXPECT_EQ(config.retention_days, 365);
  EXPECT_EQ(config.rate_per_minute, 60);
  EXPECT_EQ(config.rate_burst, 20);
  EXPECT_EQ(config.connections, 1024u);
  EXPECT_EQ(config.connections_per_address, 32u);
  EXPECT_FALSE(config.public_tally);
  EXPECT_TRUE(config.token.empty());
}

TEST_F(ConfigTest, FlagsAreTaken) {
  const Config config =
      good({"--listen", "[::1]:0", "--allow-origin", "https://a.example",
            "--allow-origin", "http://localhost:5173", "--public-tally",
            "--no-rate-limit", "--trusted-proxy", "10.0.0.1,10.0.0.2"});
  EXPECT_EQ(address_text(config.listen), "[::1]");
  EXPECT_EQ(config.port, 0);
  EXPECT_EQ(config.allow_origins.size(), 2u);
  EXPECT_TRUE(config.public_tally);
  EXPECT_EQ(config.rate_per_minute, 0);
  EXPECT_EQ(config.trusted_proxies.size(), 2u);
}

TEST_F(ConfigTest, TheEnvironmentIsTakenAndFlagsGoBeforeIt) {
  const Environment listen("LOOPLET_LISTEN", "127.0.0.1:9000");
  const Environment origins("LOOPLET_ALLOW_ORIGIN",
                            "https://a.example,https://b.example");
  const Environment days("LOOPLET_RETENTION_DAYS", "30");
  const Config config = good({"--retention-days", "7"});
  EXPECT_EQ(config.port, 9000);
  EXPECT_EQ(config.allow_origins.size(), 2u);
  EXPECT_EQ(config.retention_days, 7);
}

TEST_F(ConfigTest, TheTokenComesFromAFileOrTheEnvironment) {
  folder_.write("token", "0123456789abcdef0123456789abcdef\n");
  EXPECT_EQ(good({"--token-file", folder_.file("token")}).token,
            "0123456789abcdef0123456789abcdef");
  const Environment token("LOOPLET_TOKEN", "fedcba9876543210fedcba9876543210");
  EXPECT_EQ(good({}).token, "fedcba9876543210fedcba9876543210");
}

TEST_F(ConfigTest, ATokenThatCanBeGuessedIsRefused) {
  folder_.write("short", "0123456789abcdef0123456789abcde\n");
  folder_.write("none", "");
  EXPECT_EQ(code({"--token-file", folder_.file("short")}), 2);
  EXPECT_EQ(code({"--token-file", folder_.file("none")}), 2);
  const Environment token("LOOPLET_TOKEN", "short");
  EXPECT_EQ(code({}), 2);
}

TEST_F(ConfigTest, WrongValuesAreRefused) {
  const std::vector<std::vector<std::string>> wrong = {
      {"--listen", "8080"},
      {"--listen", "127.0.0.1:70000"},
      {"--listen", "::1:8080"},
      {"--listen", "example.com:80"},
      {"--allow-origin", "*"},
      {"--allow-origin", "https://a.example/"},
      {"--retention-days", "-1"},
      {"--retention-days", "soon"},
      {"--trusted-proxy", "proxy"},
      {"--site", "/nowhere/at/all"},
      {"--connections", "0"},
      {"--unknown"},
      {"leftover"}};
  for (const auto& flags : wrong) EXPECT_EQ(code(flags), 2) << flags.back();
}

TEST_F(ConfigTest, HelpAndVersionLeaveWithZero) {
  EXPECT_EQ(code({"--help"}), 0);
  EXPECT_EQ(code({"--version"}), 0);
}

}  // namespace
}  // namespace looplet::collector
