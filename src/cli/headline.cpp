#include "cli/headline.h"

#include <cmath>

#include "cli/words.h"

namespace looplet::cli {
std::string headline(const Estimate& e) {
  if (!e.nps) return "No answers, so there is no score";
  std::string out = "NPS " + std::to_string(*e.rounded);
  if (e.low && e.high) {
    // Large samples: whole points would hide the interval.
    const int decimals = *e.high - *e.low < 2 ? 1 : 0;
    out += ", " + percent(e.confidence) + " between " +
           fixed(*e.low, decimals) + " and " + fixed(*e.high, decimals);
  }
  return out + ", " + counted(e.n, "answer", "answers");
}

std::string headline(const Estimate& before, const Estimate& after,
                     const Comparison& c) {
  if (!c.change) return "A group has no answers, so there is no change to tell";
  const std::string points = fixed(std::abs(*c.change), 1);
  std::string out = "NPS ";
  if (points == "0.0") {
    out += "unchanged";
  } else {
    out += std::string(*c.change > 0 ? "up " : "down ") + points + " points";
  }
  out += ", from " + std::to_string(*before.rounded) + " to " +
         std::to_string(*after.rounded);
  if (c.low && c.high) {
    out += "; " + percent(c.confidence) + " between " + fixed(*c.low, 1) +
           " and " + fixed(*c.high, 1);
  }
  if (c.significant && c.p) {
    out += std::string(*c.significant ? ": a significant change ("
                                      : ": no significant change (") +
           p_words(*c.p) + ")";
  }
  return out;
}

std::string small_sample_note(const Estimate& e) {
  if (e.n == 0 || !e.small_sample) return {};
  return "Fewer than " + std::to_string(kSmallSample) +
         " answers: take the score as a hint, and the interval seriously.\n";
}

}  // namespace looplet::cli
