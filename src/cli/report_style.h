// The style of the report's page; made from web/tokens.css and report.css when
// the program is built.
#pragma once

#include <string_view>

namespace looplet::cli {

extern const std::string_view kReportStyle;
/// "sha256-...", for the page's content security policy.
extern const std::string_view kReportStyleHash;

}  // namespace looplet::cli
