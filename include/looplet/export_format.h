// Which tool a file of answers comes from, told by its headings.
//
//   "Network ID", "Submit Date (UTC)"   ->   Typeform
//
// One row of a table says all that is known of a format: src/analysis/
// export_rules.inc.
#pragma once

#include <cstdint>
#include <string_view>

namespace looplet {

enum class ExportFormat : std::uint8_t {
  plain,  ///< none of the known
  looplet,
  formbricks,
  posthog,
  typeform,
  surveymonkey,
  qualtrics,
  delighted,
  wootric,
  asknicely,
  google_forms,
  hubspot,
};

/// "plain", "Looplet", "Formbricks", "PostHog", "Typeform", "SurveyMonkey",
/// "Qualtrics", "Delighted", "Wootric", "AskNicely", "Google Forms" or
/// "HubSpot".
std::string_view export_format_name(ExportFormat format);

}  // namespace looplet
