// Faults of a file by line: the first kMostStoredFaults, and how many in all.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "looplet/fault.h"

namespace looplet::csv {

class FaultList {
 public:
  void add(Code code, std::int64_t line,
           std::initializer_list<std::string_view> arguments);

  std::int64_t count() const { return count_; }

  /// By line, then by code, whatever order they came in.
  const Faults& sorted();

 private:
  Faults faults_;
  std::vector<std::int64_t> lines_;
  bool in_order_ = true;
  std::int64_t count_ = 0;
};

}  // namespace looplet::csv
