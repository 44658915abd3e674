// A report as a page by itself: one file, no script, no request, for light and
// dark and for paper. Every chart is part of a table with its numbers.
#pragma once

#include <string>

#include "looplet/report.h"

namespace looplet::cli {

/// `name` is that of the file.
std::string report_html(const Report& report, const std::string& name);

}  // namespace looplet::cli
