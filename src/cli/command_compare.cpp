// looplet compare BEFORE AFTER
#include <cstdio>

#include "cli/complain.h"
#include "cli/headline.h"
#include "cli/options.h"
#include "cli/report_json.h"
#include "cli/terminal.h"
#include "cli/understood.h"
#include "cli/words.h"
#include "looplet/compare.h"

namespace looplet::cli {
namespace {

struct CompareRequest {
  std::string before;
  std::string after;
  ScoreOptions options;
};

struct Side {
  ScoresFile file;
  Estimate estimate;
};

std::string as_text(const Side& before, const Side& after,
                    const Comparison& c) {
  const Paint paint;
  std::string out =
      paint.bold(headline(before.estimate, after.estimate, c)) + "\n\n";
  out += "  before  " + headline(before.estimate) + "\n";
  out += "  after   " + headline(after.estimate) + "\n\n";
  if (c.detectable && *c.detectable > 0) {
    out += "Of groups like these, a change of " + fixed(*c.detectable, 1) +
           " points would be noticed four times in five.\n";
  }
  for (const Side* side : {&before, &after}) {
    out += paint.dim(understood(side->file) + row_words(side->file));
  }
  out += small_sample_note(
      before.estimate.n < after.estimate.n ? before.estimate : after.estimate);
  return out;
}

std::string as_json(const Side& before, const Side& after,
                    const Comparison& c) {
  OrderedJson out = to_json(c);
  for (const auto& [name, side] :
       {std::pair{"before", &before}, std::pair{"after", &after}}) {
    OrderedJson& one = out[name];
    one["source"] = source_json(side->file);
    one["rows"] = rows_json(side->file);
    one["estimate"] = to_json(side->estimate);
  }
  return dump(out);
}

std::string as_csv(const Side& before, const Side& after, const Comparison& c) {
  return "before,after,change,low,high,z,p,significant,detectable,confidence,"
         "method\n" +
         cell(before.estimate.nps) + "," + cell(after.estimate.nps) + "," +
         cell(c.change) + "," + cell(c.low) + "," + cell(c.high) + "," +
         cell(c.z) + "," + cell(c.p) + "," +
         (c.significant ? (*c.significant ? "true" : "false") : "") + "," +
         cell(c.detectable) + "," + cell(c.confidence) + "," +
         std::string(method_name(c.method)) + "\n";
}

int compare_files(const CompareRequest& request) {
  Side sides[2];
  const EstimateOptions wanted = request.options.estimate();
  bool usable = true;
  std::int64_t faults = 0;
  for (int i = 0; i < 2; ++i) {
    Side& side = sides[i];
    // Both are read, so that the faults of both are told.
    side.file = read_scores(i == 0 ? request.before : request.after,
                            request.options.reader());
    usable = usable && side.file.usable;
    faults += side.file.fault_count;
    if (!side.file.usable) continue;
    const Result<Estimate> e = estimate(side.file.counts, wanted);
    if (!e) {
      complain(side.file.name, e.faults(), 0);
      usable = false;
    } else {
      side.estimate = *e;
    }
  }
  if (!usable) return kInputHasFaults;
  const Result<Comparison> c =
      compare(sides[0].file.counts, sides[1].file.counts,
              {wanted.confidence, wanted.method});
  if (!c) {
    complain("compare", c.faults(), 0);
    return kInputHasFaults;
  }
  std::string out;
  switch (request.options.format) {
    case Format::text:
      out = as_text(sides[0], sides[1], *c);
      break;
    case Format::json:
      out = as_json(sides[0], sides[1], *c);
      break;
    case Format::csv:
      out = as_csv(sides[0], sides[1], *c);
      break;
  }
  std::fputs(out.c_str(), stdout);
  return faults > 0 ? kInputHasFaults : kDone;
}

}  // namespace

void add_compare(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<CompareRequest>();
  CLI::App* command = app.add_subcommand(
      "compare", "Whether the score has changed between two files of answers");
  command->add_option("BEFORE", request->before, "the earlier answers")
      ->required()
      ->type_name("");
  command->add_option("AFTER", request->after, "the later answers")
      ->required()
      ->type_name("");
  add_reading(*command, request->options);
  add_statistics(*command, request->options);
  add_format(*command, request->options.format);
  command->footer(
      "The people of the two files must be different ones.\n\n"
      "Examples:\n"
      "  looplet compare q1.csv q2.csv\n"
      "  looplet compare q1.csv - --format json < q2.csv\n");
  command->callback([request, &exit_code] {
    if (request->before == "-" && request->after == "-") {
      throw CLI::ValidationError("BEFORE, AFTER",
                                 "only one of them can be standard input");
    }
    exit_code = compare_files(*request);
  });
}

}  // namespace looplet::cli
