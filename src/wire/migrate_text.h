// Texts of other programs' surveys as plain text.
#pragma once

#include <string>
#include <string_view>

namespace looplet::wire {

/// White space of JSON, markup and expressions.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Markup without its tags, its character references as characters, runs of
/// spaces as one. `had_markup` says whether anything but text was there.
std::string plain_text(std::string_view markup, bool& had_markup);

/// Braces doubled, as our texts write a brace that is no name.
std::string without_names(std::string_view text);

/// An id out of any name: letters, digits, - and _, at most 48 of them.
std::string id_out_of(std::string_view name);

/// "/pages/0" and "elements" and 3 to "/pages/0/elements/3".
std::string below(const std::string& where, std::string_view member);
std::string below(const std::string& where, std::size_t index);

}  // namespace looplet::wire
