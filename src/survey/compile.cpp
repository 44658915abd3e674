// Makes a survey runnable: ids, links, edges; then the rules.
#include "looplet/flow.h"
#include "looplet/locale.h"
#include "survey/compile_condition.h"
#include "survey/edges.h"
#include "survey/in_place.h"
#include "survey/link.h"
#include "survey/pipe.h"
#include "text/report.h"
#include "text/utf8.h"

namespace looplet {
namespace {

void check_ids(const Survey& survey, Reporter& found) {
  const Below steps(found, "steps");
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    const Step& step = survey.steps[i];
    const Below here(found, i);
    if (*find_step(survey, step.id) != i) {
      found.report_at("id", Code::duplicate_id, step.id);
    }
    // These are what piping calls the survey's own words.
    if (text::same(step.id, "subject") || text::same(step.id, "segment") ||
        text::same(step.id, "owner") ||
        (text::same(step.id, "score") && step.type != StepType::nps)) {
      found.report_at("id", Code::reserved_name, step.id);
    }
    const Below options(found, "options");
    for (std::size_t k = 0; k < step.options.size(); ++k) {
      for (std::size_t m = 0; m < k; ++m) {
        if (text::same(step.options[m].id, step.options[k].id)) {
          const Below option(found, k);
          found.report_at("id", Code::duplicate_id, step.options[k].id);
          break;
        }
      }
    }
  }
}

void check_link(const std::string_view& url, Reporter& found) {
  if (!is_safe_link(bare_link(url, found.arena))) {
    found.report_at("url", Code::unsafe_link, url);
  }
}

void check_privacy(const Survey& survey, Reporter& found) {
  if (!survey.privacy) return;
  const Below here(found, "privacy");
  check_link(survey.privacy->url, found);
}

void check_actions(const Survey& survey, Reporter& found) {
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    const List<Action> actions = survey.steps[i].actions;
    const Below here(found, i);
    const Below list(found, "actions");
    for (std::size_t k = 0; k < actions.size(); ++k) {
      if (actions[k].kind != ActionKind::copy) {
        const Below action(found, k);
        check_link(actions[k].url, found);
      }
    }
  }
}

int find_score_step(const Survey& survey, Reporter& found) {
  int first = -1;
  for (std::size_t i = 0; i < survey.steps.size(); ++i) {
    if (survey.steps[i].type != StepType::nps) continue;
    if (first < 0) {
      first = static_cast<int>(i);
    } else {
      const Below here(found, i);
      found.report_at("type", Code::two_nps_steps,
                      survey.steps[static_cast<std::size_t>(first)].id);
    }
  }
  return first;
}

/// The survey's own language first, then those of its questions.
List<std::string_view> find_languages(const Survey& survey, Arena& arena) {
  Growing<std::string_view> languages(arena);
  languages.push(survey.locale);
  for (const Step& step : survey.steps) {
    for (const TaggedText& tagged : step.text.by_tag) {
      bool known = tagged.tag.empty();
      for (const std::string_view language : languages.list()) {
        known = known || text::same(language, tagged.tag);
      }
      if (!known) languages.push(tagged.tag);
    }
  }
  return languages.list();
}

}  // namespace

bool compile_in_place(CompiledSurvey& compiled, Reporter& found) {
  const std::size_t before = found.count();
  const Survey& survey = compiled.survey;
  Arena& own = compiled.arena;
  check_ids(survey, found);
  check_privacy(survey, found);
  const Below steps(found, "steps");
  check_actions(survey, found);
  compiled.score_step = find_score_step(survey, found);
  const List<Edges> edges = find_edges(survey, own, found);
  compiled.longest = longest_ways(survey, edges, own, found);
  compiled.languages = find_languages(survey, own);

  const std::size_t count = survey.steps.size();
  Flow& flow = compiled.flow;
  flow.entry = own.zeros<std::uint16_t>(count);
  flow.theme_slot = static_cast<std::uint16_t>(count);
  flow.sentiment_slot = static_cast<std::uint16_t>(count + 1);
  flow.locale_slot = static_cast<std::uint16_t>(count + 2);
  flow.slots = static_cast<std::uint16_t>(count + 3);
  RuleCompiler rules(compiled, found);
  for (std::size_t i = 0; i < count; ++i) {
    const Below here(found, i);
    rules.compile_step(i, edges[i].below, edges[i].targets);
  }
  rules.finish();
  return found.count() == before;
}

}  // namespace looplet
