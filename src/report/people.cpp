#include "report/people.h"

#include <algorithm>

#include "report/civil.h"
#include "report/mix.h"
#include "report/wave_counts.h"

namespace looplet::report {
namespace {

constexpr std::size_t kFewestPeople = 100;  // of a day

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
  if (a.line != b.line) return a.line > b.line;
  return a.segment > b.segment;
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
    pool.answers.push_back({person, *row.time, row.line, segment});
    if (pool.answers.size() - pool.sorted > most_) shrink(pool);
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
  pool.sorted = answers.size();
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

/// The people of several periods, each once, up to a ceiling.
std::vector<People::Answer> People::wave(const std::vector<const Pool*>& pools,
                                         std::uint64_t ceiling) const {
  std::vector<Answer> all;
  for (const Pool* pool : pools) {
    for (const Answer& answer : pool->answers) {
      if (answer.person <= ceiling) all.push_back(answer);
    }
  }
  // Those of a single period are in order by now.
  if (pools.size() > 1) std::sort(all.begin(), all.end(), in_order);
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Answer& a, const Answer& b) {
                          return a.person == b.person;
                        }),
            all.end());
  return all;
}

std::optional<People::Moves> People::moves(std::int64_t last_day) const {
  std::vector<const Pool*> before;
  std::vector<const Pool*> after;
  Moves moves;
  std::map<std::int64_t, Pool> shrunk = periods_;
  std::uint64_t ceiling = ~std::uint64_t{0};
  for (auto& [key, pool] : shrunk) {
    shrink(pool);
    if (period_.unit == WavePeriod::Unit::days) {
      const std::int64_t window = (last_day - key) / period_.days;
      if (window > 1) continue;
      (window == 0 ? after : before).push_back(&pool);
    } else if (key == shrunk.rbegin()->first) {
      after.push_back(&pool);
      moves.after = key;
    } else {
      before.push_back(&pool);
      moves.before = key;
    }
    ceiling = std::min(ceiling, pool.ceiling);
  }
  if (before.empty() || after.empty()) return std::nullopt;
  moves.sampled = ceiling != ~std::uint64_t{0};
  const std::vector<Answer> first = wave(before, ceiling);
  const std::vector<Answer> second = wave(after, ceiling);
  std::size_t i = 0;
  for (const Answer& answer : second) {
    while (i < first.size() && first[i].person < answer.person) ++i;
    if (i == first.size()) break;
    if (first[i].person != answer.person) continue;
    ++moves.transitions[static_cast<std::size_t>(first[i].segment)]
                       [static_cast<std::size_t>(answer.segment)];
  }
  for (const auto& row : moves.transitions) {
    for (const std::int64_t count : row) {
      if (count > 0) return moves;
    }
  }
  return std::nullopt;  // nobody is in both
}

}  // namespace looplet::report
