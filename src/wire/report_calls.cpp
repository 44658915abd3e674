#include "wire/report_calls.h"

#include <algorithm>
#include <utility>

#include "core/civil_time.h"
#include "core/limits.h"
#include "looplet/report_run.h"
#include "looplet/wire.h"
#include "wire/json_text.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/report_types.h"
#include "wire/writer.h"

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;
using Node = JsonBackend::Node;

constexpr const char* kPeriods = "month, week, quarter, 30-days";
constexpr const char* kKeeps = "latest, first, all";
constexpr const char* kOrders = "day first, month first";
constexpr const char* kRoles =
    "score, comment, time, id, respondent, locale, survey, weight";

/// What is asked, without the file: ready to be fed.
class Wanted {
 public:
  /// `where` is the place of the options.
  Wanted(const AnalyzeRequestOptions& asked, std::string where)
      : where_(std::move(where)), locale_(asked.locale) {
    options = asked.analysis;
    if (asked.mix) read_mix(*asked.mix);
    reading.by = options.by;
    read_names(asked);
    for (const ToldColumn& told : asked.columns) tell(told);
    if (!asked.themes) return;
    const ThemeRules* own[] = {&*asked.themes};
    Result<Tagger> made = Tagger::make(own);
    if (made) {
      tagger = std::make_unique<Tagger>(std::move(*made));
      return;
    }
    for (Fault fault : made.faults()) {
      fault.where = where_ + "/themes" + fault.where;
      faults.push_back(std::move(fault));
    }
  }

  ReportRun run() {
    ReportRun run;
    run.tagger = std::move(tagger);
    run.file = std::make_unique<FileReport>(reading, options, run.tagger.get(),
                                            locale_);
    return run;
  }

  AnalyzeOptions options;
  BatchOptions reading;
  std::unique_ptr<Tagger> tagger;
  Faults faults;

 private:
  void refuse(const char* place, std::string_view given, const char* known) {
    faults.push_back(
        make_fault(Code::not_one_of, where_ + place, {given, known}));
  }

  void read_names(const AnalyzeRequestOptions& asked) {
    if (!asked.every.empty()) {
      const auto period = wave_period_named(asked.every);
      if (period) {
        options.every = *period;
      } else {
        refuse("/every", asked.every, kPeriods);
      }
    }
    if (asked.delimiter == "tab") {
      reading.delimiter = '\t';
    } else if (asked.delimiter.size() == 1) {
      reading.delimiter = asked.delimiter[0];
    } else if (!asked.delimiter.empty()) {
      refuse("/delimiter", asked.delimiter, "one character, tab");
    }
    if (asked.keep == "first") {
      reading.keep = Keep::first;
    } else if (asked.keep == "all") {
      reading.keep = Keep::all;
    } else if (!asked.keep.empty() && asked.keep != "latest") {
      refuse("/keep", asked.keep, kKeeps);
    }
    if (asked.date_order == "day first") {
      reading.date_order = DateOrder::day_first;
    } else if (asked.date_order == "month first") {
      reading.date_order = DateOrder::month_first;
    } else if (!asked.date_order.empty()) {
      refuse("/dateOrder", asked.date_order, kOrders);
    }
  }

  /// The column of a mix is broken down by, too.
  void read_mix(const MixGiven& given) {
    PopulationMix& mix = options.mix.emplace();
    mix.by = given.by;
    for (const MixGiven::Share& one : given.shares) {
      mix.parts.push_back({std::string(one.name), one.share});
    }
    const auto known = std::find(options.by.begin(), options.by.end(), mix.by);
    if (known == options.by.end()) options.by.push_back(mix.by);
  }

  void tell(const ToldColumn& told) {
    const std::string column(told.column);
    if (told.role == "comment") {
      reading.comments.push_back(column);
      return;
    }
    const std::pair<std::string_view, std::string*> roles[] = {
        {"score", &reading.score},   {"time", &reading.time},
        {"id", &reading.id},         {"respondent", &reading.respondent},
        {"locale", &reading.locale}, {"survey", &reading.survey},
        {"weight", &reading.weight}};
    for (const auto& [role, place] : roles) {
      if (role == told.role) {
        *place = column;
        return;
      }
    }
    refuse("/columns", told.role, kRoles);
  }

  std::string where_;
  std::string locale_;
};

/// Faults of options stand at the request's own place of them.
JsonWritten reply_of(Result<Report> report, const std::string& where) {
  if (report) return good<JsonBackend>(write<JsonBackend>(kReport, *report));
  Faults faults = report.faults();
  for (Fault& fault : faults) {
    if (fault.where.rfind('/', 0) == 0) fault.where = where + fault.where;
  }
  return bad<JsonBackend>(faults);
}

Result<Report> report_of_text(std::string_view text, Wanted& wanted) {
  ReportRun run = wanted.run();
  do {
    run.file->push(text);
    run.file->finish();
  } while (run.file->again());
  return run.file->report();
}

Result<Report> report_of_responses(const std::vector<GivenResponse>& responses,
                                   const Wanted& wanted,
                                   std::string_view locale, Faults& faults) {
  ReportBuilder builder(wanted.options, wanted.tagger.get());
  std::vector<std::string_view> groups(wanted.options.by.size());
  std::int64_t line = 0;
  for (const GivenResponse& given : responses) {
    BatchRow row;
    row.line = ++line;
    row.score = given.score;
    row.disposition = given.score < 0 ? Disposition::missing : Disposition::ok;
    row.comment = given.comment;
    row.id = given.id;
    row.respondent = given.respondent;
    row.locale = given.locale.empty() ? locale : given.locale;
    row.weight = given.weight;
    if (!given.time.empty()) {
      const auto time = read_time(given.time, wanted.reading.date_order);
      if (time) {
        row.time = time->seconds;
      } else {
        faults.push_back(make_fault(
            Code::bad_form, "/responses/" + std::to_string(line - 1) + "/time",
            {given.time, "a date, or a date and a time of day"}));
      }
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
      groups[i] = {};
      for (const GivenResponse::Group& group : given.groups) {
        if (group.name == wanted.options.by[i]) groups[i] = group.value;
      }
    }
    row.groups = groups;
    builder.add(row);
  }
  return builder.finish();
}

}  // namespace

JsonWritten analyze_call(Node request) {
  AnalyzeRequest asked;
  Arena arena;
  Faults faults;
  // A JSON file may be given as a document, too.
  Node json = JsonBackend::null();
  Json with_text;
  if (JsonBackend::kind(request) == Kind::object &&
      JsonBackend::member(request, "json", json) && json->is_structured()) {
    with_text = *request;
    with_text["json"] = text_of_document(*json);
    request = &with_text;
  }
  if (!read<JsonBackend>(request, kAnalyzeRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  const int given = asked.csv.has_value() + asked.json.has_value() +
                    asked.responses.has_value();
  if (given != 1) {
    return bad<JsonBackend>(Faults{make_fault(Code::one_source, "")});
  }
  Wanted wanted(asked.options, "/options");
  if (!wanted.faults.empty()) return bad<JsonBackend>(wanted.faults);
  if (asked.responses) {
    Result<Report> report = report_of_responses(*asked.responses, wanted,
                                                asked.options.locale, faults);
    if (!faults.empty()) return bad<JsonBackend>(faults);
    return reply_of(std::move(report), "/options");
  }
  return reply_of(report_of_text(asked.csv ? *asked.csv : *asked.json, wanted),
                  "/options");
}

JsonWritten goal_call(Node request) {
  GoalRequest asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, kGoalRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  check_range(asked.points, -100, 100, "/goal", faults);
  check_counts(asked.counts.total(), "/counts", faults);
  if (!faults.empty()) return bad<JsonBackend>(faults);
  Goal goal;
  if (asked.counts.by == CountsGiven::By::score) {
    Tally tally;
    std::copy(asked.counts.scores.begin(), asked.counts.scores.end(),
              tally.count.begin());
    goal = solve_goal(tally, asked.points);
  } else {
    goal = solve_goal(asked.counts.total(), asked.points);
  }
  return good<JsonBackend>(write<JsonBackend>(kGoal, goal));
}

Result<ReportRun> begin_report(std::string_view options) {
  const Result<Json> document = parse_json(options, {kMaxRequestBytes});
  if (!document) return document.faults();
  AnalyzeRequestOptions asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(&*document, kAnalyzeOptions, Strict::no, asked, arena,
                         faults)) {
    return faults;
  }
  Wanted wanted(asked, "");
  if (!wanted.faults.empty()) return wanted.faults;
  return wanted.run();
}

std::string write_report(ReportRun& run, Detail detail) {
  return reply_of(run.file->report(detail), "").take();
}

std::string write_source(const ReportRun& run) {
  return good<JsonBackend>(
             write<JsonBackend>(kReportSource, run.file->source()))
      .take();
}

std::string write_report(const Report& report) {
  return write<JsonBackend>(kReport, report).take();
}

}  // namespace looplet::wire
