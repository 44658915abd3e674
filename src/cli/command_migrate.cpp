// looplet migrate FILE
//
// What did not come along goes to standard error, so that standard output is
// the survey alone: looplet migrate theirs.json > ours.json
#include <cstdio>

#include "cli/complain.h"
#include "cli/options.h"
#include "cli/survey_file.h"
#include "cli/words.h"
#include "looplet/migrate.h"

namespace looplet::cli {
namespace {

struct MigrateRequest {
  std::string file;
  std::string from;
};

int migrate_file(const MigrateRequest& request) {
  const std::optional<SurveyFile> file = read_survey_file(request.file);
  if (!file) return kInputHasFaults;
  const Result<wire::Migration> brought =
      wire::migrate(file->text, wire::migration_source_named(request.from));
  if (!brought) {
    complain(file->name, brought.faults(), 0, file->text);
    return kInputHasFaults;
  }
  std::string notes;
  for (const wire::MigrationNote& note : brought->notes) {
    notes += file->name + ": ";
    if (!note.where.empty()) notes += note.where + ": ";
    notes += note.message;
    notes += note.severity == wire::NoteSeverity::lost ? " [lost]\n"
                                                       : " [changed]\n";
  }
  std::fputs(printable(notes).c_str(), stderr);
  std::fputs(brought->survey.c_str(), stdout);
  return kDone;
}

std::string check_source(const std::string& text) {
  if (wire::migration_source_named(text)) return {};
  return "'" + text + "' must be surveyjs, formbricks or posthog";
}

}  // namespace

void add_migrate(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<MigrateRequest>();
  CLI::App* command = app.add_subcommand(
      "migrate", "A survey of SurveyJS, Formbricks or PostHog as one of ours");
  command
      ->add_option("FILE", request->file,
                   "a survey's JSON; standard input "
                   "if not given")
      ->type_name("");
  command
      ->add_option("--from", request->from,
                   "surveyjs, formbricks or posthog; found by the form of the "
                   "file if not given")
      ->check(CLI::Validator(check_source, ""))
      ->type_name("PROGRAM");
  command->footer(
      "What could not be brought over is listed on standard error.\n\n"
      "Examples:\n"
      "  looplet migrate theirs.json > ours.json\n"
      "  looplet migrate theirs.json | looplet check -\n");
  command->callback(
      [request, &exit_code] { exit_code = migrate_file(*request); });
}

}  // namespace looplet::cli
