// What the tests of surveys brought over share.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "looplet/migrate.h"
#include "surveys.h"
#include "vectors.h"

namespace looplet::wire::migrations {

using Json = vectors::Json;

inline Migration brought(const std::string& json,
                         std::optional<MigrationSource> from = std::nullopt) {
  Result<Migration> found = migrate(json, from);
  if (!found) {
    ADD_FAILURE() << surveys::fault_lines(found.faults());
    return {};
  }
  for (const Problem& problem : check_survey(found->survey).problems) {
    EXPECT_NE(problem.severity, Severity::error)
        << surveys::fault_lines({problem.fault}) << found->survey;
  }
  return std::move(*found);
}

/// The notes, one a line.
inline std::string notes(const Migration& migration) {
  std::string out;
  for (const MigrationNote& note : migration.notes) {
    out += note.severity == NoteSeverity::lost ? "lost " : "changed ";
    out += note.where + ": " + note.message + "\n";
  }
  return out;
}

inline std::string refusal(const std::string& json) {
  const Result<Migration> found = migrate(json);
  return found ? "brought over" : surveys::fault_lines(found.faults());
}

inline Json step_of(const Migration& migration, const std::string& id) {
  const Json survey = Json::parse(migration.survey);
  for (const Json& step : survey["steps"]) {
    if (step["id"] == id) return step;
  }
  ADD_FAILURE() << "no step " << id << " in " << migration.survey;
  return Json::object();
}

/// The steps that answers lead by, the end included.
inline std::string walk(const Migration& migration,
                        const std::vector<Answer>& answers,
                        const StartOptions& who = {}) {
  surveys::Walker walker(migration.survey, who);
  std::string out = walker.at();
  for (const Answer& given : answers) {
    walker.give(given);
    out += " > " + walker.at();
  }
  return out;
}

}  // namespace looplet::wire::migrations
