// A report as tidy rows: one figure of one part a row.
#pragma once

#include <string>

#include "looplet/report.h"

namespace looplet::cli {

/// part,name,n,promoters,passives,detractors,nps,low,high,change,p
std::string report_csv(const Report& report);

}  // namespace looplet::cli
