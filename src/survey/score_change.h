// Texts that ask a respondent for another score.
#pragma once

#include <string_view>

namespace looplet {

/// The part of a text that asks to change the score or for a certain one, in
/// one of the languages of score_change.inc; empty when none does. `language`
/// is that of the text, "de-AT" or the like.
std::string_view asks_score_change(std::string_view text,
                                   std::string_view language);

}  // namespace looplet
