// Whether a mix of respondents fits a survey.
#pragma once

#include "looplet/simulate.h"
#include "text/report.h"

namespace looplet {

/// Largest weight; that the sum of many is still exact to a part in 10^9.
constexpr double kMaxWeight = 1e9;

/// Reports every fault of a mix, at places below /mix; true when there is none.
bool check_mix(const CompiledSurvey& survey, const Mix& mix, Reporter& found);

}  // namespace looplet
