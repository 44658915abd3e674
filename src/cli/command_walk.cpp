// looplet walk SURVEY
//
// The conversation goes to standard error, so that standard output is the
// record alone: looplet walk survey.json > record.json
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <iostream>
#include <random>

#include "cli/complain.h"
#include "cli/options.h"
#include "cli/survey_file.h"
#include "cli/walk_step.h"
#include "cli/words.h"
#include "looplet/wire.h"

namespace looplet::cli {
namespace {

struct WalkRequest {
  std::string file;
  std::string locale;
  std::vector<std::string> traits;
  std::int64_t seed = 0;
  std::string id;
  std::string now;
};

std::string random_uuid() {
  std::random_device random;
  std::string out;
  for (int i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
    unsigned digit = random() & 15;
    if (i == 12) digit = 4;  // version 4, RFC 9562 section 5.4
    if (i == 16) digit = 8 | (digit & 3);
    out += "0123456789abcdef"[digit];
  }
  return out;
}

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

std::string check_trait(const std::string& text) {
  const std::size_t equal = text.find('=');
  if (equal != std::string::npos && equal > 0) return {};
  return "'" + text + "' must be NAME=VALUE, such as plan=pro";
}

std::optional<std::string> ask_line(std::string_view prompt) {
  std::fputs(std::string(prompt).c_str(), stderr);
  std::string line;
  if (!std::getline(std::cin, line)) {
    std::fputs("\n", stderr);
    return std::nullopt;
  }
  // A terminal shows what is typed; a file of answers is shown by us.
  if (::isatty(STDIN_FILENO) == 0)
    std::fputs((printable(line) + "\n").c_str(), stderr);
  return line;
}

void say(const std::string& text) { std::fputs(text.c_str(), stderr); }

void say(const Faults& faults) {
  for (const Fault& fault : faults) say("  " + fault.message + "\n");
}

// Walks until an end or the last line of input; false for the latter.
bool walk_on(const CompiledSurvey& survey, State& state, Arena& arena) {
  say(draw_step(state.step));
  while (state.step.type != StepType::end) {
    const Typed typed = read_answer(state.step, ask_line, arena);
    if (typed.what == Typed::What::ended) return false;
    if (typed.what == Typed::What::misunderstood) {
      say("  " + typed.why + "\n");
      continue;
    }
    Result<State> next = typed.what == Typed::What::back
                             ? back(survey, state, arena)
                             : answer(survey, state, typed.answer, arena);
    if (!next) {
      say(next.faults());
      continue;
    }
    state = *next;
    say(draw_step(state.step));
  }
  return true;
}

int walk(const WalkRequest& request) {
  const std::optional<SurveyFile> file = read_survey_file(request.file);
  if (!file) return kInputHasFaults;
  const Result<CompiledSurvey> survey = wire::read_survey(file->text);
  if (!survey) {
    const Faults& faults = survey.faults();
    complain(file->name, faults, static_cast<std::int64_t>(faults.size()),
             file->text);
    return kInputHasFaults;
  }
  StartOptions options;
  options.locale = request.locale;
  options.seed = request.seed;
  // One arena for the whole walk: each state refers to those before it.
  Arena arena;
  options.traits = arena.list<TraitValue>(request.traits.size());
  for (std::size_t i = 0; i < request.traits.size(); ++i) {
    const std::string_view trait = request.traits[i];
    const std::size_t equal = trait.find('=');
    options.traits[i] = {trait.substr(0, equal), trait.substr(equal + 1)};
  }
  State state = start(*survey, options, arena);
  if (::isatty(STDIN_FILENO) == 1)
    say("Type an answer and Enter; < goes back; Ctrl-D stops.\n");
  const bool reached_end = walk_on(*survey, state, arena);

  const std::string id = request.id.empty() ? random_uuid() : request.id;
  const std::string now = request.now.empty() ? time_now() : request.now;
  RecordOptions record;
  record.id = id;
  record.client_time = now;
  const Result<Response> response =
      looplet::response(*survey, state, record, arena);
  if (!response) {
    complain(file->name, response.faults(), 0);
    return kInputHasFaults;
  }
  if (response->segment) {
    say("\nCounted as a " + std::string(segment_name(*response->segment)) +
        " (" + std::to_string(*response->score) + ").\n");
  }
  std::fputs((wire::write_response(*response) + "\n").c_str(), stdout);
  if (!reached_end) {
    say("The answers ended before the survey did; the record is partial.\n");
    return kInputHasFaults;
  }
  return kDone;
}

}  // namespace

void add_walk(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<WalkRequest>();
  CLI::App* command =
      app.add_subcommand("walk", "Answers a survey here in the terminal");
  command->add_option("SURVEY", request->file, "a survey file")
      ->required()
      ->type_name("");
  command
      ->add_option("--locale", request->locale,
                   "language wanted, such as de-AT; the survey's own if not "
                   "given")
      ->type_name("TAG");
  command
      ->add_option("--trait", request->traits,
                   "something known of the respondent; may be repeated")
      ->check(CLI::Validator(check_trait, ""))
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command->add_option("--seed", request->seed, "orders shuffled options")
      ->type_name("N");
  command->add_option("--id", request->id, "the record's; random if not given")
      ->type_name("UUID");
  command
      ->add_option("--now", request->now,
                   "the record's time; the clock's if not given")
      ->type_name("TIME");
  command->footer(
      "The conversation goes to standard error, the record of the answers to "
      "standard\noutput. Nothing is sent.\n\n"
      "Examples:\n"
      "  looplet walk examples/surveys/saas-relationship.json --locale de\n"
      "  printf '9\\n\\n' | looplet walk survey.json > record.json\n");
  command->callback([request, &exit_code] {
    if (request->file == "-")
      throw CLI::ValidationError("SURVEY",
                                 "the answers come by standard input");
    exit_code = walk(*request);
  });
}

}  // namespace looplet::cli
