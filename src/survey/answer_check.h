// Whether an answer fits the step that asks for it.
#pragma once

#include "looplet/answer.h"
#include "text/report.h"

namespace looplet {

/// Reports every reason why `answer` does not fit `step`; true when it fits. A
/// text of nothing but spaces, a choice of nothing and a contact without a
/// field count as skipped.
bool check_answer(const Step& step, const Answer& answer, Reporter& found);

/// Makes an answer what is kept of it: a blank one becomes none, and so do the
/// words of an "other" that was left blank.
void drop_blanks(Answer& answer);

}  // namespace looplet
