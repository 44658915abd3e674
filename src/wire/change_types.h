// The descriptions of what changes: over waves, between segments, by themes,
// and of customers who leave.
#pragma once

#include <vector>

#include "looplet/churn.h"
#include "looplet/impact.h"
#include "looplet/movement.h"
#include "looplet/trend.h"
#include "wire/description.h"
#include "wire/statistics_types.h"

namespace looplet::wire {

struct TrendRequest {
  std::vector<double> t;
  std::vector<CountsGiven> waves;

  /// What was given, by segment.
  std::vector<Counts> counts() const;
};

struct MovementRequest {
  Transitions transitions{};
};

struct ImpactRequest {
  CountsGiven all;
  CountsGiven theme;
};

struct ThemeChangeRequest {
  Mentions before;
  Mentions after;
};

extern const Typed<TrendRequest> kTrendRequest;
extern const Typed<Trend> kTrend;
extern const Typed<MovementRequest> kMovementRequest;
extern const Typed<Movement> kMovement;
extern const Typed<ImpactRequest> kImpactRequest;
extern const Typed<ThemeImpact> kThemeImpact;
extern const Typed<ThemeChangeRequest> kThemeChangeRequest;
extern const Typed<ThemeChange> kThemeChange;
extern const Typed<ChurnCounts> kChurnRequest;
extern const Typed<Churn> kChurn;

}  // namespace looplet::wire
