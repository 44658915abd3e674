// What the collector is told at its start, by flags or LOOPLET_... variables.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "address.h"

namespace looplet::collector {

struct Config {
  Address listen;             ///< 127.0.0.1
  std::uint16_t port = 8080;  ///< 0 takes a free one and says which
  std::string db = "looplet.sqlite";
  std::string surveys;
  std::string site;                        ///< empty serves no pages
  std::string token;                       ///< empty switches reading off
  std::vector<std::string> allow_origins;  ///< in normal form
  std::vector<Address> trusted_proxies;
  bool public_tally = false;
  int retention_days = 365;
  double rate_per_minute = 60;  ///< 0 is no limit
  double rate_burst = 20;
  std::size_t connections = 1024;
  std::size_t connections_per_address = 32;
  int request_seconds = 10;
  int idle_seconds = 15;
  std::int64_t max_db_mib = 0;
};

/// The program should end at once: print `text` and leave with `code`.
struct Leave {
  int code = 0;
  std::string text;
};

std::variant<Config, Leave> read_config(int argc, const char* const* argv);

/// "127.0.0.1:8080", "[::1]:0", "0.0.0.0:80" into `config`; false when it is
/// not an address and a port.
bool parse_listen(const std::string& text, Config& config);

}  // namespace looplet::collector
