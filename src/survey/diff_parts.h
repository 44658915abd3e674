// What the parts of a diff share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/diff.h"

namespace looplet {

/// A step that is in both revisions.
struct StepPair {
  const Survey& old_survey;
  const Survey& new_survey;
  std::size_t old_index;
  std::size_t new_index;

  const Step& old_step() const { return old_survey.steps[old_index]; }
  const Step& new_step() const { return new_survey.steps[new_index]; }
};

/// Adds changes, all of one step or of the survey.
class ChangeList {
 public:
  ChangeList(Diff& diff, std::string_view step) : diff_(diff), step_(step) {}

  void add(ChangeKind kind, std::string where, std::string message) {
    diff_.changes.push_back({kind, false, std::string(step_), false,
                             std::move(where), std::move(message)});
  }
  void add_before(ChangeKind kind, std::string where, std::string message) {
    add(kind, std::move(where), std::move(message));
    diff_.changes.back().in_before = true;
  }
  void warn(ChangeKind kind, std::string where, std::string message) {
    add(kind, std::move(where), std::move(message));
    diff_.changes.back().warning = true;
  }

 private:
  Diff& diff_;
  std::string_view step_;
};

/// "'price'".
std::string in_quotes(std::string_view text);

/// "/steps/3/next".
std::string pointer_to(std::string_view list, std::size_t index,
                       std::string_view member = {});

/// Which of `old_ids` and `new_ids` belong together, and which of them have
/// changed places: all but the longest run that has kept its order.
struct Matching {
  struct Pair {
    std::size_t old_index;
    std::size_t new_index;
    bool moved = false;
  };
  std::vector<Pair> pairs;  ///< in the new order
  std::vector<std::size_t> removed;
  std::vector<std::size_t> added;
};
Matching match_ids(const std::vector<std::string_view>& old_ids,
                   const std::vector<std::string_view>& new_ids);

/// The words of one text, said once for every language that changed.
void diff_text(const LocalText& before, const LocalText& after,
               std::string_view what, const std::string& where,
               ChangeList& changes);

void diff_options(const StepPair& pair, ChangeList& changes);
void diff_rules(const StepPair& pair, ChangeList& changes);
void diff_actions(const StepPair& pair, ChangeList& changes);

}  // namespace looplet
