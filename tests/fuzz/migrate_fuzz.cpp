// The door of surveys of other programs: whatever is read, what comes out is a
// survey that runs, and every note has a sentence.
#include <cstddef>
#include <cstdint>
#include <string>

#include "door.h"
#include "looplet/migrate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace looplet;  // NOLINT: one function
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto& from : {std::optional<wire::MigrationSource>(),
                           std::optional(wire::MigrationSource::surveyjs),
                           std::optional(wire::MigrationSource::formbricks),
                           std::optional(wire::MigrationSource::posthog)}) {
    const Result<wire::Migration> found = wire::migrate(text, from);
    if (!found) {
      fuzz::demand(!found.faults().empty());
      continue;
    }
    fuzz::demand(wire::read_survey(found->survey).ok());
    for (const Problem& problem : wire::check_survey(found->survey).problems) {
      fuzz::demand(problem.severity == Severity::warning);
    }
    for (const wire::MigrationNote& note : found->notes) {
      fuzz::demand(!note.message.empty());
    }
  }
  return 0;
}
