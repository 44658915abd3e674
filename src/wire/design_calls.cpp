// Two revisions compared, a survey brought over, texts side by side.
#include "wire/design_calls.h"

#include <string>
#include <utility>

#include "looplet/wire.h"
#include "text/number.h"
#include "wire/diff_types.h"
#include "wire/json_text.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/survey_types.h"
#include "wire/writer.h"

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;
using Node = JsonBackend::Node;

Node part(Node request, const char* name) {
  Node found = JsonBackend::null();
  if (JsonBackend::kind(request) != Kind::object) return found;
  JsonBackend::member(request, name, found);
  return found;
}

/// Reads a survey out of a request, without making it runnable.
void read_part(Node request, const char* name, Owned<Survey>& survey,
               Faults& faults) {
  const Node document = part(request, name);
  if (document == nullptr) {
    faults.push_back(make_fault(Code::missing_field, "", {name}));
    return;
  }
  std::string where = "/";
  where += name;
  if (!survey_fits(*document, where, faults)) return;
  Reporter found(survey.arena);
  const Below here(found, name);
  if (read<JsonBackend>(document, kSurvey, Strict::yes, *survey, found)) return;
  for (Fault& fault : found.faults()) faults.push_back(std::move(fault));
}

}  // namespace

bool survey_fits(const Json& survey, const std::string& where, Faults& faults) {
  const std::size_t bytes = text_of_document(survey).size();
  if (bytes <= kMaxSurveyBytes) return true;
  faults.push_back(
      make_fault(Code::too_large, where,
                 {text::whole(static_cast<std::int64_t>(bytes)),
                  text::whole(static_cast<std::int64_t>(kMaxSurveyBytes))}));
  return false;
}

JsonWritten diff_call(Node request) {
  Owned<Survey> before;
  Owned<Survey> after;
  Faults faults;
  read_part(request, "before", before, faults);
  read_part(request, "after", after, faults);
  if (!faults.empty()) return bad<JsonBackend>(faults);
  return good<JsonBackend>(write<JsonBackend>(kDiff, diff(*before, *after)));
}

JsonWritten translations_call(Node request) {
  Owned<Survey> survey;
  Owned<Survey> previous;
  Faults faults;
  read_part(request, "survey", survey, faults);
  const Node given = part(request, "previous");
  const bool has_previous = JsonBackend::kind(given) != Kind::null;
  if (has_previous) read_part(request, "previous", previous, faults);
  if (!faults.empty()) return bad<JsonBackend>(faults);
  return good<JsonBackend>(write<JsonBackend>(
      kTranslations,
      translations(*survey, has_previous ? &*previous : nullptr)));
}

JsonWritten migrate_call(Node request) {
  const Node document = part(request, "document");
  if (document == nullptr) {
    return bad<JsonBackend>(
        Faults{make_fault(Code::missing_field, "", {"document"})});
  }
  const Node named = part(request, "from");
  std::optional<MigrationSource> from;
  if (JsonBackend::kind(named) != Kind::null) {
    const std::string name =
        named->is_string() ? named->get<std::string>() : named->dump();
    from = migration_source_named(name);
    if (!from) {
      return bad<JsonBackend>(Faults{make_fault(
          Code::not_one_of, "/from", {name, "surveyjs, formbricks, posthog"})});
    }
  }
  const Result<Migration> found = migrate(text_of_document(*document), from);
  if (!found) {
    Faults faults = found.faults();
    for (Fault& fault : faults) fault.where.insert(0, "/document");
    return bad<JsonBackend>(faults);
  }
  Json value = Json::object();
  value["survey"] = Json::parse(found->survey, nullptr, false);
  value.update(Json::parse(write<JsonBackend>(kMigrationNotes, *found).take(),
                           nullptr, false));
  return good<JsonBackend>(JsonBackend::from_document(value));
}

Result<Owned<Survey>> read_survey_document(std::string_view json) {
  const Result<Json> document = parse_json(json, {kMaxSurveyBytes});
  if (!document) return document.faults();
  Owned<Survey> survey;
  Faults faults;
  if (!read<JsonBackend>(&*document, kSurvey, Strict::yes, *survey,
                         survey.arena, faults)) {
    return faults;
  }
  return survey;
}

std::string write_diff(const Diff& found) {
  return write<JsonBackend>(kDiff, found).take();
}

}  // namespace looplet::wire
