// looplet plan --margin POINTS | --change POINTS
#include <cstdio>

#include "cli/complain.h"
#include "cli/options.h"
#include "cli/report_json.h"
#include "cli/terminal.h"
#include "cli/understood.h"
#include "cli/words.h"
#include "looplet/plan.h"

namespace looplet::cli {
namespace {

struct PlanRequest {
  std::optional<double> margin;
  std::optional<double> change;
  std::string like;
  double power = kDefaultPower;
  ScoreOptions options;
};

struct Plan {
  std::int64_t responses = 0;
  double points = 0;
  bool margin = false;
  double variance = kWorstVariance;
  double confidence = kDefaultConfidence;
  double power = kDefaultPower;
};

std::string shortest(double number) {
  return OrderedJson(number).dump().find(".0") == std::string::npos
             ? OrderedJson(number).dump()
             : fixed(number, 0);
}

std::string as_text(const Plan& plan, const PlanRequest& request,
                    const std::string& source) {
  const Paint paint;
  std::string first;
  if (plan.margin) {
    first = counted(plan.responses, "answer", "answers") +
            (plan.responses == 1 ? " is" : " are") +
            " needed to know the score within " + shortest(plan.points) +
            " points either way, " + percent(plan.confidence) + " sure";
  } else {
    first = counted(plan.responses, "answer", "answers") +
            " in each group are needed to notice a change of " +
            shortest(plan.points) + " points, " + percent(plan.power) +
            " of the time at " + percent(plan.confidence) + " confidence";
  }
  std::string out = paint.bold(first) + "\n";
  if (request.like.empty()) {
    out +=
        "for the worst case, half promoters and half detractors; answers "
        "spread like yours may need fewer (--like FILE)\n";
  } else {
    out += "if answers spread like those of " + source + " (variance " +
           fixed(plan.variance, 3) + " of at most 1)\n";
  }
  if (request.options.population) {
    out += "out of " +
           counted(*request.options.population, "person", "people") +
           " who can be asked\n";
  }
  return out;
}

std::string as_json(const Plan& plan, const PlanRequest& request) {
  OrderedJson out;
  out[plan.margin ? "responses" : "responsesPerGroup"] = plan.responses;
  out[plan.margin ? "margin" : "change"] = plan.points;
  out["confidence"] = plan.confidence;
  if (!plan.margin) out["power"] = plan.power;
  out["variance"] = plan.variance;
  if (request.options.population)
    out["population"] = *request.options.population;
  return dump(out);
}

std::string as_csv(const Plan& plan) {
  return std::string(plan.margin ? "responses,margin"
                                 : "responses_per_group,"
                                   "change") +
         ",confidence,variance\n" + std::to_string(plan.responses) + "," +
         cell(plan.points) + "," + cell(plan.confidence) + "," +
         cell(plan.variance) + "\n";
}

int plan_answers(const PlanRequest& request) {
  Plan plan;
  plan.margin = request.margin.has_value();
  plan.points = plan.margin ? *request.margin : *request.change;
  plan.confidence = request.options.confidence;
  plan.power = request.power;
  std::string source;
  std::int64_t faults = 0;
  if (!request.like.empty()) {
    const ScoresFile file = read_scores(request.like, request.options.reader());
    faults = file.fault_count;
    if (!file.usable) return kInputHasFaults;
    const Result<Estimate> e = estimate(file.counts);
    const double variance = e ? e->variance.value_or(0) : 0;
    if (!(variance > 0)) {
      complain(file.name, make_fault(Code::no_spread, ""));
      return kInputHasFaults;
    }
    plan.variance = variance;
    source = file.name + ", " + counted(e->n, "answer", "answers");
  }
  Faults wrong;
  if (plan.margin) {
    MarginPlan wanted;
    wanted.margin = plan.points;
    wanted.confidence = plan.confidence;
    wanted.variance = plan.variance;
    wanted.population = request.options.population;
    const Result<MarginSize> size = sample_size(wanted);
    if (size) {
      plan.responses = size->responses;
    } else {
      wrong = size.faults();
    }
  } else {
    ChangePlan wanted;
    wanted.change = plan.points;
    wanted.power = plan.power;
    wanted.confidence = plan.confidence;
    wanted.variance_before = wanted.variance_after = plan.variance;
    const Result<ChangeSize> size = sample_size(wanted);
    if (size) {
      plan.responses = size->responses_per_group;
    } else {
      wrong = size.faults();
    }
  }
  if (!wrong.empty()) {
    complain("plan", wrong, 0);
    return kWrongCommandLine;
  }
  std::string out;
  switch (request.options.format) {
    case Format::text:
      out = as_text(plan, request, source);
      break;
    case Format::json:
      out = as_json(plan, request);
      break;
    case Format::csv:
      out = as_csv(plan);
      break;
  }
  std::fputs(out.c_str(), stdout);
  return faults > 0 ? kInputHasFaults : kDone;
}

}  // namespace

void add_plan(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<PlanRequest>();
  CLI::App* command = app.add_subcommand(
      "plan",
      "How many answers are needed to know a score, or to notice a "
      "change");
  CLI::Option* margin =
      command
          ->add_option("--margin", request->margin,
                       "know the score within so many points either way")
          ->type_name("POINTS");
  CLI::Option* change =
      command
          ->add_option("--change", request->change,
                       "notice a change of so many points between two groups")
          ->type_name("POINTS");
  margin->excludes(change);
  command
      ->add_option("--like", request->like,
                   "answers whose spread is expected again; the worst case if "
                   "not given")
      ->type_name("FILE");
  command
      ->add_option("--confidence", request->options.confidence,
                   "0.95 if not given")
      ->transform(CLI::Validator(check_confidence, ""))
      ->type_name("SHARE");
  command
      ->add_option("--power", request->power,
                   "how often such a change shall be noticed; 0.8 if not given")
      ->transform(CLI::Validator(check_confidence, ""))
      ->type_name("SHARE")
      ->excludes(margin);
  command
      ->add_option("--population", request->options.population,
                   "how many people can be asked at all")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, kLargestCount).description(""))
      ->excludes(change);
  add_reading(*command, request->options);
  add_format(*command, request->options.format);
  command->footer(
      "Examples:\n"
      "  looplet plan --margin 5\n"
      "  looplet plan --margin 5 --population 800 --like last-quarter.csv\n"
      "  looplet plan --change 10 --power 0.9\n");
  command->callback([request, &exit_code] {
    if (!request->margin && !request->change)
      throw CLI::RequiredError("--margin or --change");
    exit_code = plan_answers(*request);
  });
}

}  // namespace looplet::cli
