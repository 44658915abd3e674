// Files of one folder over HTTP: the site's pages and the surveys.
//
// Only regular files under the folder are served: no "..", nothing hidden, no
// symbolic link below the root. Beside `x.js` a newer or equally old `x.js.br`
// or `x.js.gz` is sent to those who take it.
#pragma once

#include <string>
#include <string_view>

#include "http.h"

namespace looplet::collector {

/// The policy of every page: nothing inline, nothing from elsewhere.
extern const std::string_view kPagePolicy;

class StaticFiles {
 public:
  /// With an empty root nothing is found. `only` is the one extension served,
  /// such as ".json"; empty is all.
  explicit StaticFiles(std::string root, std::string only = "");

  /// The reply to GET or HEAD for the decoded path below the mount, which
  /// begins with '/': 200, 304 (If-None-Match), 308 to the same with '/' for a
  /// folder that has an index.html, or 404.
  Reply get(const Request& request, std::string_view path) const;

 private:
  std::string root_;
  std::string only_;
};

/// "text/html; charset=utf-8" for "index.html"; by the last extension.
std::string_view type_of(std::string_view name);

/// True when Accept-Encoding takes that coding ("br", "gzip").
bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace looplet::collector
