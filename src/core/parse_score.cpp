// Strict on purpose: a number is read where it is the whole cell, or where it
// stands apart from a label as scales are exported ("10 - Extremely likely").
// A number inside prose is never guessed at.
#include <algorithm>
#include <cstddef>
#include <string>

#include "core/cell_text.h"
#include "core/decimal.h"
#include "looplet/score.h"

namespace looplet {
namespace {

constexpr std::size_t kLongestLabel = 80;  // bytes after folding

ParsedScore of_decimal(const Decimal& decimal) {
  if (!decimal.whole) return {Disposition::non_integer, std::nullopt};
  if (decimal.value < kLowestScore || decimal.value > kHighestScore) {
    return {Disposition::out_of_range, std::nullopt};
  }
  return {Disposition::ok, decimal.value};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A label has letters, no digit (which of two numbers would be meant?) and is
// short and on one line.
bool is_label(std::string_view text) {
  if (text.size() > kLongestLabel) return false;
  bool has_letter = false;
  for (const char c : text) {
    if (is_digit(c) || c == '\n') return false;
    const auto byte = static_cast<unsigned char>(c);
    has_letter |= (c >= 'a' && c <= 'z') || byte >= 0x80;
  }
  return has_letter;
}

bool is_separator(char c) { return c == '-' || c == ':' || c == '='; }

// "10 - extremely likely", "10: ...", "10 = ...", "10 (...)". A dash needs a
// space at one side: "9-ish" is prose.
bool is_label_after(std::string_view rest) {
  const bool spaced = rest.front() == ' ';
  if (spaced) rest.remove_prefix(1);
  if (rest.size() < 2) return false;
  if (rest.front() == '(' && rest.back() == ')') {
    return spaced && is_label(rest.substr(1, rest.size() - 2));
  }
  if (!is_separator(rest.front())) return false;
  if (rest.front() == '-' && !spaced && rest[1] != ' ') return false;
  return is_label(trimmed(rest.substr(1)));
}

// The mirror image: "not at all likely - 0", "score: 7", "... (0)". A dash
// needs its space on the right, or it would be a minus.
std::optional<Decimal> number_after_label(std::string_view cell) {
  std::string_view label;
  std::string_view number;
  if (cell.back() == ')') {
    const std::size_t open = cell.rfind('(');
    if (open == std::string_view::npos || open == 0) return std::nullopt;
    label = cell.substr(0, open);
    number = cell.substr(open + 1, cell.size() - open - 2);
  } else {
    const std::size_t mark = cell.find_last_of(":= ");
    if (mark == std::string_view::npos) return std::nullopt;
    number = cell.substr(mark + 1);
    label = trimmed(cell.substr(0, mark + 1));
    if (label.empty() || !is_separator(label.back())) return std::nullopt;
    label.remove_suffix(1);
  }
  if (!is_label(trimmed(label))) return std::nullopt;
  return read_decimal(number);
}

}  // namespace

std::string_view disposition_name(Disposition disposition) {
  switch (disposition) {
    case Disposition::ok:
      return "ok";
    case Disposition::missing:
      return "missing";
    case Disposition::out_of_range:
      return "out_of_range";
    case Disposition::non_integer:
      return "non_integer";
    case Disposition::unparseable:
      return "unparseable";
  }
  return {};
}

ParsedScore parse_score(std::string_view raw) {
  constexpr ParsedScore kUnparseable{Disposition::unparseable, std::nullopt};
  const std::optional<std::string> folded = folded_cell(raw);
  if (!folded) return kUnparseable;
  const std::string_view cell = *folded;
  if (is_no_answer(cell)) return {Disposition::missing, std::nullopt};

  if (const auto decimal = read_decimal(cell)) return of_decimal(*decimal);

  // The longest start that could be a number ends where its label begins.
  const std::size_t end = cell.find_first_not_of("0123456789.,'+-");
  const std::size_t stop = cell.find_first_of(":=");
  std::size_t length = std::min({end, stop, cell.size()});
  // "7- likely": the dash belongs to the label.
  while (length > 0 && cell[length - 1] == '-') --length;
  if (length > 0 && length < cell.size()) {
    const auto decimal = read_decimal(cell.substr(0, length));
    if (decimal && is_label_after(cell.substr(length))) {
      return of_decimal(*decimal);
    }
  }
  if (const auto decimal = number_after_label(cell)) {
    return of_decimal(*decimal);
  }
  return kUnparseable;
}

}  // namespace looplet
