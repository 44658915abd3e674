#include "looplet/diff.h"

#include <array>

#include "survey/change_names.h"
#include "survey/diff_parts.h"
#include "survey/names.h"
#include "text/number.h"

namespace looplet {
namespace {

std::vector<std::string_view> ids_of(const Survey& survey) {
  std::vector<std::string_view> ids;
  for (const Step& step : survey.steps) ids.push_back(step.id);
  return ids;
}

std::string type_words(const Step& step) {
  return std::string(step_type_name(step.type));
}

class Differ {
 public:
  Differ(const Survey& before, const Survey& after)
      : before_(before), after_(after) {}

  Diff run() {
    survey();
    Matching found = match_ids(ids_of(before_), ids_of(after_));
    renamed(found);
    for (const std::size_t i : found.removed) {
      if (i == before_.steps.size()) continue;
      const Step& step = before_.steps[i];
      ChangeList(diff_, step.id)
          .add_before(ChangeKind::step_removed, pointer_to("/steps", i),
                      "The step " + in_quotes(step.id) + " (" +
                          type_words(step) + ") is gone.");
    }
    // The new survey from its first step to its last.
    std::size_t pair = 0;
    for (std::size_t i = 0; i < after_.steps.size(); ++i) {
      if (pair < found.pairs.size() && found.pairs[pair].new_index == i) {
        step(found.pairs[pair++]);
        continue;
      }
      for (const std::size_t added : found.added) {
        if (added == i) added_step(i);
      }
    }
    for (const StepCounting& one : diff_.steps) {
      diff_.together = diff_.together && one.together;
    }
    return std::move(diff_);
  }

 private:
  void survey() {
    ChangeList changes(diff_, {});
    if (before_.id != after_.id) {
      diff_.together = false;
      changes.warn(ChangeKind::survey, "/id",
                   "This is the survey " + in_quotes(after_.id) +
                       ", not a revision of " + in_quotes(before_.id) +
                       "; their answers are kept apart.");
    }
    if (before_.locale != after_.locale) {
      changes.add(ChangeKind::survey, "/locale",
                  "Texts without a language are in " +
                      in_quotes(after_.locale) + " instead of " +
                      in_quotes(before_.locale) + ".");
    }
    diff_text(before_.title, after_.title, "The title", "/title", changes);
    diff_text(before_.subject, after_.subject, "The subject", "/subject",
              changes);
    diff_text(before_.owner, after_.owner, "The owner", "/owner", changes);
    const Privacy none;
    const Privacy& old = before_.privacy ? *before_.privacy : none;
    const Privacy& now = after_.privacy ? *after_.privacy : none;
    diff_text(old.text, now.text, "The privacy link", "/privacy/text", changes);
    if (old.url != now.url) {
      changes.add(ChangeKind::survey, "/privacy/url",
                  now.url.empty() ? "There is no privacy link any more."
                                  : "The privacy link leads to " +
                                        in_quotes(now.url) + ".");
    }
    traits(changes);
  }

  void traits(ChangeList& changes) {
    const auto ids = [](const Survey& survey) {
      std::vector<std::string_view> out;
      for (const Trait& trait : survey.traits) out.push_back(trait.name);
      return out;
    };
    const Matching found = match_ids(ids(before_), ids(after_));
    for (const std::size_t i : found.added) {
      changes.add(ChangeKind::trait, pointer_to("/traits", i),
                  "The page may now tell the trait " +
                      in_quotes(after_.traits[i].name) + ".");
    }
    for (const std::size_t i : found.removed) {
      changes.add_before(
          ChangeKind::trait, pointer_to("/traits", i),
          "The trait " + in_quotes(before_.traits[i].name) + " is gone.");
    }
    for (const Matching::Pair& both : found.pairs) {
      const Trait& now = after_.traits[both.new_index];
      if (before_.traits[both.old_index].values == now.values) continue;
      changes.add(ChangeKind::trait, pointer_to("/traits", both.new_index),
                  "The trait " + in_quotes(now.name) +
                      " has other values than before.");
    }
  }

  /// Another id for the same question, where ids come and go at once.
  void renamed(Matching& found) {
    for (std::size_t& gone : found.removed) {
      for (std::size_t& come : found.added) {
        if (gone == before_.steps.size() || come == after_.steps.size()) {
          continue;
        }
        const Step& old = before_.steps[gone];
        const Step& now = after_.steps[come];
        if (old.type != now.type || !(old.text == now.text) ||
            !(old.options == now.options)) {
          continue;
        }
        ChangeList(diff_, now.id)
            .warn(ChangeKind::step_renamed, pointer_to("/steps", come, "/id"),
                  "The step " + in_quotes(old.id) + " is now called " +
                      in_quotes(now.id) +
                      "; answers before and after count as two questions.");
        gone = before_.steps.size();
        come = after_.steps.size();
      }
    }
  }

  void added_step(std::size_t index) {
    const Step& step = after_.steps[index];
    std::string message =
        "The step " + in_quotes(step.id) + " (" + type_words(step) + ") is new";
    if (index > 0)
      message += ", below " + in_quotes(after_.steps[index - 1].id);
    ChangeList(diff_, step.id)
        .add(ChangeKind::step_added, pointer_to("/steps", index),
             message + ".");
  }

  void step(const Matching::Pair& both) {
    const StepPair pair{before_, after_, both.old_index, both.new_index};
    const Step& old = pair.old_step();
    const Step& now = pair.new_step();
    ChangeList changes(diff_, now.id);
    const std::string where = pointer_to("/steps", both.new_index);
    const std::string name = in_quotes(now.id);
    if (both.moved) {
      changes.add(ChangeKind::step_moved, where,
                  both.new_index == 0
                      ? "The step " + name + " has moved to the top."
                      : "The step " + name + " has moved below " +
                            in_quotes(after_.steps[both.new_index - 1].id) +
                            ".");
    }
    counting(old, now, where, changes);
    settings(old, now, where, name, changes);
    words(old, now, where, name, changes);
    diff_options(pair, changes);
    diff_rules(pair, changes);
    diff_actions(pair, changes);
  }

  void counting(const Step& old, const Step& now, const std::string& where,
                ChangeList& changes) {
    StepCounting one{std::string(now.id), true, {}};
    const std::string name = in_quotes(now.id);
    const auto apart = [&](ChangeKind kind, const char* member,
                           std::string why) {
      one.together = false;
      if (one.why.empty()) one.why = why;
      changes.warn(kind, where + member, std::move(why));
    };
    if (old.type != now.type) {
      apart(ChangeKind::type, "/type",
            "The id " + name + " belonged to a step of type " +
                type_words(old) + " and is now of type " + type_words(now) +
                "; give the new step another id.");
    } else {
      if (old.type == StepType::rating && old.points != now.points) {
        apart(ChangeKind::scale, "/points",
              name + " is answered from 1 to " + text::whole(now.points) +
                  " instead of 1 to " + text::whole(old.points) + ".");
      }
      if (old.metric != now.metric) {
        const auto metric = [](Metric which) {
          return std::string(names::kMetrics[static_cast<std::size_t>(which)]);
        };
        apart(ChangeKind::scale, "/metric",
              name + " measures " + metric(now.metric) + " instead of " +
                  metric(old.metric) + ".");
      }
      if (old.many != now.many) {
        apart(ChangeKind::scale, "/many",
              now.many ? "Several options of " + name + " may be chosen now."
                       : "Only one option of " + name + " may be chosen now.");
      }
    }
    if (now.type != StepType::end && now.type != StepType::statement) {
      diff_.steps.push_back(std::move(one));
    }
  }

  void settings(const Step& old, const Step& now, const std::string& where,
                const std::string& name, ChangeList& changes) {
    const auto set = [&](const char* member, std::string message) {
      changes.add(ChangeKind::setting, where + member, std::move(message));
    };
    if (old.optional != now.optional) {
      set("/optional", name + (now.optional ? " may now be skipped."
                                            : " may no longer be skipped."));
    }
    if (old.other != now.other) {
      set("/other",
          name + (now.other ? " now takes words of one's own."
                            : " no longer takes words of one's own."));
    }
    if (old.shuffle != now.shuffle) {
      set("/shuffle", "The options of " + name +
                          (now.shuffle ? " are now shuffled."
                                       : " are no longer shuffled."));
    }
    if (old.style != now.style) {
      set("/style",
          name + " is drawn as " +
              std::string(
                  names::kRatingStyles[static_cast<std::size_t>(now.style)]) +
              ".");
    }
    if (!(old.fields == now.fields)) {
      std::string fields;
      for (const ContactField field : now.fields) {
        if (!fields.empty()) fields += ", ";
        fields += names::kContactFields[static_cast<std::size_t>(field)];
      }
      set("/fields", name + " now asks for: " + fields + ".");
    }
    if (old.max_length != now.max_length) {
      changes.add(ChangeKind::limit, where + "/maxLength",
                  "Answers to " + name + " may be " +
                      text::whole(now.max_length) +
                      " characters long instead of " +
                      text::whole(old.max_length) + ".");
    }
  }

  void words(const Step& old, const Step& now, const std::string& where,
             const std::string& name, ChangeList& changes) {
    const struct {
      const LocalText& before;
      const LocalText& after;
      const char* what;
      const char* member;
    } kTexts[] = {
        {old.text, now.text, "The text of ", "/text"},
        {old.help, now.help, "The help of ", "/help"},
        {old.low, now.low, "The lowest label of ", "/low"},
        {old.high, now.high, "The highest label of ", "/high"},
        {old.other_text, now.other_text, "The words for other of ",
         "/otherText"},
        {old.placeholder, now.placeholder, "The example of ", "/placeholder"},
        {old.consent, now.consent, "The consent of ", "/consent"},
        {old.label, now.label, "The label of ", "/label"},
        {old.button, now.button, "The button of ", "/button"},
    };
    for (const auto& text : kTexts) {
      diff_text(text.before, text.after, text.what + name, where + text.member,
                changes);
    }
  }

  const Survey& before_;
  const Survey& after_;
  Diff diff_;
};

}  // namespace

std::string_view change_kind_name(ChangeKind kind) {
  return names::kChangeKinds[static_cast<std::size_t>(kind)];
}

Diff diff(const Survey& before, const Survey& after) {
  return Differ(before, after).run();
}

}  // namespace looplet
