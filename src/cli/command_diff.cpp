// looplet diff OLD NEW
#include <cstdio>

#include "cli/complain.h"
#include "cli/options.h"
#include "cli/report_json.h"
#include "cli/survey_file.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "looplet/wire.h"

namespace looplet::cli {
namespace {

struct DiffRequest {
  std::string before;
  std::string after;
  Format format = Format::text;
};

std::optional<Owned<Survey>> read(const std::string& path) {
  const std::optional<SurveyFile> file = read_survey_file(path);
  if (!file) return std::nullopt;
  Result<Owned<Survey>> survey = wire::read_survey_document(file->text);
  if (!survey) {
    complain(file->name, survey.faults(), 0, file->text);
    return std::nullopt;
  }
  return std::move(*survey);
}

std::string as_text(const Diff& found) {
  const Paint paint;
  if (found.changes.empty()) return "Nothing has changed.\n";
  std::string out;
  for (const Change& change : found.changes) {
    out += change.warning ? paint.bold("! ") : std::string("  ");
    out += printable(change.message) + "\n";
  }
  out += found.together
             ? "Answers before and after can be counted together.\n"
             : "Answers before and after cannot all be counted together.\n";
  return out;
}

int diff_files(const DiffRequest& request) {
  const std::optional<Owned<Survey>> before = read(request.before);
  const std::optional<Owned<Survey>> after = read(request.after);
  if (!before || !after) return kInputHasFaults;
  const Diff found = diff(**before, **after);
  const std::string out =
      request.format == Format::json
          ? dump(OrderedJson::parse(wire::write_diff(found)))
          : as_text(found);
  std::fputs(out.c_str(), stdout);
  return kDone;
}

}  // namespace

void add_diff(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<DiffRequest>();
  CLI::App* command = app.add_subcommand(
      "diff", "What has changed between two revisions of a survey, in words");
  command->add_option("OLD", request->before, "a survey file, or -")
      ->required()
      ->type_name("");
  command->add_option("NEW", request->after, "a survey file, or -")
      ->required()
      ->type_name("");
  add_text_or_json(*command, request->format);
  command->footer(
      "Lines with ! are changes after which answers are not alike.\n\n"
      "Examples:\n"
      "  looplet diff survey-1.json survey-2.json\n"
      "  git show HEAD:survey.json | looplet diff - survey.json\n");
  command->callback(
      [request, &exit_code] { exit_code = diff_files(*request); });
}

}  // namespace looplet::cli
