#include "analysis/json_cells.h"

#include <algorithm>

#include "looplet/csv.h"
#include "text/utf16.h"

namespace looplet::json_text {
namespace {

constexpr std::size_t kLongestPath = 512;
constexpr std::size_t kMostItems = 64;  // of a list that become columns
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void Cells::start(std::string_view text) {
  for (const std::size_t column : touched_) {
    cells_[column] = {};
    given_[column] = 0;
  }
  touched_.clear();
  text_ = text;
  at_ = 0;
  guess_ = 0;
  trouble_ = Trouble::none;
  reason_ = {};
  duplicate_.clear();
  path_.clear();
  scratch_.clear();
  joined_.clear();
  // Views point into these, so they must not move: texts get shorter by
  // unescaping and are read at most twice; what is joined is cut to the room.
  scratch_.reserve(2 * text.size() + 16);
  joined_.reserve(2 * text.size() + 16);
}

Trouble Cells::read(std::string_view text, bool learn) {
  start(text);
  learn_ = learn;
  skip_blank();
  const char first = peek();
  if (first != '{' && first != '[') path_ = "score";
  if (value(0)) {
    skip_blank();
    if (at_ < text_.size()) bad("there is something behind its end");
  }
  return trouble_;
}

std::int64_t Cells::lines_before() const {
  return std::count(
      text_.begin(),
      text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size())),
      '\n');
}

bool Cells::bad(std::string_view reason) {
  if (trouble_ == Trouble::none) {
    trouble_ = Trouble::not_json;
    reason_ = reason;
  }
  return false;
}

void Cells::skip_blank() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' ||
                                text_[at_] == '\r' || text_[at_] == '\t')) {
    ++at_;
  }
}

bool Cells::take(char c) {
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void Cells::descend(std::string_view name) {
  if (!path_.empty()) path_ += '.';
  path_ += name;
}

std::size_t Cells::column_of(std::string_view path) {
  // Records of one file have their members in the same order.
  if (guess_ < paths_.size() && paths_[guess_] == path) return guess_;
  const auto found = columns_.find(std::string(path));
  if (found != columns_.end()) return found->second;
  if (!learn_ || paths_.size() >= kMostColumns) {
    if (late_.size() < kLateShown &&
        std::find(late_.begin(), late_.end(), path) == late_.end()) {
      late_.emplace_back(path);
    }
    return kNone;
  }
  const std::size_t column = paths_.size();
  paths_.emplace_back(path);
  columns_.emplace(path, column);
  cells_.emplace_back();
  given_.push_back(0);
  return column;
}

void Cells::put(std::string_view text) {
  if (path_.size() > kLongestPath) return;
  const std::size_t column = column_of(path_);
  if (column == kNone) return;
  guess_ = column + 1;
  if (given_[column] != 0) {
    if (duplicate_.empty()) duplicate_ = path_;
    return;
  }
  given_[column] = 1;
  touched_.push_back(column);
  cells_[column] = text.substr(0, std::min(text.size(), kLongestCell));
}

bool Cells::value(int depth) {
  if (depth > kDeepest) {
    trouble_ = Trouble::too_deep;
    return false;
  }
  skip_blank();
  if (peek() == '{') return object(depth);
  if (peek() == '[') return list(depth);
  std::string_view text;
  if (!scalar(text)) return false;
  put(text);
  return true;
}

bool Cells::object(int depth) {
  take('{');
  skip_blank();
  if (take('}')) return true;
  const std::size_t outer = path_.size();
  for (;;) {
    skip_blank();
    std::string_view name;
    if (!string(name)) return bad("a member has no name");
    skip_blank();
    if (!take(':')) return bad("there is no colon behind a name");
    descend(name);
    if (!value(depth + 1)) return false;
    path_.resize(outer);
    skip_blank();
    if (take('}')) return true;
    if (!take(',')) return bad("there is no comma between two members");
  }
}

// The step an item is about, if it begins with one.
bool Cells::step_of_item(std::string_view& step) {
  const std::size_t begin = at_;
  std::string_view name;
  bool found = false;
  if (take('{')) {
    skip_blank();
    if (peek() == '"' && string(name) && name == "step") {
      skip_blank();
      if (take(':')) {
        skip_blank();
        found = peek() == '"' && string(step) && !step.empty();
      }
    }
  }
  at_ = begin;
  trouble_ = Trouble::none;  // met again, if it was any
  return found;
}

// Adds what was written in the item at `path_` to the column PATH.text.
void Cells::gather_text(std::size_t path_size) {
  const auto here = [this](std::string_view name) {
    const auto found = columns_.find(path_ + std::string(name));
    return found == columns_.end() ? kNone : found->second;
  };
  const std::size_t type = here(".type");
  const std::size_t written = here(".value");
  if (type == kNone || written == kNone || cells_[type] != "text" ||
      given_[written] == 0 || cells_[written].empty()) {
    return;
  }
  const std::string_view text = cells_[written];
  path_.resize(path_size);
  path_ += ".text";
  const std::size_t column = column_of(path_);
  if (column == kNone) return;
  if (given_[column] == 0) {
    given_[column] = 1;
    touched_.push_back(column);
    cells_[column] = text;
  } else if (joined_.size() + cells_[column].size() + text.size() + 1 <=
             joined_.capacity()) {
    const std::size_t begin = joined_.size();
    joined_ += cells_[column];
    joined_ += '\n';
    joined_ += text;
    cells_[column] = std::string_view(joined_).substr(begin);
  }
}

bool Cells::list(int depth) {
  take('[');
  skip_blank();
  if (take(']')) {
    if (!path_.empty()) put({});
    return true;
  }
  const std::size_t outer = path_.size();
  std::string joined;
  bool any = false;
  for (std::size_t item = 0;; ++item) {
    skip_blank();
    if (peek() == '{' || peek() == '[' || outer == 0) {
      std::string_view step;
      const bool named = step_of_item(step);
      // Items beyond are read, so as to be JSON, and go nowhere.
      if (named) {
        descend(step);
      } else {
        descend(item < kMostItems ? std::to_string(item)
                                  : std::string(kLongestPath + 1, '.'));
      }
      if (!value(depth + 1)) return false;
      if (named) gather_text(outer);
      path_.resize(outer);
    } else {
      std::string_view text;
      if (!scalar(text)) return false;
      if (any) joined += ", ";
      any = true;
      joined += text;
    }
    skip_blank();
    if (take(']')) break;
    if (!take(',')) return bad("there is no comma between two items");
  }
  if (any) {
    const std::size_t begin = joined_.size();
    const std::size_t space = joined_.capacity() - begin;
    joined_.append(joined, 0, std::min(space, joined.size()));
    put(std::string_view(joined_).substr(begin));
  }
  return true;
}

bool Cells::scalar(std::string_view& out) {
  switch (peek()) {
    case '"':
      return string(out);
    case 't':
      out = "true";
      return literal(out);
    case 'f':
      out = "false";
      return literal(out);
    case 'n':
      out = {};
      return literal("null");
    default:
      break;
  }
  const std::size_t begin = at_;
  if (!number()) {
    return bad(at_ >= text_.size() ? "it breaks off"
                                   : "there is a stray character");
  }
  out = text_.substr(begin, at_ - begin);
  return true;
}

bool Cells::literal(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) {
    return bad("there is a stray character");
  }
  at_ += word.size();
  return true;
}

// RFC 8259, section 6.
bool Cells::number() {
  take('-');
  if (!is_digit(peek())) return false;
  if (take('0')) {
    if (is_digit(peek())) return false;
  }
  while (is_digit(peek())) ++at_;
  if (take('.')) {
    if (!is_digit(peek())) return false;
    while (is_digit(peek())) ++at_;
  }
  if (take('e') || take('E')) {
    if (!take('+')) take('-');
    if (!is_digit(peek())) return false;
    while (is_digit(peek())) ++at_;
  }
  return true;
}

bool Cells::string(std::string_view& out) {
  if (!take('"')) return bad("there is no text here");
  const std::size_t begin = at_;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '"') {
      out = text_.substr(begin, at_ - begin);
      ++at_;
      return true;
    }
    if (c == '\\') break;
    if (static_cast<unsigned char>(c) < 0x20) {
      return bad("there is a control character in a text");
    }
  }
  const std::size_t place = scratch_.size();
  scratch_ += text_.substr(begin, at_ - begin);
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    if (c == '"') {
      out = std::string_view(scratch_).substr(place);
      return true;
    }
    if (static_cast<unsigned char>(c) < 0x20) {
      return bad("there is a control character in a text");
    }
    if (c != '\\') {
      scratch_ += c;
    } else if (!escape()) {
      return bad("there is no such escape");
    }
  }
  return bad("a text is never closed");
}

std::uint32_t Cells::four_digits(bool& good) {
  std::uint32_t unit = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = peek();
    std::uint32_t digit = 0;
    if (is_digit(c)) {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A' + 10);
    } else {
      good = false;
      return 0;
    }
    unit = unit * 16 + digit;
    ++at_;
  }
  return unit;
}

// Behind a backslash.
bool Cells::escape() {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  const std::size_t simple = kNames.find(peek());
  if (at_ < text_.size() && simple != std::string_view::npos) {
    scratch_ += kMeant[simple];
    ++at_;
    return true;
  }
  if (!take('u')) return false;
  bool good = true;
  std::uint32_t unit = four_digits(good);
  if (!good) return false;
  if (unit >= 0xD800 && unit <= 0xDBFF && text_.substr(at_, 2) == "\\u") {
    const std::size_t back = at_;
    at_ += 2;
    const std::uint32_t low = four_digits(good);
    if (!good) return false;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    } else {
      at_ = back;
    }
  }
  if (unit >= 0xD800 && unit <= 0xDFFF) unit = 0xFFFD;
  text::append_utf8(scratch_, unit);
  return true;
}

}  // namespace looplet::json_text
