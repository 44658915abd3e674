// The call `simulate` in steps, for a module's own thread: begun, run by
// pieces, reported and freed by a handle.
#pragma once

#include <emscripten/bind.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "looplet/wire.h"

namespace simulations {

/// Those that are under way; a handle is a place in this list.
inline std::vector<std::unique_ptr<looplet::wire::SimulationRun>> running;

inline std::string begin_simulation(const std::string& request) {
  auto begun = looplet::wire::begin_simulation(request);
  if (!begun) return looplet::wire::write_faults(begun.faults());
  std::size_t handle = 0;
  while (handle < running.size() && running[handle]) ++handle;
  if (handle == running.size()) running.emplace_back();
  const std::int64_t respondents = begun->respondents;
  running[handle] =
      std::make_unique<looplet::wire::SimulationRun>(std::move(*begun));
  return "{\"ok\":true,\"value\":{\"handle\":" + std::to_string(handle) +
         ",\"respondents\":" + std::to_string(respondents) + "}}";
}

inline looplet::wire::SimulationRun* simulation(int handle) {
  const auto place = static_cast<std::size_t>(handle);
  return place < running.size() ? running[place].get() : nullptr;
}

inline void run_simulation(int handle, double count) {
  if (auto* run = simulation(handle)) {
    run->simulation.run(static_cast<std::int64_t>(count));
  }
}

inline std::string report_simulation(int handle) {
  const auto* run = simulation(handle);
  return run == nullptr ? std::string() : looplet::wire::write_simulation(*run);
}

inline void free_simulation(int handle) {
  if (simulation(handle) != nullptr) {
    running[static_cast<std::size_t>(handle)].reset();
  }
}

inline void register_calls() {
  emscripten::function("beginSimulation", &begin_simulation);
  emscripten::function("runSimulation", &run_simulation);
  emscripten::function("reportSimulation", &report_simulation);
  emscripten::function("freeSimulation", &free_simulation);
}

}  // namespace simulations
