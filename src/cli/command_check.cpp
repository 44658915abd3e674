// looplet check SURVEY...
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

struct CheckRequest {
  std::vector<std::string> files;
  Format format = Format::text;
};

std::string ways(double count) {
  return count < 9e15 ? grouped(static_cast<std::int64_t>(count))
                      : OrderedJson(count).dump();
}

std::string_view severity_word(const Problem& problem) {
  return problem.severity == Severity::error ? "error" : "warning";
}

// "12 steps, 38 ways through, at most 5 steps long": the shape of a survey
// that runs.
std::string shape(const Check& found) {
  std::string out =
      counted(static_cast<std::int64_t>(found.nodes.size()), "step", "steps") +
      (found.exact ? ", " : ", at most ") + ways(found.count) +
      (found.count == 1 ? " way" : " ways") + " through, the longest of " +
      counted(found.longest, "step", "steps");
  return out;
}

int check_files(const CheckRequest& request) {
  int exit_code = kDone;
  OrderedJson all = OrderedJson::array();
  if (request.format == Format::csv)
    std::fputs("file,severity,code,where,message,witness\n", stdout);
  const Paint paint;
  for (const std::string& path : request.files) {
    const std::optional<SurveyFile> file = read_survey_file(path);
    if (!file) {
      exit_code = kInputHasFaults;
      continue;
    }
    const Check found = wire::check_survey(file->text);
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    for (const Problem& problem : found.problems) {
      const bool error = problem.severity == Severity::error;
      (error ? errors : warnings) += 1;
      Fault told = problem.fault;
      if (!error) told.message.insert(0, "warning: ");
      if (!problem.witness.empty()) {
        told.message += " Seen by: ";
        told.message += problem.witness;
      }
      complain(file->name, told, file->text);
    }
    if (errors > 0) exit_code = kInputHasFaults;
    std::string verdict =
        errors > 0 ? counted(errors, "error", "errors") : std::string("good");
    if (warnings > 0)
      verdict += ", " + counted(warnings, "warning", "warnings");
    switch (request.format) {
      case Format::text: {
        std::string out = file->name + ": " + paint.bold(verdict);
        if (found.runs) out += "; " + shape(found);
        std::fputs((out + "\n").c_str(), stdout);
        break;
      }
      case Format::json: {
        OrderedJson one;
        one["file"] = file->name;
        one["errors"] = errors;
        one["warnings"] = warnings;
        one.update(to_json(found));
        all.push_back(std::move(one));
        break;
      }
      case Format::csv:
        for (const Problem& problem : found.problems) {
          std::string out = csv_cell(file->name);
          for (const std::string_view text :
               {severity_word(problem), code_name(problem.fault.code),
                std::string_view(problem.fault.where),
                std::string_view(problem.fault.message),
                std::string_view(problem.witness)}) {
            out += ',';
            out += csv_cell(text);
          }
          std::fputs((out + "\n").c_str(), stdout);
        }
        break;
    }
  }
  if (request.format == Format::json) std::fputs(dump(all).c_str(), stdout);
  return exit_code;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<CheckRequest>();
  CLI::App* command = app.add_subcommand(
      "check", "Every fault of surveys: their form, their flow, their texts");
  command->add_option("SURVEY", request->files, "survey files, or -")
      ->required()
      ->type_name("");
  add_format(*command, request->format);
  command->footer(
      "Exit code 1 when a survey has errors; warnings alone are no error.\n\n"
      "Examples:\n"
      "  looplet check examples/surveys/*.json\n"
      "  looplet check survey.json --format json\n");
  command->callback(
      [request, &exit_code] { exit_code = check_files(*request); });
}

}  // namespace looplet::cli
