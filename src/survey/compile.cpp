// Makes a survey runnable: ids, targets, ends, loops; then the rules.
#include "looplet/flow.h"
#include "looplet/locale.h"
#include "survey/compile_condition.h"
#include "survey/link.h"
#include "survey/names.h"
#include "survey/pipe.h"
#include "text/number.h"

namespace looplet {
namespace {

std::string item(const std::string& list, std::size_t index) {
  return list + '/' + text::whole(static_cast<std::int64_t>(index));
}

void check_ids(const Survey& survey, Faults& faults) {
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    const Step& step = survey.steps[i];
    const std::string place = step_place(i);
    for (std::size_t k = 0; k < i; ++k) {
      if (survey.steps[k].id == step.id) {
        faults.push_back(
            make_fault(Code::duplicate_id, place + "/id", {step.id}));
        break;
      }
    }
    // These are what piping calls the survey's own words.
    const bool taken = step.id == "subject" || step.id == "segment" ||
                       step.id == "owner" ||
                       (step.id == "score" && step.type != StepType::nps);
    if (taken) {
      faults.push_back(
          make_fault(Code::reserved_name, place + "/id", {step.id}));
    }
    for (std::size_t k = 0; k < step.options.size(); ++k) {
      for (std::size_t m = 0; m < k; ++m) {
        if (step.options[m].id == step.options[k].id) {
          faults.push_back(make_fault(Code::duplicate_id,
                                      item(place + "/options", k) + "/id",
                                      {step.options[k].id}));
          break;
        }
      }
    }
  }
}

/// A link without the names in it, which piping percent-encodes.
struct NoNames final : Lookup {
  std::string value(std::string_view) const override { return "x"; }
};

void check_links(const Survey& survey, Faults& faults) {
  const auto check = [&faults](const std::string& url,
                               const std::string& where) {
    if (!is_safe_link(piped_link(url, NoNames()))) {
      faults.push_back(make_fault(Code::unsafe_link, where, {url}));
    }
  };
  if (survey.privacy && !survey.privacy->url.empty()) {
    check(survey.privacy->url, "/privacy/url");
  }
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    const std::vector<Action>& actions = survey.steps[i].actions;
    for (std::size_t k = 0; k < actions.size(); ++k) {
      if (actions[k].kind == ActionKind::copy) continue;
      check(actions[k].url, item(step_place(i) + "/actions", k) + "/url");
    }
  }
}

void find_score_step(CompiledSurvey& compiled, Faults& faults) {
  const std::vector<Step>& steps = compiled.survey.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].type != StepType::nps) continue;
    if (compiled.score_step < 0) {
      compiled.score_step = static_cast<int>(i);
    } else {
      const auto first = static_cast<std::size_t>(compiled.score_step);
      faults.push_back(make_fault(Code::two_nps_steps, step_place(i) + "/type",
                                  {steps[first].id}));
    }
  }
}

/// Where each step can lead: the targets of its rules, then the step below
/// unless a rule without a condition comes first.
struct Edges {
  std::vector<std::vector<std::uint16_t>> targets;  ///< by rule
  std::vector<std::uint16_t> below;
  std::vector<bool> falls;  ///< whether the step below can be reached from it
};

Edges find_edges(const Survey& survey, Faults& faults) {
  Edges edges;
  const std::size_t count = survey.steps.size();
  edges.targets.resize(count);
  edges.below.resize(count);
  edges.falls.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Step& step = survey.steps[i];
    edges.below[i] = static_cast<std::uint16_t>(i + 1);
    if (step.type == StepType::end) {
      edges.below[i] = static_cast<std::uint16_t>(i);
      if (!step.next.rules.empty()) {
        faults.push_back(
            make_fault(Code::next_after_end, step_place(i) + "/next"));
      }
      edges.targets[i].resize(step.next.rules.size(),
                              static_cast<std::uint16_t>(i));
      continue;
    }
    bool falls = true;
    for (std::size_t k = 0; k < step.next.rules.size(); ++k) {
      const Rule& rule = step.next.rules[k];
      const auto target = find_step(survey, rule.to);
      if (!target) {
        const std::string place =
            step.next.is_plain() ? step_place(i) + "/next"
                                 : item(step_place(i) + "/next", k) + "/to";
        faults.push_back(make_fault(Code::unknown_target, place, {rule.to}));
      }
      // No step has the number `count`: an unknown target leads nowhere, so
      // that it is one fault and not a circle as well.
      edges.targets[i].push_back(
          target.value_or(static_cast<std::uint16_t>(count)));
      if (!rule.when) falls = false;
    }
    edges.falls[i] = falls;
    if (falls && i + 1 == count) {
      faults.push_back(make_fault(Code::dead_end, step_place(i), {step.id}));
    }
  }
  return edges;
}

/// Depth first over the steps: how many steps may still come after each, and
/// the first circle found.
class LongestPath {
 public:
  LongestPath(const Survey& survey, const Edges& edges, Faults& faults)
      : survey_(survey),
        edges_(edges),
        faults_(faults),
        mark_(survey.steps.size(), Mark::fresh),
        longest_(survey.steps.size(), 0) {
    for (std::size_t i = 0; i < survey.steps.size(); ++i) {
      visit(static_cast<std::uint16_t>(i));
    }
  }

  std::vector<std::uint16_t> take() { return std::move(longest_); }

 private:
  enum class Mark : std::uint8_t { fresh, open, done };

  void visit(std::uint16_t step) {
    mark_[step] = Mark::open;
    path_.push_back(step);
    if (survey_.steps[step].type != StepType::end) {
      for (const std::uint16_t target : edges_.targets[step]) {
        follow(step, target);
      }
      if (edges_.falls[step] && edges_.below[step] < mark_.size()) {
        follow(step, edges_.below[step]);
      }
    }
    path_.pop_back();
    mark_[step] = Mark::done;
  }

  void follow(std::uint16_t step, std::uint16_t target) {
    if (target >= mark_.size()) return;
    if (mark_[target] == Mark::open) {
      report(target);
      return;
    }
    if (mark_[target] == Mark::fresh) visit(target);
    const auto length = static_cast<std::uint16_t>(longest_[target] + 1);
    if (length > longest_[step]) longest_[step] = length;
  }

  void report(std::uint16_t first) {
    std::string names;
    std::size_t i = 0;
    while (path_[i] != first) ++i;
    for (; i < path_.size(); ++i) {
      names += '\'' + survey_.steps[path_[i]].id + "' > ";
    }
    names += '\'' + survey_.steps[first].id + '\'';
    faults_.push_back(
        make_fault(Code::loop, step_place(path_.back()) + "/next", {names}));
  }

  const Survey& survey_;
  const Edges& edges_;
  Faults& faults_;
  std::vector<Mark> mark_;
  std::vector<std::uint16_t> longest_;
  std::vector<std::uint16_t> path_;
};

void add_languages(const LocalText& text, std::vector<std::string>& out) {
  for (const auto& [tag, content] : text.by_tag) {
    if (tag.empty()) continue;
    bool known = false;
    for (const std::string& language : out) known = known || language == tag;
    if (!known) out.push_back(tag);
  }
}

/// The survey's own language first, then those of its questions.
std::vector<std::string> find_languages(const Survey& survey) {
  std::vector<std::string> languages = {survey.locale};
  for (const Step& step : survey.steps) add_languages(step.text, languages);
  return languages;
}

}  // namespace

Result<CompiledSurvey> compile(Survey survey) {
  Faults faults;
  CompiledSurvey compiled;
  compiled.survey = std::move(survey);
  const Survey& read = compiled.survey;
  check_ids(read, faults);
  check_links(read, faults);
  find_score_step(compiled, faults);
  const Edges edges = find_edges(read, faults);
  compiled.longest = LongestPath(read, edges, faults).take();
  compiled.languages = find_languages(read);

  const std::size_t count = read.steps.size();
  Flow& flow = compiled.flow;
  flow.entry.resize(count);
  compiled.options.resize(count);
  flow.theme_slot = static_cast<std::uint16_t>(count);
  flow.sentiment_slot = static_cast<std::uint16_t>(count + 1);
  flow.locale_slot = static_cast<std::uint16_t>(count + 2);
  flow.slots = static_cast<std::uint16_t>(count + 3);
  RuleCompiler rules(compiled, faults);
  for (std::size_t i = 0; i < count; ++i) {
    rules.compile_step(i, edges.below[i], edges.targets[i]);
  }
  if (!faults.empty()) return faults;
  return compiled;
}

}  // namespace looplet
