#include "survey/diff_parts.h"

#include <algorithm>

#include "text/number.h"
#include "text/utf8.h"

namespace looplet {
namespace {

/// Long texts are shown by their beginning.
constexpr std::size_t kShown = 80;

std::string shown(std::string_view text) {
  std::string out = "\"";
  text::append_shortened(out, text, kShown);
  out += '"';
  return out;
}

const TaggedText* with_tag(const LocalText& text, std::string_view tag) {
  for (const TaggedText& one : text.by_tag) {
    if (one.tag == tag) return &one;
  }
  return nullptr;
}

std::string in_language(std::string_view tag) {
  return tag.empty() ? std::string() : " in " + in_quotes(tag);
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  text::append_shortened(out, text, kShown);
  out += '\'';
  return out;
}

std::string pointer_to(std::string_view list, std::size_t index,
                       std::string_view member) {
  std::string out(list);
  out += '/';
  out += text::whole(static_cast<std::int64_t>(index));
  out += member;
  return out;
}

Matching match_ids(const std::vector<std::string_view>& old_ids,
                   const std::vector<std::string_view>& new_ids) {
  Matching out;
  std::vector<bool> kept(old_ids.size(), false);
  for (std::size_t i = 0; i < new_ids.size(); ++i) {
    std::size_t k = 0;
    while (k < old_ids.size() && (kept[k] || old_ids[k] != new_ids[i])) ++k;
    if (k == old_ids.size()) {
      out.added.push_back(i);
    } else {
      kept[k] = true;
      out.pairs.push_back({k, i, true});
    }
  }
  for (std::size_t k = 0; k < old_ids.size(); ++k) {
    if (!kept[k]) out.removed.push_back(k);
  }
  // The longest increasing run of old places, from its end.
  const std::size_t count = out.pairs.size();
  std::vector<std::size_t> length(count, 1);
  std::vector<std::size_t> before(count, count);
  std::size_t last = count;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (out.pairs[k].old_index < out.pairs[i].old_index &&
          length[k] + 1 > length[i]) {
        length[i] = length[k] + 1;
        before[i] = k;
      }
    }
    if (last == count || length[i] > length[last]) last = i;
  }
  for (; last < count; last = before[last]) out.pairs[last].moved = false;
  return out;
}

void diff_text(const LocalText& before, const LocalText& after,
               std::string_view what, const std::string& where,
               ChangeList& changes) {
  for (const TaggedText& one : after.by_tag) {
    const TaggedText* old = with_tag(before, one.tag);
    std::string message(what);
    message += in_language(one.tag);
    if (old == nullptr) {
      message += " is new: " + shown(one.text) + ".";
    } else if (old->text != one.text) {
      message +=
          " reads " + shown(one.text) + " instead of " + shown(old->text) + ".";
    } else {
      continue;
    }
    changes.add(ChangeKind::text, where, std::move(message));
  }
  for (const TaggedText& one : before.by_tag) {
    if (with_tag(after, one.tag) != nullptr) continue;
    std::string message(what);
    message += in_language(one.tag);
    message += " is gone: " + shown(one.text) + ".";
    changes.add_before(ChangeKind::text, where, std::move(message));
  }
}

void diff_actions(const StepPair& pair, ChangeList& changes) {
  const List<Action> before = pair.old_step().actions;
  const List<Action> after = pair.new_step().actions;
  const std::string list = pointer_to("/steps", pair.new_index, "/actions");
  const std::string step = in_quotes(pair.new_step().id);
  const auto goal = [](const Action& action) {
    return action.kind == ActionKind::copy ? action.code : action.url;
  };
  constexpr std::string_view kKinds[] = {"link", "review link", "referral link",
                                         "case study link", "code to copy"};
  const auto kind = [&](const Action& action) {
    return std::string(kKinds[static_cast<std::size_t>(action.kind)]);
  };
  const std::size_t both = std::min(before.size(), after.size());
  for (std::size_t i = 0; i < both; ++i) {
    const std::string where = pointer_to(list, i);
    if (before[i].kind != after[i].kind) {
      changes.add(ChangeKind::action, where,
                  "The " + kind(before[i]) + " of " + step + " is now a " +
                      kind(after[i]) + ".");
    }
    if (goal(before[i]) != goal(after[i])) {
      changes.add(ChangeKind::action, where,
                  "The " + kind(after[i]) + " of " + step + " is now " +
                      in_quotes(goal(after[i])) + " instead of " +
                      in_quotes(goal(before[i])) + ".");
    }
    diff_text(before[i].text, after[i].text,
              "The text of the " + kind(after[i]) + " of " + step,
              where + "/text", changes);
  }
  for (std::size_t i = both; i < after.size(); ++i) {
    changes.add(ChangeKind::action_added, pointer_to(list, i),
                step + " now offers a " + kind(after[i]) + ", " +
                    in_quotes(goal(after[i])) + ".");
  }
  const std::string old_list = pointer_to("/steps", pair.old_index, "/actions");
  for (std::size_t i = both; i < before.size(); ++i) {
    changes.add_before(ChangeKind::action_removed, pointer_to(old_list, i),
                       step + " no longer offers the " + kind(before[i]) +
                           ", " + in_quotes(goal(before[i])) + ".");
  }
}

}  // namespace looplet
