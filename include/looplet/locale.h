// Language tags (BCP 47): which of a survey's languages to speak.
#pragma once

#include <string_view>

#include "looplet/survey.h"

namespace looplet {

/// True for a tag such as "de", "pt-BR" or "zh-Hant-TW": subtags of 1 to 8
/// letters and digits, the first of 2 to 8 letters.
bool is_language_tag(std::string_view tag);

/// True when `range` is `tag` or its beginning at a hyphen ("de" for "de-AT"),
/// upper and lower case alike (RFC 4647, basic filtering).
bool language_matches(std::string_view range, std::string_view tag);

/// The best of `available` for `wanted` (RFC 4647 lookup: "de-AT", then "de",
/// then any "de-..."), else `otherwise`.
std::string_view best_language(std::string_view wanted,
                               List<std::string_view> available,
                               std::string_view otherwise);

/// The text in `locale`, else in the survey's own language, else the first.
/// Empty when there is no text.
std::string_view text_in(const LocalText& text, std::string_view locale,
                         std::string_view otherwise);

}  // namespace looplet
