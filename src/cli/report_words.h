// What a report says, in words: the same sentences on a terminal and on a page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "looplet/report.h"

namespace looplet::cli {

/// "+3.2", "-0.4", "0"; "-" for none.
std::string signed_points(const std::optional<double>& points);

/// "support_speed" is "support speed".
std::string theme_words(std::string_view id);

/// "(none)" for those without a value.
std::string group_words(const ReportGroup& group);

/// "10.3 points lower than the rest (p = 0.004)", or why there is no such.
std::string difference_words(const ReportGroup& group);

/// "The score rises by 1.2 points a month (p = 0.03)."; "" without a slope.
std::string trend_words(const Waves& waves);

/// What the score would be in the proportions of a known mix.
std::vector<std::string> representation_words(const Report& report);

/// Sentences about what would bring the score to its goal.
std::vector<std::string> goal_words(const Goal& goal);

/// One sentence about those who answered twice.
std::string movement_words(const MovementReport& movement);

/// "1,000 rows: 980 scored, 12 missing, ...".
std::string rows_words(const ReportRows& rows);

/// "Typeform, CSV, UTF-8, comma; the score is column 2 'How likely'".
std::string source_words(const ReportSource& source);

}  // namespace looplet::cli
