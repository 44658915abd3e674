#include "looplet/locale.h"

#include "text/ascii.h"

namespace looplet {
namespace {

using text::same_letters;

/// "zh-Hant-TW" to "zh-Hant"; a single-letter subtag goes with what follows
/// it (RFC 4647, 3.4). Empty at the end.
std::string_view parent(std::string_view tag) {
  std::size_t hyphen = tag.rfind('-');
  if (hyphen == std::string_view::npos) return {};
  if (hyphen >= 2 && tag[hyphen - 2] == '-') hyphen -= 2;
  return tag.substr(0, hyphen);
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  if (tag.size() > 35) return false;  // RFC 5646, 4.4.1
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0 || (first && length < 2)) return false;
      first = false;
      length = 0;
    } else {
      if (!text::is_letter(c) && (first || !text::is_digit(c))) return false;
      if (++length > 8) return false;
    }
  }
  return length > (first ? 1u : 0u);
}

bool language_matches(std::string_view range, std::string_view tag) {
  return same_letters(range, tag.substr(0, range.size())) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

std::string_view best_language(std::string_view wanted,
                               List<std::string_view> available,
                               std::string_view otherwise) {
  for (std::string_view tag = wanted; !tag.empty(); tag = parent(tag)) {
    for (const std::string_view candidate : available) {
      if (same_letters(candidate, tag)) return candidate;
    }
  }
  const std::string_view language = wanted.substr(0, wanted.find('-'));
  if (!language.empty()) {
    for (const std::string_view candidate : available) {
      if (language_matches(language, candidate)) return candidate;
    }
  }
  return otherwise;
}

std::string_view text_in(const LocalText& text, std::string_view locale,
                         std::string_view otherwise) {
  if (text.empty()) return {};
  if (text.is_plain()) return text.by_tag[0].text;
  for (const std::string_view wanted : {locale, otherwise}) {
    for (std::string_view tag = wanted; !tag.empty(); tag = parent(tag)) {
      for (const auto& [candidate, content] : text.by_tag) {
        if (same_letters(candidate, tag)) return content;
      }
    }
  }
  return text.by_tag[0].text;
}

}  // namespace looplet
