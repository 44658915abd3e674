// Simulated respondents a second, beside the floor: drawing as many numbers,
// and nothing else.
//
//   build/native/bench/simulate_bench
//
// CPU time of one thread, the best of many runs of a tenth of a second each.
// The same as WebAssembly: bench/analysis_module.mjs.
#include <cstdio>
#include <ctime>

#include "flow_work.h"
#include "looplet/simulate.h"
#include "simulate/simulation_plan.h"

namespace {

using looplet::CompiledSurvey;
using looplet::Simulation;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Pieces of `count` a second.
template <class Work>
double best_rate(std::int64_t count, Work work) {
  double best = 0;
  for (int run = 0; run < 15; ++run) {
    const double begun = seconds();
    std::int64_t done = 0;
    double passed = 0;
    do {
      work();
      done += count;
      passed = seconds() - begun;
    } while (passed < 0.1);
    const double rate = static_cast<double>(done) / passed;
    if (rate > best) best = rate;
  }
  return best;
}

void measure(const char* name) {
  const CompiledSurvey survey = looplet::bench::read_bench_survey(name);
  constexpr std::int64_t kChunk = 100000;
  const looplet::Result<Simulation> made = simulate(survey);
  if (!made) return;
  Simulation simulation = *made;
  simulation.run(1000000);
  const auto report = simulation.report();
  double steps = 0;
  for (const auto& step : report.steps) {
    steps += static_cast<double>(step.reached);
  }
  steps /= static_cast<double>(report.respondents);

  const double rate = best_rate(kChunk, [&] { simulation.run(kChunk); });
  std::uint64_t sum = 0;
  const auto numbers = static_cast<std::int64_t>(steps * kChunk);
  const double floor = best_rate(kChunk, [&] {
    looplet::SimulationDraws draws(sum, 0);
    for (std::int64_t i = 0; i < numbers; ++i) sum += draws.next();
  });
  const double plan = best_rate(1, [&] { sum += simulate(survey).ok(); });
  std::printf(
      "%-20s %5.1f million respondents a second, %4.1f steps each; drawing "
      "alone %.0f (%d); making ready %.1f ms\n",
      name, rate / 1e6, steps, floor / 1e6, static_cast<int>(sum & 1),
      1000 / plan);
}

}  // namespace

int main() {
  measure("score_and_reason");
  measure("../../examples/surveys/saas-relationship");
  measure("thirty_steps");
}
