#include "cli/json_lines.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace looplet::cli {
namespace {

// Walks over JSON text without building anything. Every function leaves `at`
// behind what it read, and at the end of the text when it is not JSON.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) { skip_blank(); }

  // Goes to the member or item `token` of the value here; false, and no
  // farther than the value's start, when there is none.
  bool enter(std::string_view token) {
    const std::size_t start = at_;
    const char open = peek();
    if (open != '{' && open != '[') return false;
    next();
    for (std::size_t index = 0; at_ < text_.size(); ++index) {
      if (peek() == ']' || peek() == '}') break;
      std::string key = std::to_string(index);
      const std::size_t member = at_;
      if (open == '{') {
        key = string();
        if (peek() != ':') break;
        next();
      }
      if (key == token) {
        line_at_ = member;
        return true;
      }
      skip_value();
      if (peek() != ',') break;
      next();
    }
    at_ = start;
    return false;
  }

  // Where the last thing entered starts, its key included.
  std::size_t place() const { return line_at_; }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blank() {
    const std::size_t next_at = text_.find_first_not_of(" \t\r\n", at_);
    at_ = std::min(next_at, text_.size());
  }
  void next() {
    ++at_;
    skip_blank();
  }
  std::string string() {
    const std::size_t begin = at_;
    skip_string();
    std::string_view raw = text_.substr(begin, at_ - begin);
    const auto parsed = nlohmann::json::parse(raw, nullptr, false);
    skip_blank();
    return parsed.is_string() ? parsed.get<std::string>() : std::string();
  }
  void skip_string() {
    if (peek() != '"') {
      at_ = text_.size();
      return;
    }
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
      at_ += text_[at_] == '\\';
    at_ = std::min(at_ + 1, text_.size());
  }
  void skip_value() {
    std::size_t depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
      } else {
        if (depth == 0 && (c == ',' || c == ']' || c == '}')) break;
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_at_ = 0;
};

std::string unescaped(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool escape = token[i] == '~' && i + 1 < token.size();
    out += !escape ? token[i] : token[++i] == '1' ? '/' : '~';
  }
  return out;
}

}  // namespace

std::int64_t line_of_offset(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + std::count(before.begin(), before.end(), '\n');
}

std::int64_t line_of_pointer(std::string_view text, std::string_view pointer) {
  Walker walker(text);
  while (!pointer.empty() && pointer[0] == '/') {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    if (!walker.enter(unescaped(pointer.substr(0, end)))) break;
    pointer.remove_prefix(end);
  }
  return line_of_offset(text, walker.place());
}

}  // namespace looplet::cli
