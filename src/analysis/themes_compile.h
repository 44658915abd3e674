// Rules made into a Rulebook.
#pragma once

#include <memory>
#include <span>

#include "analysis/themes_rulebook.h"
#include "looplet/locale.h"
#include "looplet/result.h"
#include "looplet/themes.h"

namespace looplet::themes {

/// The built-in rules and `own` ones, or the phrases that cannot be read.
Result<std::unique_ptr<Rulebook>> compile_rules(
    std::span<const ThemeRules* const> built_in,
    std::span<const ThemeRules* const> own);

}  // namespace looplet::themes
