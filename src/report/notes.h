// What a reader of a report should know before believing it.
#pragma once

#include "looplet/report.h"

namespace looplet::report {

/// Things that a finished report does not tell.
struct NoteFacts {
  std::int64_t surveys = 0;      ///< different surveys in the batch
  std::int64_t bad_weights = 0;  ///< rows left out for their weight
  bool comments_sampled = false;
};

std::vector<ReportNote> notes_of(const Report& report, const NoteFacts& facts);

}  // namespace looplet::report
