// Who answered what in the last two waves, by respondent, so that movement
// between them can be told.
//
// A person's last answer in each period is kept as 32 bytes: a hash of the
// name, the time, the line, the segment. Only the periods that the last two
// waves can be made of are kept, and of each at most a bounded number of
// people: those with the smallest hashes, which is a sample of people that
// stays the same whatever the order of the rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "looplet/report.h"

namespace looplet::report {

class People {
 public:
  explicit People(WavePeriod period);

  /// Rows without a respondent or a time are passed over.
  void add(const BatchRow& row, Segment segment);
  void merge(const People& other);

  struct Moves {
    std::int64_t before = 0;  ///< the period (of windows: 0)
    std::int64_t after = 0;
    Transitions transitions{};
    bool sampled = false;
  };
  /// Absent without two waves, and when nobody answered in both. `last_day` is
  /// that of the batch, for windows.
  std::optional<Moves> moves(std::int64_t last_day) const;

 private:
  struct Answer {
    std::uint64_t person = 0;
    std::int64_t time = 0;
    std::int64_t line = 0;
    Segment segment = Segment::detractor;
  };
  struct Pool {
    std::vector<Answer> answers;
    std::uint64_t ceiling = ~std::uint64_t{0};  ///< people above are left out
    std::size_t sorted = 0;  ///< how many in front are in order
  };
  static bool in_order(const Answer& a, const Answer& b);
  void shrink(Pool& pool) const;
  void forget_oldest();
  std::vector<Answer> wave(const std::vector<const Pool*>& pools,
                           std::uint64_t ceiling) const;

  WavePeriod period_;
  std::size_t most_;  ///< people of one period
  std::map<std::int64_t, Pool> periods_;
  /// No earlier day is in the last two waves, whatever comes.
  std::int64_t first_day_ = INT64_MIN;
};

}  // namespace looplet::report
