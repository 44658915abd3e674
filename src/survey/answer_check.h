// Whether an answer fits the step that asks for it.
#pragma once

#include "looplet/answer.h"
#include "looplet/fault.h"
#include "text/place.h"

namespace looplet {

/// Adds every reason why `answer` does not fit `step`, each at `where` or
/// below it; true when it fits. A text of nothing but spaces, a choice of
/// nothing and a contact without a field count as skipped.
bool check_answer(const Step& step, const Answer& answer, const Place& where,
                  Faults& faults);

/// The answer as it is kept: blank answers become none, and so do the words
/// of an "other" that was left blank.
Answer kept_answer(const Answer& answer);

}  // namespace looplet
