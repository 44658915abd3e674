// looplet score [FILE]
#include <cstdio>

#include "cli/bars.h"
#include "cli/complain.h"
#include "cli/headline.h"
#include "cli/options.h"
#include "cli/report_json.h"
#include "cli/understood.h"

namespace looplet::cli {
namespace {

struct ScoreRequest {
  std::string file = "-";
  ScoreOptions options;
};

std::string as_text(const ScoresFile& file, const Estimate& e) {
  const Paint paint;
  std::string out = paint.bold(headline(e)) + "\n";
  const std::string bars = draw_bars(e, file.tally, paint, terminal_width());
  if (!bars.empty()) out += "\n" + bars;
  out += "\n" + paint.dim(understood(file) + row_words(file));
  const std::string notes = small_sample_note(e) + cautions(file);
  if (!notes.empty()) out += "\n" + notes;
  return out;
}

std::string as_json(const ScoresFile& file, const Estimate& e) {
  OrderedJson out;
  out["source"] = source_json(file);
  out["rows"] = rows_json(file);
  out["estimate"] = to_json(e);
  out["distribution"] =
      file.tally ? OrderedJson(file.tally->count) : OrderedJson(nullptr);
  out["notes"] = OrderedJson::array();
  for (std::string note : {small_sample_note(e), cautions(file)}) {
    if (note.empty()) continue;
    note.pop_back();
    out["notes"].push_back(note);
  }
  return dump(out);
}

std::string as_csv(const ScoresFile& file, const Estimate& e) {
  std::string out =
      "n,promoters,passives,detractors,nps,low,high,confidence,method,missing,"
      "rejected\n";
  for (const std::int64_t count :
       {e.n, e.promoters, e.passives, e.detractors}) {
    out += std::to_string(count) + ",";
  }
  out += cell(e.nps) + "," + cell(e.low) + "," + cell(e.high) + "," +
         cell(e.confidence) + "," + std::string(method_name(e.method)) + "," +
         std::to_string(file.rows.missing) + "," +
         std::to_string(file.rows.rejected_count()) + "\n";
  return out;
}

int score(const ScoreRequest& request) {
  const ScoresFile file = read_scores(request.file, request.options.reader());
  if (!file.usable) return kInputHasFaults;
  const EstimateOptions wanted = request.options.estimate();
  const Result<Estimate> e = file.tally ? estimate(*file.tally, wanted)
                                        : estimate(file.counts, wanted);
  if (!e) {
    complain(file.name, e.faults(), 0);
    return kInputHasFaults;
  }
  std::string out;
  switch (request.options.format) {
    case Format::text:
      out = as_text(file, *e);
      break;
    case Format::json:
      out = as_json(file, *e);
      break;
    case Format::csv:
      out = as_csv(file, *e);
      break;
  }
  std::fputs(out.c_str(), stdout);
  return file.fault_count > 0 ? kInputHasFaults : kDone;
}

}  // namespace

void add_score(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<ScoreRequest>();
  CLI::App* command = app.add_subcommand(
      "score",
      "The score of a file of answers, how sure it is, and how the "
      "answers are spread");
  command
      ->add_option("FILE", request->file,
                   "CSV or JSON; standard input if not given, or -")
      ->type_name("");
  add_reading(*command, request->options);
  add_statistics(*command, request->options);
  command
      ->add_option("--population", request->options.population,
                   "how many people could have answered; narrows the interval")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, kLargestCount).description(""));
  add_format(*command, request->options.format);
  command->footer(
      "Examples:\n"
      "  looplet score answers.csv\n"
      "  looplet score export.csv --columns score=Q1 --confidence 0.9\n"
      "  echo '[9, 10, 7, 3]' | looplet score --format json\n\n"
      "JSON may hold scores ([9, 10]), records ([{\"score\": 9}], or one a "
      "line),\nor counts ({\"promoters\": 6, \"passives\": 3, "
      "\"detractors\": 1}).\n");
  command->callback([request, &exit_code] { exit_code = score(*request); });
}

}  // namespace looplet::cli
