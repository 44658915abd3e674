#include "cors.h"

#include <algorithm>

namespace looplet::collector {
namespace {

bool is_label_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.';
}

// Host part: a name or IPv4 in lower case, or IPv6 in brackets.
bool is_host(std::string_view host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
    return host.find(':') != std::string_view::npos &&
           host.find_first_not_of("0123456789abcdef:.") ==
               std::string_view::npos;
  }
  return !host.empty() && host.size() <= 253 && host.front() != '.' &&
         host.front() != '-' &&
         std::all_of(host.begin(), host.end(), is_label_character);
}

bool is_port(std::string_view port, std::string_view default_port) {
  if (port.empty() || port.size() > 5 || port.front() == '0' ||
      port == default_port) {
    return false;
  }
  int value = 0;
  for (char c : port) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return value <= 65535;
}

}  // namespace

std::optional<std::string> parse_origin(std::string_view text) {
  if (text == "null") return std::string(text);
  std::string_view rest = text;
  std::string_view default_port;
  if (rest.substr(0, 8) == "https://") {
    rest.remove_prefix(8);
    default_port = "443";
  } else if (rest.substr(0, 7) == "http://") {
    rest.remove_prefix(7);
    default_port = "80";
  } else {
    return std::nullopt;
  }
  const std::size_t bracket = rest.rfind(']');
  const std::size_t colon =
      rest.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (!is_host(rest.substr(0, colon))) return std::nullopt;
  if (colon != std::string_view::npos &&
      !is_port(rest.substr(colon + 1), default_port)) {
    return std::nullopt;
  }
  return std::string(text);
}

Caller judge_origin(std::string_view origin, std::string_view host,
                    const std::vector<std::string>& allowed) {
  if (origin.empty()) return Caller::no_browser;
  if (std::find(allowed.begin(), allowed.end(), origin) != allowed.end()) {
    return Caller::allowed;
  }
  // A proxy in front may speak https while we are spoken to in http, so the
  // scheme is not compared.
  const std::size_t scheme = origin.find("://");
  if (scheme != std::string_view::npos && parse_origin(origin) &&
      origin.substr(scheme + 3) == host) {
    return Caller::same_origin;
  }
  return Caller::foreign;
}

}  // namespace looplet::collector
