// Every text of a step and where it stands.
#pragma once

#include <functional>
#include <string>

#include "looplet/survey.h"

namespace looplet {

/// Calls `visit` with each text of a step and its JSON Pointer; `where` is the
/// step's. Texts that the step has not are passed over.
void visit_texts(const Step& step, const std::string& where,
                 const std::function<void(const LocalText& text,
                                          const std::string& at)>& visit);

}  // namespace looplet
