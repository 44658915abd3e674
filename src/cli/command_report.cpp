// looplet report [FILE]
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <optional>
#include <utility>

#include "analysis/weight_text.h"
#include "cli/complain.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/report_csv.h"
#include "cli/report_html.h"
#include "cli/report_json.h"
#include "cli/report_text.h"
#include "cli/terminal.h"
#include "cli/theme_file.h"
#include "looplet/report_run.h"

namespace looplet::cli {
namespace {

struct ReportRequest {
  std::string file = "-";
  std::string themes;
  std::string html;
  std::string every;
  std::string adjust = "holm";
  std::vector<std::string> by;
  std::string mix;
  std::optional<double> goal;
  std::int64_t min_group = AnalyzeOptions().min_group;
  std::int64_t comments = 0;
  bool no_comments = false;
  ScoreOptions options;
};

/// A file that can be read a second time from the front.
bool is_plain_file(const std::string& path) {
  struct stat about {};
  return path != "-" && !path.empty() && ::stat(path.c_str(), &about) == 0 &&
         S_ISREG(about.st_mode);
}

/// "plan:free=60,pro=40"; a comma may be in a name. Nothing: it is none.
std::optional<PopulationMix> mix_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
  PopulationMix mix;
  mix.by = std::string(text.substr(0, colon));
  text.remove_prefix(colon + 1);
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != ',') continue;
    const std::string_view piece = text.substr(from, at - from);
    const std::size_t equals = piece.rfind('=');
    if (equals == std::string_view::npos) continue;
    const auto share = weight_of(piece.substr(equals + 1));
    if (!share) return std::nullopt;
    mix.parts.push_back({std::string(piece.substr(0, equals)), *share});
    from = at + 1;
  }
  if (from <= text.size() || mix.parts.size() > kMostMixParts) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < mix.parts.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (mix.parts[i].name == mix.parts[k].name) return std::nullopt;
    }
  }
  return mix;
}

BatchOptions reading_of(const ReportRequest& request) {
  BatchOptions reading = request.options.reader();
  reading.by.insert(reading.by.end(), request.by.begin(), request.by.end());
  if (const auto mix = mix_of(request.mix)) {
    const auto known = std::find(reading.by.begin(), reading.by.end(), mix->by);
    if (known == reading.by.end()) reading.by.push_back(mix->by);
  }
  reading.hold = !is_plain_file(request.file);
  return reading;
}

AnalyzeOptions options_of(const ReportRequest& request) {
  AnalyzeOptions options;
  options.estimate = request.options.estimate();
  options.adjustment = *adjustment_named(request.adjust);
  options.min_group = request.min_group;
  if (!request.every.empty()) options.every = *wave_period_named(request.every);
  options.goal = request.goal;
  options.mix = mix_of(request.mix);
  options.themes = !request.no_comments;
  options.comments = request.comments;
  return options;
}

bool write_file(const std::string& path, const std::string& text) {
  std::FILE* out = std::fopen(path.c_str(), "wb");
  bool written = out != nullptr;
  if (written) {
    written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
    written = std::fclose(out) == 0 && written;
  }
  if (!written) {
    std::fprintf(stderr, "looplet: %s cannot be written: %s\n", path.c_str(),
                 std::strerror(errno));
  }
  return written;
}

/// False, and told, when it cannot be read.
bool read_all(const std::string& path, FileReport& report, std::string& name) {
  do {
    Input input(path);
    name = input.name();
    while (const std::size_t count = input.read(report.room())) {
      report.fill(count);
    }
    if (!input.error().empty()) {
      complain_unreadable(name, input.error());
      return false;
    }
    report.finish();
  } while (report.again());
  return true;
}

int report(const ReportRequest& request) {
  std::optional<Tagger> own;
  if (!request.themes.empty()) {
    own = read_tagger(request.themes);
    if (!own) return kInputHasFaults;
  }
  FileReport file(reading_of(request), options_of(request),
                  own ? &*own : nullptr);
  std::string name;
  if (!read_all(request.file, file, name)) return kInputHasFaults;
  const Result<Report> made = file.report();
  if (!made) {
    complain(name, made.faults(), 0);
    return kInputHasFaults;
  }
  BatchReader& reader = file.reader();
  complain(name, reader.faults(), reader.fault_count());
  const bool page_only = request.html == "-";
  if (!request.html.empty() && !page_only &&
      !write_file(request.html, report_html(*made, name))) {
    return kInputHasFaults;
  }
  std::string out;
  if (page_only) {
    out = report_html(*made, name);
    std::fputs(out.c_str(), stdout);
    return reader.fault_count() > 0 ? kInputHasFaults : kDone;
  }
  switch (request.options.format) {
    case Format::text:
      out = report_text(*made, name, Paint(), terminal_width());
      break;
    case Format::json:
      out = dump(OrderedJson::parse(wire::write_report(*made)));
      break;
    case Format::csv:
      out = report_csv(*made);
      break;
  }
  std::fputs(out.c_str(), stdout);
  return reader.fault_count() > 0 ? kInputHasFaults : kDone;
}

std::string check_every(const std::string& text) {
  if (wave_period_named(text)) return {};
  return "'" + text + "' must be month, week, quarter, or such as 30-days";
}

std::string check_mix(const std::string& text) {
  if (mix_of(text)) return {};
  return "'" + text +
         "' must be a column and a share above 0 of each of its groups, such "
         "as plan:free=60,pro=40";
}

std::string check_adjust(const std::string& text) {
  if (adjustment_named(text)) return {};
  return "'" + text + "' must be holm, bh, by or bonferroni";
}

void add_parts(CLI::App& command, ReportRequest& request) {
  command
      .add_option("--by", request.by,
                  "a column to break the score down by, by heading or number; "
                  "up to 8 times")
      ->type_name("COL")
      ->allow_extra_args(false);  // one each time: the next may be FILE
  command
      .add_option("--mix", request.mix,
                  "how those who could have answered are made up, as "
                  "COL:a=60,b=40; shows the score in these proportions")
      ->check(CLI::Validator(check_mix, ""))
      ->type_name("MIX");
  command
      .add_option("--every", request.every,
                  "waves: month, week, quarter, or such as 30-days, which are "
                  "windows that end with the last day")
      ->check(CLI::Validator(check_every, ""))
      ->type_name("PERIOD");
  command
      .add_option("--goal", request.goal,
                  "a score, and what would bring this one there")
      ->check(CLI::Range(-100.0, 100.0).description(""))
      ->type_name("N");
  command
      .add_option("--themes", request.themes,
                  "a file of rules of your own, besides the built-in ones; "
                  "examples/themes has those")
      ->type_name("FILE");
  command.add_flag("--no-comments", request.no_comments,
                   "do not read what people wrote");
  command
      .add_option("--comments", request.comments,
                  "with --format json: how many comments to give as they are")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{10000}).description(""))
      ->type_name("N");
  command
      .add_option("--min-group", request.min_group,
                  "groups with fewer answers show counts only; 10 if not given")
      ->check(CLI::Range(std::int64_t{0}, kLargestCount).description(""))
      ->type_name("N");
  command
      .add_option("--adjust", request.adjust,
                  "how p is corrected for the number of groups: holm (the "
                  "default), bh, by, bonferroni")
      ->check(CLI::Validator(check_adjust, ""))
      ->type_name("METHOD");
}

}  // namespace

void add_report(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<ReportRequest>();
  CLI::App* command = app.add_subcommand(
      "report",
      "Everything about a file of answers: score, groups, waves, themes");
  command
      ->add_option("FILE", request->file,
                   "any export, CSV or JSON; standard input if not given, or -")
      ->type_name("");
  add_parts(*command, *request);
  add_reading(*command, request->options);
  add_statistics(*command, request->options);
  command
      ->add_option("--population", request->options.population,
                   "how many people could have answered; narrows the interval")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, kLargestCount).description(""));
  command
      ->add_option("--html", request->html,
                   "writes the report as a page, too: one file, no script; - "
                   "writes only that, to standard output")
      ->type_name("OUT");
  add_format(*command, request->options.format);
  command->footer(
      "CSV has one row for the whole, each group, wave and theme; of a theme,\n"
      "'change' is its impact in points.\n\n"
      "Examples:\n"
      "  looplet report answers.csv --by plan --every month\n"
      "  looplet report export.csv --goal 50 --html report.html\n"
      "  looplet report answers.csv --by country --adjust bh --format json\n"
      "  looplet report answers.csv --mix plan:free=60,pro=40\n");
  command->callback([request, &exit_code] {
    if (request->by.size() > kMostBreakdowns) {
      throw CLI::ValidationError("--by", "may be given 8 times at most");
    }
    exit_code = report(*request);
  });
}

}  // namespace looplet::cli
