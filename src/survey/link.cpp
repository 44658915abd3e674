#include "survey/link.h"

#include "text/ascii.h"
#include "text/utf8.h"

namespace looplet {
namespace {

using text::is_alphanumeric;

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
  return text::same_letters(url.substr(0, scheme.size()), scheme);
}

/// "host" or "host:443" in letters, digits, dots and hyphens.
bool is_plain_host(std::string_view host) {
  const std::size_t colon = host.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5) return false;
    int number = 0;
    for (const char c : port) {
      if (!text::is_digit(c)) return false;
      number = number * 10 + (c - '0');
    }
    if (number > 65535) return false;
    host = host.substr(0, colon);
  }
  if (host.empty() || !is_alphanumeric(host.front()) ||
      !is_alphanumeric(host.back())) {
    return false;
  }
  for (const char c : host) {
    if (!is_alphanumeric(c) && c != '.' && c != '-') return false;
  }
  return true;
}

}  // namespace

bool is_safe_link(std::string_view url) {
  if (url.size() > 2000) return false;
  for (const char c : url) {
    if (c <= ' ' || c > '~') return false;
  }
  if (url.find_first_of("\\\"<>`{}|^") != url.npos) return false;
  if (starts_with_scheme(url, "mailto:")) {
    const std::size_t at = url.find('@');
    return at != std::string_view::npos && at > 7 && at + 1 < url.size();
  }
  const bool local = starts_with_scheme(url, "http://");
  if (!local && !starts_with_scheme(url, "https://")) return false;
  const std::string_view rest = url.substr(local ? 7 : 8);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (!is_plain_host(host)) return false;
  return !local || text::same(host.substr(0, host.find(':')), "localhost");
}

void add_encoded(Writing& out, std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out.add({&c, 1});
    } else {
      const auto byte = static_cast<unsigned char>(c);
      const char encoded[] = {'%', kHex[byte >> 4], kHex[byte & 15]};
      out.add({encoded, 3});
    }
  }
}

}  // namespace looplet
