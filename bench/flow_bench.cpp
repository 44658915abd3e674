// Answers a second through the compiled form of a survey, and the time of one
// `answer` on a document state (a nlohmann document in, one out).
//
//   build/native/bench/flow_bench
//
// "items_per_second" counts answers. flow/... is Flow::next with the answer's
// fact set; blind/... is the same work without a decision, the floor.
// answer/... is what `looplet call` and the collector run for one answer;
// its parts follow: reading the state and the answer, deciding and drawing the
// next step, writing the reply and freeing it.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "flow_work.h"
#include "wire/json_backend.h"
#include "wire/survey_calls.h"

namespace looplet::bench {
namespace {

using wire::JsonBackend;
using Calls = wire::SurveyCalls<JsonBackend>;
using Json = JsonBackend::Json;

constexpr int kRespondents = 1024;

void flow(benchmark::State& state, const char* name) {
  const CompiledSurvey survey = read_bench_survey(name);
  Respondents respondents(survey);
  std::vector<std::uint64_t> asked(survey.survey.steps.size());
  std::uint64_t answers = 0;
  std::uint64_t walks = 0;
  for (auto _ : state) {
    answers += respondents.walk(kRespondents, asked);
    walks += kRespondents;
  }
  benchmark::DoNotOptimize(asked.data());
  state.SetItemsProcessed(static_cast<std::int64_t>(answers));
  state.counters["answers_a_walk"] =
      static_cast<double>(answers) / static_cast<double>(walks);
}

void blind(benchmark::State& state, const char* name, int steps) {
  const CompiledSurvey survey = read_bench_survey(name);
  Respondents respondents(survey);
  std::vector<std::uint64_t> asked(survey.survey.steps.size());
  std::uint64_t answers = 0;
  for (auto _ : state) {
    answers += respondents.walk_blindly(kRespondents, steps, asked);
  }
  benchmark::DoNotOptimize(asked.data());
  state.SetItemsProcessed(static_cast<std::int64_t>(answers));
}

BENCHMARK_CAPTURE(flow, score_and_reason, "score_and_reason");
BENCHMARK_CAPTURE(blind, score_and_reason, "score_and_reason", 2);
BENCHMARK_CAPTURE(flow, thirty_steps, "thirty_steps");
BENCHMARK_CAPTURE(blind, thirty_steps, "thirty_steps", 20);

/// A fitting answer to the step that is drawn.
Json answer_to(const Json& step) {
  const std::string type = step["type"];
  if (type == "nps") return 3;
  if (type == "rating") return 2;
  if (type == "choice") {
    const std::string id = step["options"][0]["id"];
    return step.value("many", false) ? Json::array({id}) : Json(id);
  }
  if (type == "text") return "Exports time out on big projects.";
  if (type == "consent") return true;
  return nullptr;
}

/// The state after `count` answers.
Json value_of(wire::JsonWritten written) {
  Json reply = Json::parse(std::move(written).take());
  if (reply["ok"] != true) {
    std::fprintf(stderr, "%s\n", reply.dump(2).c_str());
    std::exit(1);
  }
  return std::move(reply["value"]);
}

Json state_after(const CompiledSurvey& survey, int count) {
  const Json nothing = Json::object();
  Json state = value_of(Calls::start(survey, &nothing));
  for (int i = 0; i < count; ++i) {
    const Json given = answer_to(state["step"]);
    state = value_of(Calls::answer(survey, &state, &given));
  }
  return state;
}

/// One answer, the state after `count` of them.
struct Asked {
  CompiledSurvey survey;
  Json state;
  Json given;

  Asked(const char* name, int count)
      : survey(read_bench_survey(name)),
        state(state_after(survey, count)),
        given(answer_to(state["step"])) {}
};

void answer(benchmark::State& state, const char* name, int count) {
  const Asked asked(name, count);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Calls::answer(asked.survey, &asked.state, &asked.given));
  }
}

void read(benchmark::State& state, const char* name, int count) {
  const Asked asked(name, count);
  for (auto _ : state) {
    State at;
    Answer given;
    Arena arena;
    Faults faults;
    wire::read<JsonBackend>(&asked.state, wire::kState, wire::Strict::no, at,
                            arena, faults);
    wire::read<JsonBackend>(&asked.given, wire::kAnswer, wire::Strict::no,
                            given, arena, faults);
    benchmark::DoNotOptimize(at);
    benchmark::DoNotOptimize(given);
  }
}

struct Read {
  Arena arena;
  State at;
  Answer given;

  explicit Read(const Asked& asked) {
    Faults faults;
    wire::read<JsonBackend>(&asked.state, wire::kState, wire::Strict::no, at,
                            arena, faults);
    wire::read<JsonBackend>(&asked.given, wire::kAnswer, wire::Strict::no,
                            given, arena, faults);
  }
};

void decide(benchmark::State& state, const char* name, int count) {
  const Asked asked(name, count);
  const Read read(asked);
  for (auto _ : state) {
    Arena arena;
    benchmark::DoNotOptimize(
        looplet::answer(asked.survey, read.at, read.given, arena));
  }
}

void write(benchmark::State& state, const char* name, int count) {
  const Asked asked(name, count);
  const Read read(asked);
  Arena arena;
  const auto next = looplet::answer(asked.survey, read.at, read.given, arena);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        wire::good<JsonBackend>(wire::write<JsonBackend>(wire::kState, *next)));
  }
}

/// The floor: copying the reply, which any way of making it has to do.
void copy(benchmark::State& state, const char* name, int count) {
  const Asked asked(name, count);
  const std::string reply =
      Calls::answer(asked.survey, &asked.state, &asked.given).take();
  for (auto _ : state) {
    std::string copied = reply;
    benchmark::DoNotOptimize(copied);
  }
}

#define LOOPLET_ANSWER_BENCH(what)                                  \
  BENCHMARK_CAPTURE(what, first_of_two, "score_and_reason", 0);     \
  BENCHMARK_CAPTURE(what, first_of_twelve,                          \
                    "../../examples/surveys/saas-relationship", 0); \
  BENCHMARK_CAPTURE(what, third_of_twelve,                          \
                    "../../examples/surveys/saas-relationship", 2); \
  BENCHMARK_CAPTURE(what, thirteenth_of_thirty, "thirty_steps", 12)

LOOPLET_ANSWER_BENCH(answer);
LOOPLET_ANSWER_BENCH(read);
LOOPLET_ANSWER_BENCH(decide);
LOOPLET_ANSWER_BENCH(write);
LOOPLET_ANSWER_BENCH(copy);

}  // namespace
}  // namespace looplet::bench

BENCHMARK_MAIN();
