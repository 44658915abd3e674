// Conditions that are about the score and nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "looplet/survey.h"

namespace looplet {

/// The scores for which a condition holds: bit i for the score i, bit 11 for
/// no score. Nothing when it asks about anything else. `score_step` is the id
/// of the step that asks for the score.
std::optional<std::uint32_t> scores_of(const Condition& condition,
                                       std::string_view score_step);

/// "the score 6", "the scores 2, 5 and 6": those of bits 0 to 10.
std::string score_words(std::uint32_t scores);

}  // namespace looplet
