// The call `analyze` in steps: a file's bytes are written straight into the
// module's memory, as many as there is room for, and counted there.
//
//   const { handle } = JSON.parse(reportOpen('{"every":"month"}')).value;
//   HEAPU8.set(bytes, reportRoom(handle));   // at most reportRoomSize(handle)
//   reportFill(handle, bytes.length);
//   reportFinish(handle);                    // '{"ok":true,"value":...}'
#include <emscripten/bind.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "looplet/report_run.h"
#include "looplet/wire.h"

namespace {

using looplet::Detail;
using looplet::wire::ReportRun;

/// Reports that are being made; a handle is a place in this list.
std::vector<std::unique_ptr<ReportRun>> runs;

ReportRun* run_of(int handle) {
  const auto place = static_cast<std::size_t>(handle);
  return place < runs.size() ? runs[place].get() : nullptr;
}

std::string report_open(const std::string& options) {
  auto begun = looplet::wire::begin_report(options);
  if (!begun) return looplet::wire::write_faults(begun.faults());
  std::size_t handle = 0;
  while (handle < runs.size() && runs[handle]) ++handle;
  if (handle == runs.size()) runs.emplace_back();
  runs[handle] = std::make_unique<ReportRun>(std::move(*begun));
  return "{\"ok\":true,\"value\":{\"handle\":" + std::to_string(handle) + "}}";
}

double report_room(int handle) {
  ReportRun* run = run_of(handle);
  if (run == nullptr) return 0;
  return static_cast<double>(
      reinterpret_cast<std::uintptr_t>(run->file->room().data()));
}

double report_room_size(int handle) {
  ReportRun* run = run_of(handle);
  return run == nullptr ? 0 : static_cast<double>(run->file->room().size());
}

void report_fill(int handle, double count) {
  if (ReportRun* run = run_of(handle)) {
    run->file->fill(static_cast<std::size_t>(count));
  }
}

std::string report_source(int handle) {
  const ReportRun* run = run_of(handle);
  return run == nullptr ? std::string() : looplet::wire::write_source(*run);
}

std::string report_peek(int handle) {
  ReportRun* run = run_of(handle);
  return run == nullptr ? std::string()
                        : looplet::wire::write_report(*run, Detail::quick);
}

/// Says that nothing more comes; true when all of it has to be given again.
bool report_end(int handle) {
  ReportRun* run = run_of(handle);
  if (run == nullptr) return false;
  run->file->finish();
  return run->file->again();
}

std::string report_finish(int handle) {
  ReportRun* run = run_of(handle);
  return run == nullptr ? std::string()
                        : looplet::wire::write_report(*run, Detail::all);
}

void report_close(int handle) {
  if (run_of(handle) != nullptr) {
    runs[static_cast<std::size_t>(handle)].reset();
  }
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_report) {
  emscripten::function("reportOpen", &report_open);
  emscripten::function("reportRoom", &report_room);
  emscripten::function("reportRoomSize", &report_room_size);
  emscripten::function("reportFill", &report_fill);
  emscripten::function("reportSource", &report_source);
  emscripten::function("reportPeek", &report_peek);
  emscripten::function("reportEnd", &report_end);
  emscripten::function("reportFinish", &report_finish);
  emscripten::function("reportClose", &report_close);
}
