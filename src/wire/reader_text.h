// The parts of reading that do not depend on the kind of document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "looplet/fault.h"
#include "text/number.h"
#include "wire/kind.h"

namespace looplet::wire {

using text::whole;

/// What is wrong with a text.
enum class TextFault : std::uint8_t {
  not_utf8,
  empty,
  too_long,
  reserved,
  bad_form,
};

std::optional<TextFault> check_text(std::string_view text, const Rule& rule);

Fault text_fault(TextFault wrong, std::string_view where, std::string_view text,
                 const Rule& rule);

/// "/name" or "/3", with ~ and / escaped (RFC 6901).
void append_token(std::string& pointer, std::string_view name, int index);

/// A number for a sentence: whole ones as they are, others by their nearest
/// whole number ("about 7").
std::string number_words(double number);

/// "a, b, c".
std::string joined(const std::string_view* names, std::size_t count);

}  // namespace looplet::wire
