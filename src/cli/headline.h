// The one sentence that says it all.
#pragma once

#include <string>

#include "looplet/compare.h"
#include "looplet/estimate.h"

namespace looplet::cli {

/// "NPS 43, 95 % between 27 and 57, 84 answers".
std::string headline(const Estimate& estimate);

/// "NPS up 6.8 points, from 36 to 43; 95 % between -9.0 and 22.1: no
/// significant change (p = 0.39)".
std::string headline(const Estimate& before, const Estimate& after,
                     const Comparison& comparison);

/// A caution with a line end, or "".
std::string small_sample_note(const Estimate& estimate);

}  // namespace looplet::cli
