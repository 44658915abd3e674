#include "config.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

#include "auth.h"
#include "cors.h"

namespace looplet::collector {
namespace {

std::string check_listen(const std::string& text) {
  Config config;
  return parse_listen(text, config)
             ? ""
             : "'" + text + "' is not ADDRESS:PORT, such as 127.0.0.1:8080";
}

std::string check_origin(const std::string& text) {
  return parse_origin(text)
             ? ""
             : "'" + text +
                   "' is not an origin; write it as https://shop.example, in "
                   "lower case, without a path, a default port or a pattern";
}

std::string check_address(const std::string& text) {
  return parse_address(text) ? "" : "'" + text + "' is not an IP address";
}

// The first line of the file, so that an editor's last newline is no part of
// the secret.
bool read_token(const std::string& path, std::string& token) {
  std::ifstream file(path);
  if (!file) return false;
  std::getline(file, token);
  if (!token.empty() && token.back() == '\r') token.pop_back();
  return true;
}

}  // namespace

bool parse_listen(const std::string& text, Config& config) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return false;
  const std::string host = text.substr(0, colon);
  const std::string port = text.substr(colon + 1);
  if (host.find(':') != std::string::npos && host.front() != '[') return false;
  const std::optional<Address> address =
      parse_address(host == "localhost" ? "127.0.0.1" : host);
  if (!address || port.empty() || port.size() > 5 ||
      port.find_first_not_of("0123456789") != std::string::npos ||
      std::stoi(port) > 65535) {
    return false;
  }
  config.listen = *address;
  config.port = static_cast<std::uint16_t>(std::stoi(port));
  return true;
}

std::variant<Config, Leave> read_config(int argc, const char* const* argv) {
  Config config;
  std::string listen = "127.0.0.1:8080";
  std::string token_file;
  std::vector<std::string> proxies;
  bool no_rate_limit = false;

  CLI::App app(
      "Takes Looplet's answers over HTTP and keeps them in SQLite.\n"
      "Every option can also be given by the variable in parentheses.\n"
      "To read answers set LOOPLET_TOKEN or --token-file.",
      "looplet-collector");
  app.set_version_flag("--version",
                       std::string("looplet-collector ") + LOOPLET_VERSION);
  app.get_formatter()->column_width(36);

  app.add_option("--listen", listen, "Address and port; port 0 takes any free")
      ->envname("LOOPLET_LISTEN")
      ->type_name("ADDR:PORT")
      ->check(check_listen, "")
      ->capture_default_str();
  app.add_option("--db", config.db, "The SQLite file, made when missing")
      ->envname("LOOPLET_DB")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_option("--surveys", config.surveys,
                 "Folder of surveys (*.json), served under /surveys/")
      ->envname("LOOPLET_SURVEYS")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory)
      ->required();
  app.add_option("--site", config.site, "Folder of pages, served under /")
      ->envname("LOOPLET_SITE")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  app.add_option("--allow-origin", config.allow_origins,
                 "Origin whose pages may post, such as https://shop.example; "
                 "repeat for more")
      ->envname("LOOPLET_ALLOW_ORIGIN")
      ->type_name("ORIGIN")
      ->delimiter(',')
      ->check(check_origin, "");
  app.add_flag("--public-tally", config.public_tally,
               "Anyone may read the counts of 0 to 10")
      ->envname("LOOPLET_PUBLIC_TALLY");
  app.add_option("--token-file", token_file,
                 "File whose first line is the token for reading; else "
                 "LOOPLET_TOKEN; at least 32 bytes")
      ->envname("LOOPLET_TOKEN_FILE")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  app.add_option("--retention-days", config.retention_days,
                 "Answers are erased after so many days; 0 keeps them")
      ->envname("LOOPLET_RETENTION_DAYS")
      ->type_name("N")
      ->check(CLI::Range(0, 36500))
      ->capture_default_str();
  app.add_option("--rate", config.rate_per_minute,
                 "Requests a minute from one network (/24 or /56)")
      ->envname("LOOPLET_RATE")
      ->type_name("N")
      ->check(CLI::Range(1.0, 1e9))
      ->capture_default_str();
  app.add_option("--rate-burst", config.rate_burst,
                 "Requests at once from one network")
      ->envname("LOOPLET_RATE_BURST")
      ->type_name("N")
      ->check(CLI::Range(1.0, 1e9))
      ->capture_default_str();
  app.add_flag("--no-rate-limit", no_rate_limit, "No limit of requests")
      ->envname("LOOPLET_NO_RATE_LIMIT");
  app.add_option("--trusted-proxy", proxies,
                 "Address of a proxy whose X-Forwarded-For is believed")
      ->envname("LOOPLET_TRUSTED_PROXY")
      ->type_name("ADDR")
      ->delimiter(',')
      ->check(check_address, "");
  app.add_option("--connections", config.connections, "Connections at once")
      ->envname("LOOPLET_CONNECTIONS")
      ->type_name("N")
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  app.add_option("--connections-per-address", config.connections_per_address,
                 "Connections at once from one address (or /64)")
      ->envname("LOOPLET_CONNECTIONS_PER_ADDRESS")
      ->type_name("N")
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  app.add_option("--request-seconds", config.request_seconds,
                 "A request must be whole after so long")
      ->envname("LOOPLET_REQUEST_SECONDS")
      ->type_name("N")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  app.add_option("--idle-seconds", config.idle_seconds,
                 "A connection may be idle so long between requests")
      ->envname("LOOPLET_IDLE_SECONDS")
      ->type_name("N")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  app.add_option("--max-db-mib", config.max_db_mib,
                 "The file grows to so many MiB, then 503; 0 is no limit")
      ->envname("LOOPLET_MAX_DB_MIB")
      ->type_name("N")
      ->check(CLI::Range(0, 1 << 24))
      ->capture_default_str();

  std::ostringstream out;
  std::ostringstream err;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, out, err) == 0 ? 0 : 2;
    return Leave{code, out.str() + err.str()};
  }
  parse_listen(listen, config);
  for (const std::string& proxy : proxies) {
    config.trusted_proxies.push_back(*parse_address(proxy));
  }
  if (no_rate_limit) config.rate_per_minute = 0;

  if (!token_file.empty()) {
    if (!read_token(token_file, config.token)) {
      return Leave{2, "--token-file: cannot read '" + token_file + "'\n"};
    }
  } else if (const char* token = std::getenv("LOOPLET_TOKEN")) {
    config.token = token;
  }
  if ((!config.token.empty() || !token_file.empty()) &&
      config.token.size() < kTokenBytes) {
    return Leave{2,
                 "The token has " + std::to_string(config.token.size()) +
                     " bytes; at least 32 are needed. 'openssl rand -hex 32' "
                     "makes a good one.\n"};
  }
  return config;
}

}  // namespace looplet::collector
