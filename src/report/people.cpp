#include "report/people.h"

#include <algorithm>

#include "report/civil.h"
#include "report/mix.h"
#include "report/wave_counts.h"

namespace looplet::report {
namespace {

constexpr std::size_t kFewestPeople = 100;  // of a day
constexpr std::size_t kFirstRoom = 64;

}  // namespace

People::People(WavePeriod period)
    : period_(period),
      most_(period.unit == WavePeriod::Unit::days
                ? std::max(
                      kFewestPeople,
                      kMostPeopleKept / static_cast<std::size_t>(period.days))
                : kMostPeopleKept) {}

// By person; a person's last answer first. Times may tie, lines may not.
bool People::in_order(const Answer& a, const Answer& b) {
  if (a.person != b.person) return a.person < b.person;
  if (a.time != b.time) return a.time > b.time;
  return a.line_and_segment > b.line_and_segment;
}

void People::add(const BatchRow& row, Segment segment) {
  if (!row.time || row.respondent.empty()) return;
  const std::int64_t day = day_of(*row.time);
  if (day < first_day_) return;
  const std::int64_t key = period_of(period_.unit, day);
  const auto found = periods_.find(key);
  Pool& pool = found != periods_.end() ? found->second : periods_[key];
  const std::uint64_t person = mixed(row.respondent);
  if (person <= pool.ceiling) {
    std::vector<Answer>& answers = pool.answers;
    // A vector left to itself would take twice what it needs.
    if (answers.size() == answers.capacity()) {
      answers.reserve(std::min(most_ + spare() + 1,
                               std::max(kFirstRoom, 2 * answers.size())));
    }
    answers.push_back(
        {person, *row.time, row.line * 4 + static_cast<std::int64_t>(segment)});
    if (answers.size() > most_ + spare()) shrink(pool);
  }
  if (found == periods_.end()) forget_oldest();
}

void People::shrink(Pool& pool) const {
  std::vector<Answer>& answers = pool.answers;
  std::sort(answers.begin(), answers.end(), in_order);
  answers.erase(std::unique(answers.begin(), answers.end(),
                            [](const Answer& a, const Answer& b) {
                              return a.person == b.person;
                            }),
                answers.end());
  if (answers.size() > most_) {
    answers.resize(most_);
    pool.ceiling = answers.back().person;
  }
}

void People::forget_oldest() {
  if (periods_.empty()) return;
  if (period_.unit == WavePeriod::Unit::days) {
    const std::int64_t last = periods_.rbegin()->first;
    first_day_ = last - 2 * period_.days + 1;
    while (periods_.begin()->first < first_day_) {
      periods_.erase(periods_.begin());
    }
  } else {
    while (periods_.size() > 2) periods_.erase(periods_.begin());
    if (periods_.size() == 2) {
      first_day_ = first_day_of(period_.unit, periods_.begin()->first);
    }
  }
}

void People::merge(const People& other) {
  for (const auto& [key, pool] : other.periods_) {
    Pool& own = periods_[key];
    own.ceiling = std::min(own.ceiling, pool.ceiling);
    own.answers.insert(own.answers.end(), pool.answers.begin(),
                       pool.answers.end());
    const std::uint64_t ceiling = own.ceiling;
    own.answers.erase(std::remove_if(own.answers.begin(), own.answers.end(),
                                     [ceiling](const Answer& answer) {
                                       return answer.person > ceiling;
                                     }),
                      own.answers.end());
    shrink(own);
  }
  forget_oldest();
}

void People::WaveOfPeople::add(std::vector<Answer> more) {
  if (pools++ == 0) {
    answers = std::move(more);
  } else {
    answers.insert(answers.end(), more.begin(), more.end());
  }
}

/// Leaves each person once, up to a ceiling.
void People::WaveOfPeople::settle(std::uint64_t ceiling) {
  answers.erase(std::remove_if(answers.begin(), answers.end(),
                               [ceiling](const Answer& answer) {
                                 return answer.person > ceiling;
                               }),
                answers.end());
  // A pool is in order by itself.
  if (pools > 1) std::sort(answers.begin(), answers.end(), in_order);
  answers.erase(std::unique(answers.begin(), answers.end(),
                            [](const Answer& a, const Answer& b) {
                              return a.person == b.person;
                            }),
                answers.end());
}

std::optional<People::Moves> People::moves(std::int64_t last_day) const {
  WaveOfPeople before;
  WaveOfPeople after;
  Moves moves;
  std::uint64_t ceiling = ~std::uint64_t{0};
  for (const auto& [key, kept] : periods_) {
    const bool windows = period_.unit == WavePeriod::Unit::days;
    const std::int64_t window = windows ? (last_day - key) / period_.days : 0;
    if (window > 1) continue;
    Pool pool = kept;
    shrink(pool);
    ceiling = std::min(ceiling, pool.ceiling);
    const bool is_last =
        windows ? window == 0 : key == periods_.rbegin()->first;
    (is_last ? after : before).add(std::move(pool.answers));
    if (!windows) (is_last ? moves.after : moves.before) = key;
  }
  if (before.pools == 0 || after.pools == 0) return std::nullopt;
  moves.sampled = ceiling != ~std::uint64_t{0};
  before.settle(ceiling);
  after.settle(ceiling);
  const std::vector<Answer>& first = before.answers;
  const std::vector<Answer>& second = after.answers;
  std::size_t i = 0;
  for (const Answer& answer : second) {
    while (i < first.size() && first[i].person < answer.person) ++i;
    if (i == first.size()) break;
    if (first[i].person != answer.person) continue;
    ++moves.transitions[static_cast<std::size_t>(first[i].segment())]
                       [static_cast<std::size_t>(answer.segment())];
  }
  for (const auto& row : moves.transitions) {
    for (const std::int64_t count : row) {
      if (count > 0) return moves;
    }
  }
  return std::nullopt;  // nobody is in both
}

}  // namespace looplet::report
