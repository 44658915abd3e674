// Small charts for the cells of a table, as SVG without any style of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "looplet/report.h"

namespace looplet::cli {

/// A text in HTML, between tags or in an attribute's quotes. Control
/// characters and what is not UTF-8 are replaced.
std::string escaped(std::string_view text);

/// A score as a dot on -100 to 100 with its interval; empty without a score.
std::string svg_score(const std::optional<Estimate>& estimate);

/// A bar of `share` (0 to 1) of the cell in a segment's colour.
std::string svg_bar(double share, Segment segment);

/// Points from the middle to either side, of `most`.
std::string svg_impact(double points, double most);

/// The waves' scores over time, with their intervals.
std::string svg_waves(const std::vector<Wave>& waves);

}  // namespace looplet::cli
