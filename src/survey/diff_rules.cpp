// Where a step leads, for whom, said in words.
#include "survey/condition_words.h"
#include "survey/diff_parts.h"

namespace looplet {
namespace {

/// The step that comes when no rule holds; nothing where none does.
std::string_view otherwise(const Survey& survey, std::size_t index) {
  for (const Rule& rule : survey.steps[index].next.rules) {
    if (!rule.when) return rule.to;
  }
  return index + 1 < survey.steps.size() ? survey.steps[index + 1].id
                                         : std::string_view();
}

/// The rules with a condition, up to one without: what follows never comes.
std::vector<std::size_t> ruled(const Step& step) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < step.next.rules.size(); ++i) {
    if (!step.next.rules[i].when) break;
    out.push_back(i);
  }
  return out;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

}  // namespace

void diff_rules(const StepPair& pair, ChangeList& changes) {
  const Step& before = pair.old_step();
  const Step& after = pair.new_step();
  if (before.type == StepType::end && after.type == StepType::end) return;
  const std::string step = in_quotes(after.id);
  const std::string list = pointer_to("/steps", pair.new_index, "/next");
  const std::string old_list = pointer_to("/steps", pair.old_index, "/next");
  const List<Rule> old_rules = before.next.rules;
  const List<Rule> new_rules = after.next.rules;

  std::vector<std::size_t> old_left = ruled(before);
  std::vector<std::size_t> order;  // old places, in the new order
  for (const std::size_t i : ruled(after)) {
    const Rule& rule = new_rules[i];
    const std::string who = capitalised(condition_words(*rule.when));
    // One with the same target first: a condition may stand twice.
    std::size_t match = old_left.size();
    for (std::size_t k = 0; k < old_left.size(); ++k) {
      if (!(old_rules[old_left[k]].when == rule.when)) continue;
      if (match == old_left.size() || old_rules[old_left[k]].to == rule.to) {
        match = k;
        if (old_rules[old_left[k]].to == rule.to) break;
      }
    }
    if (match == old_left.size()) {
      changes.add(
          ChangeKind::rule_added, pointer_to(list, i),
          who + " now go from " + step + " to " + in_quotes(rule.to) + ".");
      continue;
    }
    const Rule& old = old_rules[old_left[match]];
    if (old.to != rule.to) {
      changes.add(ChangeKind::rule_target, pointer_to(list, i),
                  who + " now go from " + step + " to " + in_quotes(rule.to) +
                      " instead of " + in_quotes(old.to) + ".");
    }
    order.push_back(old_left[match]);
    old_left.erase(old_left.begin() + static_cast<std::ptrdiff_t>(match));
  }
  for (const std::size_t i : old_left) {
    changes.add_before(
        ChangeKind::rule_removed, pointer_to(old_list, i),
        capitalised(condition_words(*old_rules[i].when)) +
            " no longer have a rule of their own that leads from " + step +
            " to " + in_quotes(old_rules[i].to) + ".");
  }
  bool sorted = true;
  for (std::size_t i = 1; i < order.size(); ++i) {
    sorted = sorted && order[i - 1] < order[i];
  }
  if (!sorted) {
    changes.add(ChangeKind::rule_order, list,
                "The rules of " + step +
                    " are asked in another order; the first that holds wins.");
  }

  const std::string_view old_below = otherwise(pair.old_survey, pair.old_index);
  const std::string_view new_below = otherwise(pair.new_survey, pair.new_index);
  if (old_below == new_below) return;
  const bool all = new_rules.empty() || !new_rules[0].when;
  std::string message = all ? "Everyone" : "Everyone else";
  message += " now goes from " + step;
  message += new_below.empty() ? std::string(" nowhere")
                               : " to " + in_quotes(new_below);
  if (!old_below.empty()) message += " instead of " + in_quotes(old_below);
  changes.add(ChangeKind::otherwise,
              new_rules.empty() ? pointer_to("/steps", pair.new_index) : list,
              message + ".");
}

}  // namespace looplet
