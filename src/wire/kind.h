// The kinds of value a document is made of, and the rules its values keep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace looplet::wire {

enum class Kind : std::uint8_t {
  null,
  truth,
  number,
  text,
  list,
  object,
  other,  ///< a JavaScript value that JSON has no word for
};

/// "null", "true or false", "a number", "a text", "a list", "an object".
constexpr std::string_view kind_words(Kind kind) {
  constexpr std::string_view kWords[] = {
      "null",   "true or false", "a number",   "a text",
      "a list", "an object",     "not a value"};
  return kWords[static_cast<std::size_t>(kind)];
}

/// Whether a field has to be there.
enum class Need : std::uint8_t {
  required,
  optional,  ///< absent keeps the default; a default is not written
  nullable,  ///< always written; null stands for "undefined"
};

/// What a text looks like.
enum class Form : std::uint8_t {
  any,       ///< not empty
  blank_ok,  ///< may be empty
  id,        ///< letters, digits, - and _, first a letter or a digit
  tag,       ///< a language tag
  uuid,
  time,  ///< RFC 3339 in UTC, "2026-11-05T09:30:00Z", fraction allowed
  path,  ///< "/pricing": no host, no query, no fragment
};

/// The limits of one field.
struct Rule {
  Need need = Need::required;
  std::int64_t min = 0;  ///< number: least; list: fewest items
  std::int64_t max = 0;  ///< number: most; text: code points; list: most items
  Form form = Form::any;
  std::int64_t item_min = 0;  ///< of a list's items, as min
  std::int64_t item_max = 0;  ///< of a list's items, as max
};

constexpr std::int64_t kMaxInteger = std::int64_t{1} << 53;

}  // namespace looplet::wire
