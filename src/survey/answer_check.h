// Whether an answer fits the step that asks for it.
#pragma once

#include <string>

#include "looplet/answer.h"
#include "looplet/fault.h"

namespace looplet {

/// Every reason why `answer` does not fit `step`, each at `where` or below
/// it; empty when it fits. A text of nothing but spaces, a choice of nothing
/// and a contact without a field count as skipped.
Faults check_answer(const Step& step, const Answer& answer,
                    const std::string& where);

/// The answer as it is kept: blank answers become none.
Answer kept_answer(const Answer& answer);

}  // namespace looplet
