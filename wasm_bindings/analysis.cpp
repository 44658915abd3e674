// The analysis module: every call of the engine, JSON text in and out, for
// pages, Workers and Node. The same calls as `looplet call`.
//
//   call("estimate", '{"counts":{"scores":[...]}}')   // '{"ok":true,...}'
#include <emscripten/bind.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "looplet/wire.h"

namespace {

std::string call(const std::string& name, const std::string& request) {
  return looplet::wire::call(name, request);
}

double max_request_bytes() {
  return static_cast<double>(looplet::wire::kMaxRequestBytes);
}

/// Simulations that are under way; a handle is a place in this list.
std::vector<std::unique_ptr<looplet::wire::SimulationRun>> simulations;

std::string begin_simulation(const std::string& request) {
  auto begun = looplet::wire::begin_simulation(request);
  if (!begun) return looplet::wire::write_faults(begun.faults());
  std::size_t handle = 0;
  while (handle < simulations.size() && simulations[handle]) ++handle;
  if (handle == simulations.size()) simulations.emplace_back();
  const std::int64_t respondents = begun->respondents;
  simulations[handle] =
      std::make_unique<looplet::wire::SimulationRun>(std::move(*begun));
  return "{\"ok\":true,\"value\":{\"handle\":" + std::to_string(handle) +
         ",\"respondents\":" + std::to_string(respondents) + "}}";
}

looplet::wire::SimulationRun* simulation(int handle) {
  const auto place = static_cast<std::size_t>(handle);
  return place < simulations.size() ? simulations[place].get() : nullptr;
}

void run_simulation(int handle, double count) {
  if (auto* run = simulation(handle)) {
    run->simulation.run(static_cast<std::int64_t>(count));
  }
}

std::string report_simulation(int handle) {
  const auto* run = simulation(handle);
  return run == nullptr ? std::string() : looplet::wire::write_simulation(*run);
}

void free_simulation(int handle) {
  if (simulation(handle) != nullptr) {
    simulations[static_cast<std::size_t>(handle)].reset();
  }
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_analysis) {
  emscripten::function("call", &call);
  emscripten::function("maxRequestBytes", &max_request_bytes);
  emscripten::function("beginSimulation", &begin_simulation);
  emscripten::function("runSimulation", &run_simulation);
  emscripten::function("reportSimulation", &report_simulation);
  emscripten::function("freeSimulation", &free_simulation);
}
