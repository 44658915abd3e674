// Answers a second through the compiled form, as WebAssembly in Node:
//
//   node build/wasm/bench/flow_wasm_O3.js
//   node build/wasm/bench/flow_wasm_Oz.js
//
// The best of many runs of a tenth of a second each, which a busy machine
// disturbs least.
#include <emscripten.h>

#include <cstdio>

#include "flow_work.h"

namespace {

using looplet::CompiledSurvey;
using looplet::bench::Respondents;

template <class Work>
double best_rate(Work work) {
  double best = 0;
  for (int run = 0; run < 20; ++run) {
    const double begun = emscripten_get_now();
    double answers = 0;
    double milliseconds = 0;
    do {
      answers += static_cast<double>(work());
      milliseconds = emscripten_get_now() - begun;
    } while (milliseconds < 100);
    const double rate = answers / milliseconds * 1000;
    if (rate > best) best = rate;
  }
  return best;
}

void measure(const char* name, int blind_steps) {
  const CompiledSurvey survey = looplet::bench::read_bench_survey(name);
  Respondents respondents(survey);
  std::vector<std::uint64_t> asked(survey.survey.steps.size());
  const double flow = best_rate([&] { return respondents.walk(1024, asked); });
  const double blind = best_rate(
      [&] { return respondents.walk_blindly(1024, blind_steps, asked); });
  std::printf("%-18s %6.1f million answers a second; without a decision %.1f\n",
              name, flow / 1e6, blind / 1e6);
}

}  // namespace

int main() {
  measure("score_and_reason", 2);
  measure("thirty_steps", 20);
}
