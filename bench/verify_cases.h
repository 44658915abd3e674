// Surveys that are hard to decide, each within the format's limits.
#pragma once

#include <string>
#include <vector>

namespace looplet::bench {

struct VerifyCase {
  std::string name;
  std::string survey;  ///< JSON, at most 64 KiB
};

/// What teams write, and what somebody would write to make `check` slow.
std::vector<VerifyCase> verify_cases();

}  // namespace looplet::bench
