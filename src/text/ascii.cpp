#include "text/ascii.h"

#include <cstddef>

namespace looplet::text {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[gnu::noinline]] bool is_letter(char c) {
  const char small = lower(c);
  return small >= 'a' && small <= 'z';
}

[[gnu::noinline]] bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}

[[gnu::noinline]] bool is_blank(std::string_view text) {
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return false;
  }
  return true;
}

[[gnu::noinline]] bool same_letters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

}  // namespace looplet::text
