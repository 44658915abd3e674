// looplet simulate SURVEY --respondents N --seed S
#include <algorithm>
#include <cstdio>
#include <thread>

#include "cli/complain.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/report_json.h"
#include "cli/survey_file.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "looplet/wire.h"

namespace looplet::cli {
namespace {

struct SimulateRequest {
  std::string file;
  std::int64_t respondents = 100000;
  std::int64_t seed = 0;
  std::string mix;
  std::int64_t top = 10;
  Format format = Format::text;
};

bool is_preset(const std::string& mix) {
  return mix == "typical" || mix == "happy" || mix == "unhappy" ||
         mix == "even";
}

std::string share(const std::optional<double>& value) {
  return value ? fixed(*value * 100, 2) + " %" : "-";
}

std::string padded(std::string text, std::size_t width, bool right = true) {
  if (text.size() >= width) return text;
  return right ? text.insert(0, width - text.size(), ' ')
               : text.append(width - text.size(), ' ');
}

std::string one_in(double bound) {
  return bound > 0 ? "1 in " + grouped(static_cast<std::int64_t>(1 / bound))
                   : "0";
}

std::string as_text(const SimulationReport& report, const std::string& name) {
  const Paint paint;
  std::string out =
      paint.bold(name + ": " +
                 counted(report.respondents, "respondent", "respondents") +
                 ", " + share(report.completed_share) + " came to an end") +
      "\n";
  const QuestionsAsked& asked = report.questions;
  if (asked.mean) {
    out += "questions asked: " + fixed(*asked.mean, 2) +
           " on average, median " + grouped(*asked.median) +
           ", 9 in 10 at most " + grouped(*asked.p90) + ", never more than " +
           grouped(*asked.max) + "\n";
  }
  out += "\nways\n";
  for (const SimulatedPath& path : report.paths) {
    out += padded(share(path.share), 9) + "  ";
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      out += (i == 0 ? "" : " > ") + path.steps[i];
    }
    out += path.complete ? "\n" : " (left)\n";
  }
  if (report.other_paths > 0) {
    out += padded(share(static_cast<double>(report.other_paths) /
                        static_cast<double>(report.respondents)),
                  9) +
           "  on other ways\n";
  }
  std::size_t width = 4;
  for (const SimulatedStep& step : report.steps) {
    width = std::max(width, step.id.size());
  }
  out += "\n" + padded("step", width, false) +
         "   reached  left there   detractors     passives    promoters\n";
  for (const SimulatedStep& step : report.steps) {
    out += padded(step.id, width, false) + padded(share(step.share), 10) +
           padded(step.reached == 0 ? "-" : share(step.left_share), 12) +
           padded(grouped(step.by_segment.detractor), 13) +
           padded(grouped(step.by_segment.passive), 13) +
           padded(grouped(step.by_segment.promoter), 13) +
           (step.starved ? "  starved\n" : "\n");
  }
  out += "\ncame to an end:";
  const char* between = " ";
  for (const SegmentCompletion& one : report.completion) {
    if (one.respondents == 0) continue;
    out += between;
    out += one.segment ? std::string(segment_name(*one.segment)) + "s"
                       : std::string("without a score");
    out += " " + share(one.share);
    between = ", ";
  }
  out += "\n";
  if (!report.starved.empty()) {
    out += "starved, fewer than " + one_in(report.starved_below) + ":";
    for (std::size_t i = 0; i < report.starved.size(); ++i) {
      out += (i == 0 ? " " : ", ") + report.starved[i];
    }
    out += "\n";
  }
  return out;
}

/// On every processor; the report is that of one.
void run(wire::SimulationRun& simulation) {
  constexpr std::int64_t kWorthAThread = 500'000;
  const std::int64_t count = simulation.respondents;
  const std::int64_t threads = std::clamp<std::int64_t>(
      std::thread::hardware_concurrency(), 1,
      std::max<std::int64_t>(count / kWorthAThread, 1));
  std::vector<Simulation> parts;
  for (std::int64_t i = 1; i < threads; ++i) {
    parts.push_back(simulation.simulation.part(count / threads * i));
  }
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    const std::int64_t share =
        last ? count - count / threads * (threads - 1) : count / threads;
    running.emplace_back([&parts, i, share] { parts[i].run(share); });
  }
  simulation.simulation.run(threads == 1 ? count : count / threads);
  for (std::thread& one : running) one.join();
  for (const Simulation& part : parts) simulation.simulation.merge(part);
}

int simulate_file(const SimulateRequest& request) {
  const std::optional<SurveyFile> survey = read_survey_file(request.file);
  if (!survey) return kInputHasFaults;
  std::string mix;
  std::string mix_name;
  if (is_preset(request.mix)) {
    mix = OrderedJson(request.mix).dump();
  } else if (!request.mix.empty()) {
    const std::optional<SurveyFile> file = read_survey_file(request.mix);
    if (!file) return kInputHasFaults;
    mix = file->text;
    mix_name = file->name;
    if (!OrderedJson::accept(mix)) {
      complain(mix_name, make_fault(Code::not_json, "", {"see the file"}));
      return kInputHasFaults;
    }
  }
  // Read by itself first, so that a fault has its line.
  const Result<CompiledSurvey> read = wire::read_survey(survey->text);
  if (!read) {
    complain(survey->name, read.faults(), 0, survey->text);
    return kInputHasFaults;
  }
  std::string asked = "{\"survey\":" + survey->text + ",\"respondents\":" +
                      std::to_string(request.respondents) +
                      ",\"seed\":" + std::to_string(request.seed) +
                      ",\"top\":" + std::to_string(request.top);
  if (!mix.empty()) asked += ",\"mix\":" + mix;
  Result<wire::SimulationRun> simulation = wire::begin_simulation(asked + "}");
  if (!simulation) {
    for (Fault fault : simulation.faults()) {
      // Places in the mix are places in its file.
      if (fault.where.rfind("/mix", 0) == 0) fault.where.erase(0, 4);
      complain(mix_name.empty() ? survey->name : mix_name, fault, mix);
    }
    return kInputHasFaults;
  }
  run(*simulation);
  const std::string out =
      request.format == Format::json
          ? dump(OrderedJson::parse(wire::write_simulation(*simulation))
                     .at("value"))
          : as_text(simulation->simulation.report(simulation->options),
                    survey->name);
  std::fputs(out.c_str(), stdout);
  return kDone;
}

}  // namespace

void add_simulate(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<SimulateRequest>();
  CLI::App* command = app.add_subcommand(
      "simulate",
      "Made-up respondents sent through a survey: its ways, who leaves where, "
      "steps that nobody sees");
  command->add_option("SURVEY", request->file, "a survey file, or -")
      ->required()
      ->type_name("");
  command
      ->add_option("--respondents", request->respondents,
                   "how many; 100,000 if not given")
      ->check(CLI::Range(std::int64_t{0}, kMaxRespondents).description(""))
      ->type_name("N");
  command
      ->add_option("--seed", request->seed,
                   "the same seed gives the same respondents; 0 if not given")
      ->check(
          CLI::Range(std::int64_t{0}, std::int64_t{1} << 53).description(""))
      ->type_name("S");
  command
      ->add_option("--mix", request->mix,
                   "typical (the default), happy, unhappy, even, or a JSON "
                   "file that says how they answer")
      ->type_name("MIX");
  command->add_option("--top", request->top, "ways to list; 10 if not given")
      ->check(CLI::Range(std::int64_t{0}, kMaxPathsShown).description(""))
      ->type_name("N");
  add_text_or_json(*command, request->format);
  command->footer(
      "A mix is an object such as {\"preset\": \"happy\", \"dropOff\": 0.05,\n"
      "\"steps\": {\"why\": {\"options\": {\"price\": 3, \"support\": 1}}}}; "
      "see Mix in\nschema/calls.schema.json.\n\n"
      "Examples:\n"
      "  looplet simulate survey.json --respondents 1000000 --seed 7\n"
      "  looplet simulate survey.json --mix unhappy --format json\n");
  command->callback(
      [request, &exit_code] { exit_code = simulate_file(*request); });
}

}  // namespace looplet::cli
