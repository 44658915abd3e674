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
  /// 24 bytes, of which half a million are kept.
  struct Answer {
    std::uint64_t person = 0;
    std::int64_t time = 0;
    std::int64_t line_and_segment = 0;  ///< the segment in the lowest two bits

    Segment segment() const {
      return static_cast<Segment>(line_and_segment & 3);
    }
  };
  struct Pool {
    std::vector<Answer> answers;
    std::uint64_t ceiling = ~std::uint64_t{0};  ///< people above are left out
  };
  static bool in_order(const Answer& a, const Answer& b);
  void shrink(Pool& pool) const;
  void forget_oldest();

  /// People of one wave, each with the last answer.
  struct WaveOfPeople {
    std::vector<Answer> answers;
    std::size_t pools = 0;
    void add(std::vector<Answer> more);
    void settle(std::uint64_t ceiling);
  };

  /// How many may come before people are counted once each again.
  std::size_t spare() const { return most_ / 4; }

  WavePeriod period_;
  std::size_t most_;  ///< people of one period
  std::map<std::int64_t, Pool> periods_;
  /// No earlier day is in the last two waves, whatever comes.
  std::int64_t first_day_ = INT64_MIN;
};

}  // namespace looplet::report
