// A report for a terminal.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "looplet/report.h"

namespace looplet::cli {

/// `name` is that of the file.
std::string report_text(const Report& report, const std::string& name,
                        const Paint& paint, int width);

}  // namespace looplet::cli
