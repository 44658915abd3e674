// Surveys of other programs as ours, and a list of what did not come along.
//
//   Result<Migration> brought = wire::migrate(json);
//   brought->survey        // JSON text of a survey that `check` takes
//   brought->notes[0]      // {changed, "/pages/0/elements/3", "..."}
//
// Read are survey definitions as SurveyJS, Formbricks and PostHog keep them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/result.h"

namespace looplet::wire {

enum class MigrationSource : std::uint8_t { surveyjs, formbricks, posthog };

/// changed: it is there in another form. lost: it is not.
enum class NoteSeverity : std::uint8_t { changed, lost };

struct MigrationNote {
  NoteSeverity severity = NoteSeverity::changed;
  std::string where;    ///< JSON Pointer into the document given
  std::string message;  ///< a whole sentence in English
};

struct Migration {
  std::string survey;  ///< JSON text, indented
  MigrationSource from = MigrationSource::surveyjs;
  std::vector<MigrationNote> notes;
};

/// Largest document that is read, in bytes.
constexpr std::size_t kMaxMigrationBytes = 1024 * 1024;

/// Brings a survey over. Without `from` the program is recognised by the form
/// of the document. Faults when it is none of them or has no question that
/// can be asked; what else does not map is a note. The result has no errors
/// by `check`.
Result<Migration> migrate(std::string_view json,
                          std::optional<MigrationSource> from = std::nullopt);

/// "surveyjs", "formbricks" or "posthog", and back.
std::string_view migration_source_name(MigrationSource source);
std::optional<MigrationSource> migration_source_named(std::string_view name);

}  // namespace looplet::wire
