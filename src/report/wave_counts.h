// Answers by time: months, weeks, quarters, or days that are put together to
// windows at the end.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "looplet/report.h"
#include "report/group_tally.h"

namespace looplet::report {

/// What happened in one period.
struct WaveTally {
  GroupTally tally;
  std::vector<std::int64_t> mentions;  ///< by theme; none while there are none

  void mention(std::uint64_t themes);
  void merge(const WaveTally& other);
};

/// A wave as it is shown, with its first and last day.
struct ShownWave {
  std::int64_t key = 0;  ///< of the period; of a window its place, from 0 back
  std::int64_t first_day = 0;
  std::int64_t last_day = 0;
  std::string name;
  WaveTally tally;

  std::string start() const;  ///< "2026-05-01"
  std::string end() const;
};

/// The name of the one with this key; empty if there is none.
std::string wave_name(const std::vector<ShownWave>& waves, std::int64_t key);

/// The period a day is in: a month counted from year 0, a quarter, a week from
/// that of 1970-01-01, or the day itself.
std::int64_t period_of(WavePeriod::Unit unit, std::int64_t day);
/// The first day of a period.
std::int64_t first_day_of(WavePeriod::Unit unit, std::int64_t key);

class WaveCounts {
 public:
  explicit WaveCounts(WavePeriod period) : period_(period) {}

  /// `themes` are bits of what the comment mentions.
  void add(const BatchRow& row, Segment segment, std::uint64_t themes);
  void merge(const WaveCounts& other);

  /// In order of time.
  std::vector<ShownWave> shown() const;
  /// The last day with an answer, for windows.
  std::int64_t last_day() const;
  std::int64_t undated() const { return undated_; }
  const Counts& before() const { return before_; }

 private:
  struct Near {
    std::int64_t day = 0;
    WaveTally* tally = nullptr;  ///< null: nothing is known of the place
  };
  static constexpr std::int64_t kNear = 512;

  WaveTally& tally_of(std::int64_t day);
  void forget_oldest();
  void forget_days() { days_.assign(days_.size(), {}); }

  WavePeriod period_;
  /// The latest kMostWavesKept; an older one never becomes one of them again.
  std::map<std::int64_t, WaveTally> periods_;
  std::int64_t undated_ = 0;
  Counts before_;
  /// Days that came by and where they count, by day modulo kNear.
  std::vector<Near> days_;
};

}  // namespace looplet::report
