// The call `analyze` in steps, so that a host can feed a file as it comes in,
// show numbers on the way, and stop.
//
//   Result<ReportRun> run = begin_report(R"({"every":"month"})");
//   while (const std::size_t n = read_some(run->file->room()))
//     run->file->fill(n);
//   run->file->finish();
//   std::string reply = write_report(*run, Detail::all);
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "looplet/report_file.h"
#include "looplet/result.h"
#include "looplet/themes.h"

namespace looplet::wire {

struct ReportRun {
  std::unique_ptr<Tagger> tagger;  ///< with rules of one's own; else null
  std::unique_ptr<FileReport> file;
};

/// From the options of an `analyze` request, as JSON text. Faults stand below
/// the options: /every, /themes/...
Result<ReportRun> begin_report(std::string_view options);

/// The reply of `analyze` for what has been read so far.
std::string write_report(ReportRun& run, Detail detail);

/// A reply with what was understood of the file so far.
std::string write_source(const ReportRun& run);

/// The value that `analyze` answers with, without its reply around it.
std::string write_report(const Report& report);

}  // namespace looplet::wire
