// Piping: "{name}" and "{name|fallback}" in a survey's texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace looplet {

/// One piece of a text: words as they are, or a name to look up.
struct Piece {
  std::string_view text;  ///< the words, or the name
  std::string_view fallback;
  bool is_name = false;
  bool has_fallback = false;
};

/// Cuts a text into pieces. "{{" is one literal brace; a brace without its
/// partner stays as it is written.
std::vector<Piece> pieces(std::string_view text);

/// Where names get their values from; an empty value takes the fallback.
class Lookup {
 public:
  virtual std::string value(std::string_view name) const = 0;

 protected:
  ~Lookup() = default;
};

/// The text with every name replaced.
std::string piped(std::string_view text, const Lookup& lookup);

/// The link with every name replaced, percent-encoded; names before the
/// first "?" or "#" are left out, so that an answer cannot choose the host.
std::string piped_link(std::string_view url, const Lookup& lookup);

}  // namespace looplet
