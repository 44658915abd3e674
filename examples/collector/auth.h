// Who may read: holders of the one token.
#pragma once

#include <cstddef>
#include <string_view>

#include "digest.h"

namespace looplet::collector {

/// Bytes a token must have at least; shorter ones can be guessed.
constexpr std::size_t kTokenBytes = 32;

/// Keeps the digest of a token, never the token.
class Gate {
 public:
  /// With an empty token nobody may read.
  explicit Gate(std::string_view token);

  bool open() const { return set_; }

  /// True for "Bearer TOKEN" (the scheme in any case, one space). Compares
  /// digests in constant time, so that neither length nor prefix can be
  /// measured.
  bool admits(std::string_view authorization) const;

 private:
  bool set_;
  Digest digest_;
};

}  // namespace looplet::collector
