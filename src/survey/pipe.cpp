#include "survey/pipe.h"

#include "survey/link.h"

namespace looplet {

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> out;
  const auto words = [&out](std::string_view part) {
    if (!part.empty()) out.push_back({part, {}, false, false});
  };
  std::size_t begin = 0;
  std::size_t at = 0;
  while ((at = text.find('{', at)) != std::string_view::npos) {
    if (at + 1 < text.size() && text[at + 1] == '{') {
      words(text.substr(begin, at + 1 - begin));
      at += 2;
      begin = at;
      continue;
    }
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) break;
    words(text.substr(begin, at - begin));
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    const std::size_t bar = inside.find('|');
    const bool has_fallback = bar != std::string_view::npos;
    out.push_back(
        {.text = inside.substr(0, bar),
         .fallback = has_fallback ? inside.substr(bar + 1) : std::string_view{},
         .is_name = true,
         .has_fallback = has_fallback});
    at = end + 1;
    begin = at;
  }
  words(text.substr(begin));
  return out;
}

std::string piped(std::string_view text, const Lookup& lookup) {
  if (text.find('{') == std::string_view::npos) return std::string(text);
  std::string out;
  for (const Piece& piece : pieces(text)) {
    if (!piece.is_name) {
      out += piece.text;
      continue;
    }
    const std::string value = lookup.value(piece.text);
    out += value.empty() ? piece.fallback : std::string_view(value);
  }
  return out;
}

std::string piped_link(std::string_view url, const Lookup& lookup) {
  std::string out;
  bool in_query = false;
  for (const Piece& piece : pieces(url)) {
    if (!piece.is_name) {
      out += piece.text;
      in_query =
          in_query || piece.text.find_first_of("?#") != std::string_view::npos;
    } else if (in_query) {
      const std::string value = lookup.value(piece.text);
      out += percent_encoded(value.empty() ? piece.fallback
                                           : std::string_view(value));
    }
  }
  return out;
}

}  // namespace looplet
