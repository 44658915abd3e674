// The score of the last so many days, as one: counts are pooled, scores of
// days are never averaged.
//
//   asOf 2026-05-31, 30 days: answers of 2026-05-02 to 2026-05-31
//
// Source: the 30-day score of Delighted, help.delighted.com/article/84.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "looplet/score.h"

namespace looplet {

struct DatedScore {
  std::int64_t day = 0;      ///< days since 1970-01-01
  std::optional<int> score;  ///< nothing: no answer to the question
};

struct Rolling {
  std::int64_t n = 0;  ///< scores in the window, the sum of
  std::int64_t promoters = 0;
  std::int64_t passives = 0;
  std::int64_t detractors = 0;
  std::optional<double> nps;             ///< nothing without a score
  std::optional<std::string> nps_exact;  ///< a reduced fraction
  std::int64_t missing = 0;              ///< in the window, without a score
  std::int64_t before = 0;               ///< responses older than the window
  std::int64_t after = 0;                ///< responses later than it
};

/// The window is the `days` days that end with `as_of`; days from 1.
Rolling rolling(std::span<const DatedScore> responses, std::int64_t as_of,
                std::int64_t days);

}  // namespace looplet
