#include "looplet/rolling.h"

#include "core/fraction.h"

namespace looplet {

Rolling rolling(std::span<const DatedScore> responses, std::int64_t as_of,
                std::int64_t days) {
  Rolling window;
  Counts counts;
  for (const DatedScore& response : responses) {
    if (response.day > as_of) {
      ++window.after;
    } else if (response.day <= as_of - days) {
      ++window.before;
    } else if (const auto segment = segment_of(response.score.value_or(-1))) {
      counts.add(*segment);
    } else {
      ++window.missing;
    }
  }
  window.n = counts.total();
  window.promoters = counts.promoters;
  window.passives = counts.passives;
  window.detractors = counts.detractors;
  if (window.n > 0) {
    const Fraction exact =
        score_fraction(counts.promoters, counts.detractors, window.n);
    window.nps_exact = fraction_text(exact);
    window.nps = static_cast<double>(exact.numerator) /
                 static_cast<double>(exact.denominator);
  }
  return window;
}

}  // namespace looplet
