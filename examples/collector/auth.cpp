#include "auth.h"

#include "http.h"

namespace looplet::collector {

Gate::Gate(std::string_view token)
    : set_(!token.empty()), digest_(sha256(token)) {}

bool Gate::admits(std::string_view authorization) const {
  constexpr std::string_view kScheme = "Bearer ";
  if (!set_ || !same_word(authorization.substr(0, kScheme.size()), kScheme)) {
    return false;
  }
  authorization.remove_prefix(kScheme.size());
  return same_digest(sha256(authorization), digest_);
}

}  // namespace looplet::collector
