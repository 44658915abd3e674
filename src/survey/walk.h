// Walking given answers through a flow, trusting none of them.
#pragma once

#include <string_view>

#include "looplet/flow.h"
#include "text/report.h"

namespace looplet {

/// Where a walk stands.
struct Walk {
  Facts facts;
  std::uint16_t step = 0;
  CommentReader comments = nullptr;
};

/// Takes one answer. False, with faults at "step" or at `member`, when `id` is
/// not the step that comes here or the answer does not fit it.
bool take(const CompiledSurvey& survey, Walk& walk, const std::string_view& id,
          const Answer& answer, const char* member, Reporter& found);

/// Walks all that a state was given; false, with faults below /state.
bool walk_given(const CompiledSurvey& survey, const State& state, Walk& walk,
                Reporter& found);

/// False, with a fault, for what belongs to another survey or revision.
bool is_of_survey(const CompiledSurvey& survey, const std::string_view& id,
                  std::int64_t revision, Reporter& found);

}  // namespace looplet
