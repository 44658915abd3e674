// Piping: "{name}" and "{name|fallback}" in a survey's texts.
#pragma once

#include <string_view>

#include "looplet/arena.h"

namespace looplet {

/// One piece of a text: words as they are, or a name to look up.
struct Piece {
  std::string_view text;  ///< the words, or the name
  std::string_view fallback;
  bool is_name = false;
  bool has_fallback = false;
};

/// Takes the first piece off `rest`; false when there is none. "{{" is one
/// literal brace; a brace without its partner stays as it is written.
bool next_piece(std::string_view& rest, Piece& piece);

/// Where names get their values from; an empty value takes the fallback.
class Lookup {
 public:
  virtual std::string_view value(std::string_view name) const = 0;

 protected:
  ~Lookup() = default;
};

/// The text with every name replaced.
std::string_view piped(std::string_view text, const Lookup& lookup,
                       Arena& arena);

/// The link with every name replaced, percent-encoded; names before the
/// first "?" or "#" are left out, so that an answer cannot choose the host.
std::string_view piped_link(std::string_view url, const Lookup& lookup,
                            Arena& arena);

/// A link without the names in it. As piping percent-encodes their values, it
/// is as safe as they all are.
std::string_view bare_link(std::string_view url, Arena& arena);

}  // namespace looplet
