// Rules of themes from a file.
#pragma once

#include <optional>
#include <string>

#include "looplet/themes.h"

namespace looplet::cli {

/// The built-in rules and those of a file; nothing when it has faults, which
/// are then on standard error.
std::optional<Tagger> read_tagger(const std::string& path);

}  // namespace looplet::cli
