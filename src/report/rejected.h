// The first rows that could not be taken for a score, by line.
#pragma once

#include <string_view>
#include <vector>

#include "looplet/score_rows.h"

namespace looplet::report {

class RejectedList {
 public:
  void add(std::int64_t line, std::string_view raw, Disposition disposition);
  void merge(const RejectedList& other);
  /// The first kMostRejectedKept.
  std::vector<RejectedCell> first() const;

 private:
  void shrink();
  std::vector<RejectedCell> cells_;
  std::int64_t most_line_ = -1;  ///< later ones are not kept; -1: not full yet
};

}  // namespace looplet::report
