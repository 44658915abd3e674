// Options that came, went, moved or changed their names.
#include "survey/diff_parts.h"

namespace looplet {
namespace {

std::vector<std::string_view> ids_of(List<Option> options) {
  std::vector<std::string_view> ids;
  for (const Option& option : options) ids.push_back(option.id);
  return ids;
}

}  // namespace

void diff_options(const StepPair& pair, ChangeList& changes) {
  const List<Option> before = pair.old_step().options;
  const List<Option> after = pair.new_step().options;
  Matching found = match_ids(ids_of(before), ids_of(after));
  const std::string step = in_quotes(pair.new_step().id);
  const std::string list = pointer_to("/steps", pair.new_index, "/options");
  const std::string old_list = pointer_to("/steps", pair.old_index, "/options");
  for (const Matching::Pair& both : found.pairs) {
    const Option& old = before[both.old_index];
    const Option& now = after[both.new_index];
    const std::string where = pointer_to(list, both.new_index);
    const std::string name = in_quotes(now.id) + " of " + step;
    diff_text(old.text, now.text, "The option " + name, where + "/text",
              changes);
    if (old.theme != now.theme) {
      changes.add(ChangeKind::option_theme, where,
                  now.theme ? "Choosing " + name + " now counts for " +
                                  std::string(theme_name(*now.theme)) + "."
                            : "Choosing " + name + " no longer counts for " +
                                  std::string(theme_name(*old.theme)) + ".");
    }
  }
  // The same words under another id.
  for (std::size_t& gone : found.removed) {
    for (std::size_t& come : found.added) {
      if (gone == before.size() || come == after.size() ||
          !(before[gone].text == after[come].text)) {
        continue;
      }
      changes.warn(ChangeKind::option_renamed, pointer_to(list, come),
                   "The option " + in_quotes(before[gone].id) + " of " + step +
                       " is now called " + in_quotes(after[come].id) +
                       "; answers before and after count as two options.");
      gone = before.size();
      come = after.size();
    }
  }
  for (const std::size_t i : found.added) {
    if (i == after.size()) continue;
    changes.add(ChangeKind::option_added, pointer_to(list, i),
                step + " has a new option " + in_quotes(after[i].id) + ".");
  }
  for (const std::size_t i : found.removed) {
    if (i == before.size()) continue;
    changes.add_before(
        ChangeKind::option_removed, pointer_to(old_list, i),
        step + " no longer has the option " + in_quotes(before[i].id) + ".");
  }
  std::string moved;
  for (const Matching::Pair& both : found.pairs) {
    if (!both.moved) continue;
    if (!moved.empty()) moved += ", ";
    moved += in_quotes(after[both.new_index].id);
  }
  if (!moved.empty()) {
    changes.add(ChangeKind::options_order, list,
                "Options of " + step +
                    " stand in another order; moved: " + moved + ".");
  }
}

}  // namespace looplet
