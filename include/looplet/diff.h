// What has changed between two revisions of a survey, in words, and whether
// the answers to both can be counted together.
//
//   Diff found = diff(before, after);
//   found.changes[0].message
//   // "Detractors who chose 'price' in 'why' now go from 'why' to 'call-us'
//   //  instead of 'thanks'."
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/survey.h"

namespace looplet {

enum class ChangeKind : std::uint8_t {
  survey,  ///< the survey's own members: id, locale, privacy
  step_added,
  step_removed,
  step_renamed,  ///< another id, the same question
  step_moved,
  type,
  scale,  ///< points, metric, one or many
  text,
  option_added,
  option_removed,
  option_renamed,
  options_order,
  option_theme,
  setting,  ///< optional, other, shuffle, style, fields
  limit,    ///< maxLength
  rule_added,
  rule_removed,
  rule_target,
  rule_order,
  otherwise,  ///< where a step leads when no rule holds
  action_added,
  action_removed,
  action,
  trait,
};

/// "step_added" and so on, as documents write it.
std::string_view change_kind_name(ChangeKind kind);

struct Change {
  ChangeKind kind = ChangeKind::survey;
  bool warning = false;    ///< answers before and after are not alike
  std::string step;        ///< the step's id; empty for the survey's own
  bool in_before = false;  ///< `where` is a place in the old revision
  std::string where;       ///< JSON Pointer
  std::string message;     ///< a whole sentence in English
};

/// Whether the answers to one step, by its id, can be counted together.
struct StepCounting {
  std::string step;
  bool together = true;
  std::string why;  ///< a sentence when not
};

struct Diff {
  std::vector<Change> changes;      ///< the survey's own, then step by step
  bool together = true;             ///< all answers of steps in both can be
  std::vector<StepCounting> steps;  ///< those that are in both
};

/// Neither survey has to run, but both must have been read.
Diff diff(const Survey& before, const Survey& after);

}  // namespace looplet
