// One step of a survey in a terminal: drawn, and its answer read from a line.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "looplet/answer.h"
#include "looplet/arena.h"

namespace looplet::cli {

/// The step as text: question, scale or options, what may be typed.
std::string draw_step(const StepView& step);

/// The next line of the respondent, after a prompt; nothing at the end.
using AskLine = std::function<std::optional<std::string>(std::string_view)>;

struct Typed {
  enum class What { answer, back, misunderstood, ended };
  What what = What::answer;
  Answer answer;
  std::string why;  ///< when misunderstood: what would be
};

/// Reads what is typed for the step; several lines for contact, and for an
/// option with own words. "<" is the way back. The answer's texts are put into
/// `arena`.
Typed read_answer(const StepView& step, const AskLine& ask, Arena& arena);

}  // namespace looplet::cli
