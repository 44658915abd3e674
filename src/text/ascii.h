// Letters and digits of ASCII, by calls: what the browsers' module asks for in
// a dozen places is there once.
#pragma once

#include <string_view>

namespace looplet::text {

bool is_digit(char c);
bool is_letter(char c);
bool is_alphanumeric(char c);

/// Whether nothing is in it but spaces, tabs and line ends.
bool is_blank(std::string_view text);

/// a == b, whatever the case of A to Z.
bool same_letters(std::string_view a, std::string_view b);

}  // namespace looplet::text
