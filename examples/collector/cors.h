// Which other sites' pages may post answers and read the replies.
//
// The list is exact: scheme, host and port, nothing left out, no pattern, no
// reflection. Credentials are never allowed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace looplet::collector {

/// An origin as browsers write it ("https://shop.example", lower case, no
/// default port, no path), or "null" for pages that have none (sandboxed
/// frames, files); nothing when `text` is not one. "*" is not one.
std::optional<std::string> parse_origin(std::string_view text);

enum class Caller {
  no_browser,   ///< no Origin header
  same_origin,  ///< the collector's own pages
  allowed,      ///< on the list
  foreign,      ///< a page of somebody else
};

/// Judges an Origin header against the list and the Host header. Compares
/// bytes: browsers always send the normal form.
Caller judge_origin(std::string_view origin, std::string_view host,
                    const std::vector<std::string>& allowed);

}  // namespace looplet::collector
