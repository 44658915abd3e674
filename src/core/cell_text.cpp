#include "core/cell_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "text/utf8.h"

namespace looplet {
namespace {

// Words for no answer, folded, in order of bytes (binary search).
constexpr std::string_view kNoAnswer[] = {
#include "core/no_answer_words.inc"
};

constexpr std::size_t kLongestWord = 32;  // bytes; checked by a test

constexpr char32_t kNothing = 0;  // an invisible mark

// First code points of decimal digits that spreadsheets in use write.
constexpr char32_t kZeros[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10};

char32_t folded(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0x80) return c == '\t' || c == '\v' || c == '\f' ? U' ' : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;  // Latin-1 capitals
  for (const char32_t zero : kZeros) {
    if (c >= zero && c <= zero + 9) return U'0' + (c - zero);
  }
  if (c >= 0xFF01 && c <= 0xFF5E) return folded(c - 0xFEE0);  // full width
  if (c >= 0x2010 && c <= 0x2015) return U'-';
  if (c == 0x2212 || c == 0xFE58 || c == 0xFE63) return U'-';
  if (c >= 0x2000 && c <= 0x200A) return U' ';
  switch (c) {
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return U' ';
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return U'\n';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return U'"';
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return kNothing;
    default:
      return c;
  }
}

// One code point of valid UTF-8, and past it.
char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[k]));
  };
  const char32_t first = byte(i++);
  if (first < 0x80) return first;
  const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t c = first & (0x3Fu >> more);
  for (int k = 0; k < more; ++k) c = (c << 6) | (byte(i++) & 0x3F);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_blank(char c) { return c == ' ' || c == '\n'; }

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::string> folded_cell(std::string_view raw) {
  if (!text::is_utf8(raw)) return std::nullopt;
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    char32_t c = next_code_point(raw, i);
    if (c == '\r') c = '\n';
    c = folded(c);
    if (c == kNothing && raw[i - 1] != '\0') continue;
    if (c < 0x20 && c != '\n') return std::nullopt;
    if (c == 0x7F) return std::nullopt;
    const bool blank = c == ' ' || c == '\n';
    if (blank && (out.empty() || is_blank(out.back()))) {
      if (!out.empty() && c == '\n') out.back() = '\n';
      continue;
    }
    append_utf8(out, c);
  }
  std::string_view cell = trimmed(out);
  if (cell.size() >= 2 && cell.front() == cell.back() &&
      (cell.front() == '"' || cell.front() == '\'')) {
    cell = trimmed(cell.substr(1, cell.size() - 2));
  }
  return std::string(cell);
}

bool is_no_answer(std::string_view cell) {
  if (cell.find_first_not_of("-. ") == std::string_view::npos) return true;
  constexpr std::array<std::string_view, 4> kBrackets{"()", "[]", "<>", "{}"};
  for (const std::string_view pair : kBrackets) {
    if (cell.size() >= 2 && cell.front() == pair[0] && cell.back() == pair[1]) {
      cell = trimmed(cell.substr(1, cell.size() - 2));
      break;
    }
  }
  if (cell.size() > kLongestWord) return false;
  return std::binary_search(std::begin(kNoAnswer), std::end(kNoAnswer), cell);
}

}  // namespace looplet
