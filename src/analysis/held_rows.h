// Rows kept in memory with their texts, to be given out later.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/batch_row.h"

namespace looplet {

class HeldRows {
 public:
  void add(const BatchRow& row, std::int64_t number);

  /// The first row, its number in `number`; it lives until the next call.
  /// Null when there is none left.
  const BatchRow* take(std::int64_t& number);

 private:
  struct Held {
    BatchRow row;
    std::int64_t number = 0;
    std::string texts;
    std::vector<std::uint32_t> lengths;
  };
  std::deque<Held> rows_;
  Held current_;
  std::vector<std::string_view> groups_;
};

}  // namespace looplet
