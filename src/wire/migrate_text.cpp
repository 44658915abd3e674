#include "wire/migrate_text.h"

#include <cstdint>

#include "text/number.h"

namespace looplet::wire {
namespace {

constexpr struct {
  std::string_view name;
  std::string_view text;
} kReferences[] = {
    {"amp", "&"},   {"lt", "<"},     {"gt", ">"},    {"quot", "\""},
    {"apos", "'"},  {"nbsp", " "},   {"#39", "'"},   {"#x27", "'"},
    {"#160", " "},  {"hellip", "…"}, {"ndash", "–"}, {"mdash", "—"},
    {"rsquo", "’"}, {"lsquo", "‘"},  {"ldquo", "“"}, {"rdquo", "”"}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string plain_text(std::string_view markup, bool& had_markup) {
  std::string out;
  const auto add = [&out](std::string_view text) {
    for (const char c : text) {
      if (!is_space(c)) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
  };
  for (std::size_t i = 0; i < markup.size();) {
    const char c = markup[i];
    const bool tag = c == '<' && i + 1 < markup.size() &&
                     (is_letter(markup[i + 1]) || markup[i + 1] == '/' ||
                      markup[i + 1] == '!');
    const std::size_t close =
        tag ? markup.find('>', i) : std::string_view::npos;
    if (close != std::string_view::npos) {
      had_markup = true;
      add(" ");
      i = close + 1;
      continue;
    }
    const std::size_t end =
        c == '&' ? markup.find(';', i) : std::string_view::npos;
    bool known = false;
    if (end != std::string_view::npos && end - i <= 8) {
      const std::string_view name = markup.substr(i + 1, end - i - 1);
      for (const auto& reference : kReferences) {
        if (reference.name != name) continue;
        add(reference.text);
        known = true;
      }
    }
    if (known) {
      i = end + 1;
      continue;
    }
    add(markup.substr(i, 1));
    ++i;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string without_names(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{') out += '{';
    out += c;
  }
  return out;
}

std::string id_out_of(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (out.size() == 48) break;
    const bool alphanumeric = is_letter(c) || (c >= '0' && c <= '9');
    if (alphanumeric || (!out.empty() && (c == '-' || c == '_'))) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string below(const std::string& where, std::string_view member) {
  std::string out = where;
  out += '/';
  out += member;
  return out;
}

std::string below(const std::string& where, std::size_t index) {
  return below(where, text::whole(static_cast<std::int64_t>(index)));
}

}  // namespace looplet::wire
