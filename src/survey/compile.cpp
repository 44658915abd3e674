// Makes a survey runnable: ids, links, edges; then the rules.
#include "looplet/flow.h"
#include "looplet/locale.h"
#include "survey/compile_condition.h"
#include "survey/edges.h"
#include "survey/in_place.h"
#include "survey/link.h"
#include "survey/pipe.h"
#include "text/report.h"

namespace looplet {
namespace {

void check_ids(const Survey& survey, Faults& faults) {
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    const Step& step = survey.steps[i];
    const Place here = step_place(i);
    if (*find_step(survey, step.id) != i) {
      report_member(faults, Code::duplicate_id, here, "id", {step.id});
    }
    // These are what piping calls the survey's own words.
    if (step.id == "subject" || step.id == "segment" || step.id == "owner" ||
        (step.id == "score" && step.type != StepType::nps)) {
      report_member(faults, Code::reserved_name, here, "id", {step.id});
    }
    const Place options{&here, "options"};
    for (std::size_t k = 0; k < step.options.size(); ++k) {
      for (std::size_t m = 0; m < k; ++m) {
        if (step.options[m].id == step.options[k].id) {
          report_member(faults, Code::duplicate_id,
                        Place{&options, {}, static_cast<int>(k)}, "id",
                        {step.options[k].id});
          break;
        }
      }
    }
  }
}

/// A link without the names in it, which piping percent-encodes.
struct NoNames final : Lookup {
  std::string_view value(std::string_view) const override { return "x"; }
};

void check_link(std::string_view url, const Place& item, Arena& arena,
                Faults& faults) {
  if (!is_safe_link(piped_link(url, NoNames(), arena))) {
    report_member(faults, Code::unsafe_link, item, "url", {url});
  }
}

void check_links(const Survey& survey, Arena& arena, Faults& faults) {
  if (survey.privacy) {
    check_link(survey.privacy->url, Place{nullptr, "privacy"}, arena, faults);
  }
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    const List<Action> actions = survey.steps[i].actions;
    const Place here = step_place(i);
    const Place list{&here, "actions"};
    for (std::size_t k = 0; k < actions.size(); ++k) {
      if (actions[k].kind != ActionKind::copy) {
        check_link(actions[k].url, Place{&list, {}, static_cast<int>(k)}, arena,
                   faults);
      }
    }
  }
}

int find_score_step(const Survey& survey, Faults& faults) {
  int found = -1;
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    if (survey.steps[i].type != StepType::nps) continue;
    if (found < 0) {
      found = static_cast<int>(i);
    } else {
      report_member(faults, Code::two_nps_steps, step_place(i), "type",
                    {survey.steps[static_cast<std::size_t>(found)].id});
    }
  }
  return found;
}

/// The survey's own language first, then those of its questions.
List<std::string_view> find_languages(const Survey& survey, Arena& arena) {
  Growing<std::string_view> languages(arena);
  languages.push(survey.locale);
  for (const Step& step : survey.steps) {
    for (const TaggedText& text : step.text.by_tag) {
      bool known = text.tag.empty();
      for (const std::string_view language : languages.list()) {
        known = known || language == text.tag;
      }
      if (!known) languages.push(text.tag);
    }
  }
  return languages.list();
}

}  // namespace

bool compile_in_place(CompiledSurvey& compiled, Faults& faults) {
  const std::size_t before = faults.size();
  const Survey& survey = compiled.survey;
  Arena& own = compiled.arena;
  check_ids(survey, faults);
  check_links(survey, own, faults);
  compiled.score_step = find_score_step(survey, faults);
  const List<Edges> edges = find_edges(survey, own, faults);
  compiled.longest = longest_ways(survey, edges, own, faults);
  compiled.languages = find_languages(survey, own);

  const std::size_t count = survey.steps.size();
  Flow& flow = compiled.flow;
  flow.entry = own.list<std::uint16_t>(count);
  flow.theme_slot = static_cast<std::uint16_t>(count);
  flow.sentiment_slot = static_cast<std::uint16_t>(count + 1);
  flow.locale_slot = static_cast<std::uint16_t>(count + 2);
  flow.slots = static_cast<std::uint16_t>(count + 3);
  RuleCompiler rules(compiled, faults);
  for (std::size_t i = 0; i < count; ++i) {
    rules.compile_step(i, edges[i].below, edges[i].targets);
  }
  rules.finish();
  return faults.size() == before;
}

}  // namespace looplet
