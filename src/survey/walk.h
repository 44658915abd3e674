// Walking given answers through a flow, trusting none of them.
#pragma once

#include <string_view>

#include "looplet/flow.h"
#include "text/place.h"

namespace looplet {

/// Where a walk stands.
struct Walk {
  Facts facts;
  std::uint16_t step = 0;
  CommentReader comments = nullptr;
};

/// Takes one answer. False, with faults at `where`/step or `where`/`member`,
/// when `id` is not the step that comes here or the answer does not fit it.
bool take(const CompiledSurvey& survey, Walk& walk, std::string_view id,
          const Answer& answer, const Place& where, std::string_view member,
          Faults& faults);

/// Walks all that a state was given; false, with faults below /state.
bool walk_given(const CompiledSurvey& survey, const State& state, Walk& walk,
                Faults& faults);

/// Reports what belongs to another survey or revision.
void report_other_survey(const CompiledSurvey& survey, std::string_view id,
                         std::int64_t revision, std::string_view where,
                         Faults& faults);

}  // namespace looplet
