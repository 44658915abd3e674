// A weight as a cell writes it.
#pragma once

#include <optional>
#include <string_view>

namespace looplet {

/// Reads "2", "0.75", "1,25": at most 15 digits, above 0; the nearest double.
/// Nothing for anything else.
std::optional<double> weight_of(std::string_view cell);

}  // namespace looplet
