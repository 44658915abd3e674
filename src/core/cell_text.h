// The text of a table cell, brought to one form before it is judged.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace looplet {

/// Lower case; every kind of blank one ' ' (line ends '\n'), none at the ends;
/// full-width forms and the digits of other scripts as ASCII; every dash and
/// minus '-', every apostrophe '\''; invisible marks and one pair of quotes
/// around the whole removed. Nothing when `raw` is not UTF-8 or has control
/// characters.
std::optional<std::string> folded_cell(std::string_view raw);

/// `text` without blanks at both ends.
std::string_view trimmed(std::string_view text);

/// True for a folded cell that is empty, only dashes or dots, or a word for no
/// answer ("n/a", "null", "skipped", "keine angabe", ...), in brackets or not.
bool is_no_answer(std::string_view cell);

}  // namespace looplet
