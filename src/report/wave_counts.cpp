#include "report/wave_counts.h"

#include "report/civil.h"
#include "text/number.h"

namespace looplet {
namespace {

constexpr std::string_view kDays = "-days";

}  // namespace

std::optional<WavePeriod> wave_period_named(std::string_view name) {
  using Unit = WavePeriod::Unit;
  if (name == "month") return WavePeriod{Unit::month, 0};
  if (name == "week") return WavePeriod{Unit::week, 0};
  if (name == "quarter") return WavePeriod{Unit::quarter, 0};
  if (name.size() <= kDays.size() ||
      name.substr(name.size() - kDays.size()) != kDays) {
    return std::nullopt;
  }
  std::int64_t days = 0;
  for (const char c : name.substr(0, name.size() - kDays.size())) {
    if (c < '0' || c > '9') return std::nullopt;
    days = days * 10 + (c - '0');
    if (days > kLongestWindow) return std::nullopt;
  }
  if (days == 0) return std::nullopt;
  return WavePeriod{Unit::days, days};
}

std::string wave_period_name(const WavePeriod& period) {
  switch (period.unit) {
    case WavePeriod::Unit::none:
      return {};
    case WavePeriod::Unit::week:
      return "week";
    case WavePeriod::Unit::month:
      return "month";
    case WavePeriod::Unit::quarter:
      return "quarter";
    case WavePeriod::Unit::days:
      return text::whole(period.days) + std::string(kDays);
  }
  return {};
}

namespace report {
namespace {

/// Rounds towards the past.
std::int64_t divided(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::string name_of(WavePeriod::Unit unit, std::int64_t key, std::int64_t first,
                    std::int64_t last) {
  switch (unit) {
    case WavePeriod::Unit::week:
      return week_text(key);
    case WavePeriod::Unit::month:
      return date_text(first).substr(0, date_text(first).size() - 3);
    case WavePeriod::Unit::quarter: {
      const std::string month = date_text(first);
      return month.substr(0, month.size() - 6) + "-Q" +
             text::whole(key - divided(key, 4) * 4 + 1);
    }
    default:
      return date_text(last);
  }
}

}  // namespace

std::int64_t first_day_of(WavePeriod::Unit unit, std::int64_t key) {
  switch (unit) {
    case WavePeriod::Unit::week:
      return first_day_of_week(key);
    case WavePeriod::Unit::quarter:
      return first_day_of(WavePeriod::Unit::month, key * 3);
    case WavePeriod::Unit::month: {
      const std::int64_t year = divided(key, 12);
      return days_of({year, static_cast<int>(key - year * 12) + 1, 1});
    }
    default:
      return key;
  }
}

std::int64_t period_of(WavePeriod::Unit unit, std::int64_t day) {
  switch (unit) {
    case WavePeriod::Unit::week:
      return week_of(day);
    case WavePeriod::Unit::month:
    case WavePeriod::Unit::quarter: {
      const Civil date = civil_of(day);
      const std::int64_t month = date.year * 12 + date.month - 1;
      return unit == WavePeriod::Unit::month ? month : divided(month, 3);
    }
    default:
      return day;
  }
}

std::string ShownWave::start() const { return date_text(first_day); }
std::string ShownWave::end() const { return date_text(last_day); }

std::string wave_name(const std::vector<ShownWave>& waves, std::int64_t key) {
  for (const ShownWave& wave : waves) {
    if (wave.key == key) return wave.name;
  }
  return {};
}

void WaveTally::mention(std::uint64_t themes) {
  if (themes == 0) return;
  if (mentions.empty()) mentions.resize(64);
  for (; themes != 0; themes &= themes - 1) {
    ++mentions[static_cast<std::size_t>(__builtin_ctzll(themes))];
  }
}

void WaveTally::merge(const WaveTally& other) {
  tally.merge(other.tally);
  if (other.mentions.empty()) return;
  if (mentions.empty()) mentions.resize(64);
  for (std::size_t i = 0; i < 64; ++i) mentions[i] += other.mentions[i];
}

WaveTally& WaveCounts::tally_of(std::int64_t day) {
  if (days_.empty()) days_.resize(kNear);
  Near& near = days_[static_cast<std::size_t>(day & (kNear - 1))];
  if (near.tally == nullptr || near.day != day) {
    near = {day, &periods_[period_of(period_.unit, day)]};
  }
  return *near.tally;
}

void WaveCounts::add(const BatchRow& row, Segment segment,
                     std::uint64_t themes) {
  if (!row.time) {
    ++undated_;
    return;
  }
  WaveTally& wave = tally_of(day_of(*row.time));
  wave.tally.add(segment, row.weight);
  wave.mention(themes);
  // Afterwards, for the row itself may be of the oldest.
  if (periods_.size() > kMostWavesKept) forget_oldest();
}

void WaveCounts::forget_oldest() {
  if (periods_.size() <= kMostWavesKept) return;
  forget_days();
  while (periods_.size() > kMostWavesKept) {
    before_.merge(periods_.begin()->second.tally.counts());
    periods_.erase(periods_.begin());
  }
}

void WaveCounts::merge(const WaveCounts& other) {
  undated_ += other.undated_;
  before_.merge(other.before_);
  for (const auto& [key, wave] : other.periods_) periods_[key].merge(wave);
  forget_oldest();
}

std::int64_t WaveCounts::last_day() const {
  return periods_.empty() ? 0 : periods_.rbegin()->first;
}

std::vector<ShownWave> WaveCounts::shown() const {
  std::vector<ShownWave> waves;
  for (const auto& [key, tally] : periods_) {
    ShownWave wave;
    if (period_.unit == WavePeriod::Unit::days) {
      // Windows end with the last day; the latest is window 0.
      wave.key = -((last_day() - key) / period_.days);
      wave.last_day = last_day() + wave.key * period_.days;
      wave.first_day = wave.last_day - period_.days + 1;
    } else {
      wave.key = key;
      wave.first_day = first_day_of(period_.unit, key);
      wave.last_day = first_day_of(period_.unit, key + 1) - 1;
    }
    if (!waves.empty() && waves.back().key == wave.key) {
      waves.back().tally.merge(tally);
      continue;
    }
    wave.name = name_of(period_.unit, wave.key, wave.first_day, wave.last_day);
    wave.tally = tally;
    waves.push_back(std::move(wave));
  }
  return waves;
}

}  // namespace report
}  // namespace looplet
