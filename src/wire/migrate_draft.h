// A survey that is being brought over: steps, rules and notes, whatever the
// program they come from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "looplet/migrate.h"
#include "wire/json_backend.h"

namespace looplet::wire {

using Json = JsonBackend::Json;

struct DraftStep {
  std::string key;             ///< what the other program calls it
  std::string where;           ///< where it stands there
  Json json = Json::object();  ///< without `next`
  std::map<std::string, std::string> options;  ///< their value, our id
  std::int64_t shift = 0;  ///< of a rating: our answer less theirs
  std::vector<std::pair<Json, std::string>> rules;  ///< condition, step id
  std::string then;  ///< step id; empty: the step below
  Json visible;      ///< the condition to be seen at all; null: always

  std::string id() const { return json.value("id", ""); }
  std::string type() const { return json.value("type", ""); }
};

class MigrationDraft {
 public:
  /// Turns the names in a plain text into ours; braces besides are doubled.
  using Piping = std::string (*)(MigrationDraft& draft, std::string_view text);

  explicit MigrationDraft(Piping piping) : piping_(piping) {}

  Json survey = Json::object();
  std::vector<DraftStep> steps;
  std::vector<MigrationNote> notes;
  std::string locale = "en";
  std::string default_tag;  ///< a key of texts that means `locale`

  void changed(const std::string& where, std::string message) {
    notes.push_back({NoteSeverity::changed, where, std::move(message)});
  }
  void lost(const std::string& where, std::string message) {
    notes.push_back({NoteSeverity::lost, where, std::move(message)});
  }

  /// Our id for their name, always the same; none may be asked for before
  /// all names are reserved. With `nps`, "score" is left as it is.
  const std::string& reserve(const std::string& key, bool nps = false);
  /// The id of a name that was reserved.
  const std::string* id_of(const std::string& key) const;
  /// The name of a trait for their variable; it is declared.
  std::string trait(const std::string& key);
  /// The name of a trait that is declared, or "".
  std::string trait_named(const std::string& key) const {
    const auto found = traits_.find(key);
    return found == traits_.end() ? std::string() : found->second;
  }

  /// A text or texts by language as ours; null when there is none. Markup is
  /// taken off, what is too long is cut, both with a note.
  Json text(const Json& theirs, const std::string& where);
  /// Sets a member of a step to a text; `otherwise` when there is none.
  void set_text(DraftStep& step, const char* member, const Json& theirs,
                const std::string& where, const char* otherwise = nullptr);

  /// Adds a step of a type with its id.
  DraftStep& add(const std::string& key, const std::string& where,
                 const char* type);
  DraftStep* find(const std::string& key);
  bool has_nps() const;

  /// Adds an option; their value is what conditions compare with.
  void add_option(DraftStep& step, const std::string& value, Json text);

 private:
  std::string fresh_id(std::string wanted);

  Piping piping_;
  std::map<std::string, std::string> ids_;
  std::map<std::string, std::string> traits_;
};

/// A member of an object, or null.
const Json& member(const Json& object, const char* name);
std::string text_member(const Json& object, const char* name);
bool true_member(const Json& object, const char* name);
std::optional<std::int64_t> whole_member(const Json& object, const char* name);

// --- conditions about a step; nothing when they cannot be said

/// Scores or points from `low` to `high`, in their numbers.
std::optional<Json> in_range(const DraftStep& step, std::int64_t low,
                             std::int64_t high);
std::optional<Json> is_value(const DraftStep& step, const Json& theirs);
std::optional<Json> includes_value(const DraftStep& step, const Json& theirs);
Json is_answered(const DraftStep& step, bool answered);
Json all_of(std::vector<Json> parts);
Json any_of(std::vector<Json> parts);
Json not_of(Json part);

// --- one for each program: fills the draft; false when there is no question

bool draft_surveyjs(const Json& theirs, MigrationDraft& draft);
bool draft_formbricks(const Json& theirs, MigrationDraft& draft);
bool draft_posthog(const Json& theirs, MigrationDraft& draft);

std::string surveyjs_names(MigrationDraft& draft, std::string_view text);
std::string formbricks_names(MigrationDraft& draft, std::string_view text);
std::string posthog_names(MigrationDraft& draft, std::string_view text);

/// A condition of SurveyJS ("{nps} < 7 and {plan} = 'pro'"); nothing, and
/// why, when it cannot be said.
std::optional<Json> surveyjs_condition(std::string_view expression,
                                       MigrationDraft& draft, std::string& why);

/// A group of conditions of Formbricks.
std::optional<Json> formbricks_condition(const Json& conditions,
                                         MigrationDraft& draft,
                                         std::string& why);
/// One of them, by the operators of both generations of their rules.
std::optional<Json> formbricks_comparison(const DraftStep& step,
                                          const std::string& by,
                                          const Json& value);

}  // namespace looplet::wire
