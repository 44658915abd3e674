// The descriptions of what a simulation is asked and what it answers.
#pragma once

#include "looplet/simulate.h"
#include "wire/description.h"

namespace looplet::wire {

/// What `simulate` is asked, but for the survey.
struct SimulateRequest {
  std::int64_t respondents = 0;
  std::int64_t seed = 0;
  Mix mix;
  ReportOptions report;
};

extern const Typed<SimulateRequest> kSimulateRequest;
extern const Typed<SimulationReport> kSimulationReport;
extern const Typed<Mix> kMix;

}  // namespace looplet::wire
