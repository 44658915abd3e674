#include "report/rates.h"

#include "core/normal.h"
#include "core/proportion.h"

namespace looplet::report {

void Rates::add_reached(const BatchRow& row) {
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if ((row.reached_known >> i & 1) == 0) continue;
    ++known_[i];
    came_[i] += row.reached >> i & 1;
  }
}

void Rates::merge(const Rates& other) {
  for (std::size_t i = 0; i < known_.size(); ++i) {
    known_[i] += other.known_[i];
    came_[i] += other.came_[i];
  }
  silent_ += other.silent_;
}

ResponseRates Rates::rates(const Counts& scored) const {
  ResponseRates rates;
  rates.scored = scored.total();
  std::optional<std::int64_t>* const figures[] = {&rates.sent, &rates.delivered,
                                                  &rates.opened, &rates.started,
                                                  &rates.completed};
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (known_[i] > 0) *figures[i] = came_[i];
  }
  std::optional<std::int64_t> asked =
      rates.delivered ? rates.delivered : rates.sent;
  // A file with rows for those who kept silent tells it by their number.
  if (!asked && silent_ > 0) {
    asked = rates.scored + silent_;
    rates.sent = asked;
  }
  if (rates.started && *rates.started > 0 && rates.completed) {
    rates.completion_rate = static_cast<double>(*rates.completed) /
                            static_cast<double>(*rates.started);
  }
  if (!asked || *asked < rates.scored || *asked == 0) return rates;
  const auto n = static_cast<double>(*asked);
  rates.response_rate = static_cast<double>(rates.scored) / n;
  const Interval interval = wilson_interval(rates.scored, *asked, kZ95);
  rates.response_low = interval.low;
  rates.response_high = interval.high;
  rates.silent = *asked - rates.scored;
  const std::int64_t net = scored.promoters - scored.detractors;
  rates.nps_if_detractors = 100 * static_cast<double>(net - *rates.silent) / n;
  rates.nps_if_promoters = 100 * static_cast<double>(net + *rates.silent) / n;
  return rates;
}

}  // namespace looplet::report
