#include "survey/pipe.h"

#include "survey/link.h"

namespace looplet {
namespace {

std::string_view value_of(const Piece& piece, const Lookup& lookup) {
  const std::string_view value = lookup.value(piece.text);
  return value.empty() ? piece.fallback : value;
}

}  // namespace

bool next_piece(std::string_view& rest, Piece& piece) {
  if (rest.empty()) return false;
  piece = {};
  const bool brace = rest[0] == '{';
  const bool doubled = brace && rest.size() > 1 && rest[1] == '{';
  const std::size_t close = brace && !doubled ? rest.find('}') : rest.npos;
  if (close == rest.npos) {
    // Words, up to the next brace; a doubled one gives its first.
    const std::size_t end = doubled ? 1 : rest.find('{', brace);
    piece.text = rest.substr(0, end);
    rest.remove_prefix(piece.text.size() + doubled);
    return true;
  }
  const std::string_view inside = rest.substr(1, close - 1);
  rest.remove_prefix(close + 1);
  const std::size_t bar = inside.find('|');
  piece.is_name = true;
  piece.has_fallback = bar != inside.npos;
  piece.text = inside.substr(0, bar);
  if (piece.has_fallback) piece.fallback = inside.substr(bar + 1);
  return true;
}

namespace {

enum class Into : bool { text, link };

std::string_view pipe(std::string_view text, Into into, const Lookup* lookup,
                      Arena& arena) {
  Writing out(arena);
  bool in_query = false;
  for (Piece piece; next_piece(text, piece);) {
    if (!piece.is_name) {
      out.add(piece.text);
      in_query |= piece.text.find_first_of("?#") != text.npos;
    } else if (into == Into::text) {
      out.add(value_of(piece, *lookup));
    } else if (in_query && lookup != nullptr) {
      add_encoded(out, value_of(piece, *lookup));
    }
  }
  return out.text();
}

}  // namespace

std::string_view piped(std::string_view text, const Lookup& lookup,
                       Arena& arena) {
  if (text.find('{') == text.npos) return text;
  return pipe(text, Into::text, &lookup, arena);
}

std::string_view piped_link(std::string_view url, const Lookup& lookup,
                            Arena& arena) {
  return pipe(url, Into::link, &lookup, arena);
}

std::string_view bare_link(std::string_view url, Arena& arena) {
  return pipe(url, Into::link, nullptr, arena);
}

}  // namespace looplet
