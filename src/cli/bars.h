// The distribution of the answers as bars, 10 at the top.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "looplet/estimate.h"
#include "looplet/score.h"

namespace looplet::cli {

/// One line a score; segments differ in shade as well as in colour, and each
/// names itself and its share on its first line. Without a tally, one line a
/// segment. Empty when nobody answered.
std::string draw_bars(const Estimate& estimate,
                      const std::optional<Tally>& tally, const Paint& paint,
                      int width);

}  // namespace looplet::cli
