// The time of one `check`: reading a survey, proving its flow, witnesses.
//
//   build/native/bench/verify_bench
//
// Counters: bytes of the survey, problems found, undecided: steps of which
// something could not be told within the bound (src/verify/prover.h), exact: 1
// when the ways were counted and not only bounded.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "flow_work.h"
#include "looplet/wire.h"
#include "verify_cases.h"

namespace {

using looplet::Check;
using looplet::Problem;

void verify(benchmark::State& state, const std::string& survey) {
  const Check once = looplet::wire::check_survey(survey);
  if (!once.runs) {
    std::fprintf(stderr, "%s\n", looplet::wire::write_check(once).c_str());
    std::exit(1);
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(looplet::wire::check_survey(survey));
  }
  double undecided = 0;
  for (const Problem& problem : once.problems) {
    undecided += problem.fault.code == looplet::Code::not_decided;
  }
  state.counters["bytes"] = static_cast<double>(survey.size());
  state.counters["problems"] = static_cast<double>(once.problems.size());
  state.counters["undecided"] = undecided;
  state.counters["exact"] = once.exact;
}

}  // namespace

int main(int argc, char** argv) {
  // For bench/analysis_module.mjs.
  if (argc > 1 && std::string_view(argv[1]) == "--print") {
    for (const auto& hard : looplet::bench::verify_cases()) {
      std::printf("%s\t%s\n", hard.name.c_str(), hard.survey.c_str());
    }
    return 0;
  }
  for (const char* name :
       {"score_and_reason", "../../examples/surveys/saas-relationship",
        "thirty_steps"}) {
    const std::string survey = looplet::bench::read_bench_file(name);
    benchmark::RegisterBenchmark(
        (std::string("verify/") + name).c_str(),
        [survey](benchmark::State& state) { verify(state, survey); })
        ->Unit(benchmark::kMicrosecond);
  }
  for (const auto& hard : looplet::bench::verify_cases()) {
    const std::string survey = hard.survey;
    benchmark::RegisterBenchmark(
        ("verify/" + hard.name).c_str(),
        [survey](benchmark::State& state) { verify(state, survey); })
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
