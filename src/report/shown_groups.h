// Breakdowns and waves as they are shown: estimates, differences, trend.
#pragma once

#include "looplet/report.h"
#include "report/name_table.h"
#include "report/wave_counts.h"

namespace looplet::report {

/// `all` are the answers of the batch. Options are in range.
Breakdown shown_breakdown(const std::string& by, const NameTable& table,
                          const GroupTally& all, const AnalyzeOptions& options,
                          bool by_weight);

Waves shown_waves(const WaveCounts& counts, const std::vector<ShownWave>& waves,
                  const AnalyzeOptions& options, bool by_weight);

}  // namespace looplet::report
