// The public spelling of every ChangeKind, in order.
#pragma once

#include <array>
#include <string_view>

namespace looplet::names {

inline constexpr std::array<std::string_view, 24> kChangeKinds = {
    "survey",       "step_added",     "step_removed",   "step_renamed",
    "step_moved",   "type",           "scale",          "text",
    "option_added", "option_removed", "option_renamed", "options_order",
    "option_theme", "setting",        "limit",          "rule_added",
    "rule_removed", "rule_target",    "rule_order",     "otherwise",
    "action_added", "action_removed", "action",         "trait"};

}  // namespace looplet::names
