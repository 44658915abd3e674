// Recognises a document, has it drafted, and makes a survey of the draft.
#include "looplet/migrate.h"

#include <array>
#include <utility>

#include "looplet/wire.h"
#include "wire/json_text.h"
#include "wire/migrate_draft.h"
#include "wire/migrate_repair.h"
#include "wire/migrate_text.h"
#include "wire/request_calls.h"

namespace looplet::wire {
namespace {

constexpr std::array<std::string_view, 3> kSources = {"surveyjs", "formbricks",
                                                      "posthog"};

struct Program {
  MigrationDraft::Piping names;
  bool (*draft)(const Json& theirs, MigrationDraft& draft);
};
constexpr Program kPrograms[] = {{surveyjs_names, draft_surveyjs},
                                 {formbricks_names, draft_formbricks},
                                 {posthog_names, draft_posthog}};

std::optional<MigrationSource> recognised(const Json& theirs) {
  if (!theirs.is_object()) return std::nullopt;
  if (member(theirs, "blocks").is_array() ||
      member(theirs, "welcomeCard").is_object() ||
      member(theirs, "endings").is_array()) {
    return MigrationSource::formbricks;
  }
  if (member(theirs, "pages").is_array() ||
      member(theirs, "elements").is_array()) {
    return MigrationSource::surveyjs;
  }
  const Json& questions = member(theirs, "questions");
  if (!questions.is_array() || questions.empty()) return std::nullopt;
  const Json& first = questions[0];
  if (first.is_object() && first.contains("headline")) {
    return MigrationSource::formbricks;
  }
  if (first.is_object() && first.contains("question")) {
    return MigrationSource::posthog;
  }
  if (first.is_object() && first.contains("name")) {
    return MigrationSource::surveyjs;
  }
  return std::nullopt;
}

/// Where a step leads: its own rules, then the steps below, each by its
/// condition to be seen, up to one that is always seen.
Json next_of(const MigrationDraft& draft, std::size_t index) {
  const DraftStep& step = draft.steps[index];
  Json rules = Json::array();
  const auto add = [&rules](const Json& when, const std::string& to) {
    Json rule = Json::object();
    if (!when.is_null()) rule["when"] = when;
    rule["to"] = to;
    rules.push_back(std::move(rule));
  };
  for (const auto& [when, to] : step.rules) add(when, to);
  if (!step.then.empty()) {
    add(nullptr, step.then);
  } else {
    for (std::size_t i = index + 1; i < draft.steps.size(); ++i) {
      const DraftStep& below = draft.steps[i];
      for (const auto& [when, to] : below.rules) {
        if (below.type() == "end") add(when, to);
      }
      add(below.visible, below.id());
      if (below.visible.is_null()) break;
    }
  }
  if (rules.size() == 1 && !rules[0].contains("when")) {
    const bool is_below = index + 1 < draft.steps.size() &&
                          rules[0]["to"] == draft.steps[index + 1].id();
    return is_below ? Json() : Json(rules[0]["to"]);
  }
  return rules;
}

/// A survey may have so many steps; questions go first.
void cut(MigrationDraft& draft) {
  std::size_t last = draft.steps.size();
  while (draft.steps.size() > static_cast<std::size_t>(kMaxSteps)) {
    if (last == 0) {  // nothing but ends
      draft.steps.resize(static_cast<std::size_t>(kMaxSteps));
      return;
    }
    --last;
    if (draft.steps[last].type() == "end") continue;
    draft.lost(draft.steps[last].where,
               "A survey may have 64 steps; this one was left out.");
    draft.steps.erase(draft.steps.begin() + static_cast<std::ptrdiff_t>(last));
  }
}

Json survey_of(const Json& theirs, MigrationDraft& draft) {
  cut(draft);
  if (!draft.steps[0].visible.is_null()) {
    draft.lost(draft.steps[0].where,
               "The first step is always seen; its condition was left out.");
  }
  Json out = {{"format", kSurveyFormat}};
  std::string id = id_out_of(text_member(theirs, "id"));
  if (id.empty()) id = id_out_of(text_member(theirs, "name"));
  out["id"] = id.empty() ? "brought-over" : id;
  out["revision"] = 1;
  out["locale"] = draft.locale;
  const Json& title = member(draft.survey, "title");
  if (!title.is_null()) out["title"] = title;
  out["subject"] = title.is_null() ? Json("us") : title;
  Json traits = member(draft.survey, "traits");
  if (traits.is_array()) {
    while (traits.size() > static_cast<std::size_t>(kMaxTraits)) {
      traits.erase(traits.size() - 1);
    }
    out["traits"] = std::move(traits);
  }
  Json steps = Json::array();
  for (std::size_t i = 0; i < draft.steps.size(); ++i) {
    Json step = draft.steps[i].json;
    if (draft.steps[i].type() != "end") {
      Json next = next_of(draft, i);
      if (!next.is_null()) step["next"] = std::move(next);
    }
    steps.push_back(std::move(step));
  }
  out["steps"] = std::move(steps);
  return out;
}

/// Where something of the result stands in the document given, as far as the
/// step it is in is known there.
std::string place_of(const Json& survey, const MigrationDraft& draft,
                     const std::string& where) {
  const std::string_view rest = where;
  if (rest.substr(0, 7) != "/steps/") return "";
  std::size_t index = 0;
  for (const char c : rest.substr(7, rest.find('/', 7) - 7)) {
    if (c < '0' || c > '9') return "";
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  if (index >= survey["steps"].size()) return "";
  const std::string id = survey["steps"][index].value("id", "");
  for (const DraftStep& step : draft.steps) {
    if (step.id() == id) return step.where;
  }
  return "";
}

const Problem* first_error(const Check& found) {
  for (const Problem& problem : found.problems) {
    if (problem.severity == Severity::error) return &problem;
  }
  return nullptr;
}

}  // namespace

std::string_view migration_source_name(MigrationSource source) {
  return kSources[static_cast<std::size_t>(source)];
}

std::optional<MigrationSource> migration_source_named(std::string_view name) {
  for (std::size_t i = 0; i < kSources.size(); ++i) {
    if (kSources[i] == name) return static_cast<MigrationSource>(i);
  }
  return std::nullopt;
}

Result<Migration> migrate(std::string_view json,
                          std::optional<MigrationSource> from) {
  const Result<Json> document =
      parse_json(json, {kMaxMigrationBytes, kMaxDepth + 2});
  if (!document) return document.faults();
  if (!from) from = recognised(*document);
  if (!from) return make_fault(Code::unknown_survey_form, "");
  const Program& program = kPrograms[static_cast<std::size_t>(*from)];
  MigrationDraft draft(program.names);
  if (!program.draft(*document, draft)) {
    return make_fault(Code::nothing_to_ask, "");
  }
  Json survey = survey_of(*document, draft);
  // Each round takes something out, so this ends.
  while (true) {
    const Check found = RequestCalls<JsonBackend>::check_survey(&survey);
    const Problem* error = first_error(found);
    if (error == nullptr) break;
    const std::string where = place_of(survey, draft, error->fault.where);
    draft.lost(where, "Something was left out that does not work here: " +
                          error->fault.message);
    if (!take_out(survey, error->fault)) {
      return make_fault(Code::nothing_to_ask, where);
    }
  }
  bool asks = false;
  for (const Json& step : survey["steps"]) asks |= step["type"] != "end";
  if (!asks) return make_fault(Code::nothing_to_ask, "");
  Migration out;
  out.from = *from;
  out.notes = std::move(draft.notes);
  out.survey =
      survey.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  const std::size_t size = survey.dump().size();
  if (size > kMaxSurveyBytes) {
    return make_fault(
        Code::too_large, "",
        {text::whole(static_cast<std::int64_t>(size)),
         text::whole(static_cast<std::int64_t>(kMaxSurveyBytes))});
  }
  return out;
}

}  // namespace looplet::wire
