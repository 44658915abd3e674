#include <optional>
#include <utility>

#include "looplet/wire.h"
#include "wire/design_calls.h"
#include "wire/json_text.h"
#include "wire/simulate_types.h"
#include "wire/survey_calls.h"

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;
using Node = JsonBackend::Node;

/// What a request of `simulate` comes to. Faults of the survey stand below
/// /survey, those of the mix below /mix.
std::optional<SimulationRun> begin(Node request, Faults& faults) {
  CompiledSurvey survey;
  SimulateRequest asked;
  Arena arena;
  Node document = JsonBackend::null();
  if (JsonBackend::kind(request) == Kind::object &&
      JsonBackend::member(request, "survey", document)) {
    if (survey_fits(*document, "/survey", faults)) {
      Reporter found(survey.arena);
      const Below here(found, "survey");
      read_survey<JsonBackend>(document, Strict::yes, survey, found);
      for (Fault& fault : found.faults()) faults.push_back(std::move(fault));
    }
  } else {
    faults.push_back(make_fault(Code::missing_field, "", {"survey"}));
  }
  read<JsonBackend>(request, kSimulateRequest, Strict::no, asked, arena,
                    faults);
  const double bound = asked.report.starved_below;
  if (!(bound >= 0 && bound <= 1)) {
    const Json written = bound;
    faults.push_back(make_fault(Code::out_of_range, "/starvedBelow",
                                {written.dump(), "0", "1"}));
  }
  if (!faults.empty()) return std::nullopt;
  Result<Simulation> made =
      simulate(survey, {.seed = asked.seed, .mix = asked.mix, .first = 0});
  if (!made) {
    faults = made.faults();
    return std::nullopt;
  }
  return SimulationRun{std::move(*made), asked.respondents, asked.report};
}

JsonWritten report_reply(const SimulationRun& run) {
  return good<JsonBackend>(write<JsonBackend>(
      kSimulationReport, run.simulation.report(run.options)));
}

}  // namespace

JsonWritten simulate_call(Node request) {
  Faults faults;
  std::optional<SimulationRun> run = begin(request, faults);
  if (!run) return bad<JsonBackend>(faults);
  run->simulation.run(run->respondents);
  return report_reply(*run);
}

Result<SimulationRun> begin_simulation(std::string_view request) {
  const Result<Json> document =
      parse_json(request, {kMaxRequestBytes, kMaxDepth + 2});
  if (!document) return document.faults();
  Faults faults;
  std::optional<SimulationRun> run = begin(&*document, faults);
  if (!run) return faults;
  return std::move(*run);
}

std::string write_simulation(const SimulationRun& run) {
  return report_reply(run).take();
}

}  // namespace looplet::wire
