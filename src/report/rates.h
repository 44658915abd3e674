// How many were asked, and how far they came.
#pragma once

#include <array>

#include "looplet/report.h"

namespace looplet::report {

class Rates {
 public:
  void add(const BatchRow& row) {
    if (row.reached_known != 0) add_reached(row);
    silent_ += row.standing == Standing::not_answered;
  }
  void merge(const Rates& other);
  ResponseRates rates(const Counts& scored) const;

 private:
  void add_reached(const BatchRow& row);

  std::array<std::int64_t, 5> known_{};  ///< rows that tell, by bit of Reached
  std::array<std::int64_t, 5> came_{};   ///< of them, those that came so far
  std::int64_t silent_ = 0;              ///< rows of who was asked in vain
};

}  // namespace looplet::report
