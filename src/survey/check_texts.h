// Faults in a survey's texts: names that are nothing's, missing languages,
// asking for another score.
#pragma once

#include <vector>

#include "looplet/check.h"

namespace looplet {

void check_texts(const Survey& survey, std::vector<Problem>& problems);

/// "/steps/2".
std::string step_pointer(std::size_t step);

}  // namespace looplet
