#include "analysis/json_records.h"

#include <algorithm>
#include <cstring>

#include "looplet/csv.h"

namespace looplet::json_text {
namespace {

constexpr std::size_t kRoom = 128 * 1024;
constexpr std::size_t kLongestKey = 32;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Names under which tools put the list of a page of answers.
bool holds_the_list(std::string_view key) {
  for (const std::string_view name : {"results", "responses", "data", "items",
                                      "records", "rows", "submissions"}) {
    if (key == name) return true;
  }
  return false;
}

}  // namespace

std::span<char> Records::room() {
  if (window_.size() - size_ < kRoom) {
    if (begin_ > 0) {
      std::memmove(window_.data(), window_.data() + begin_, size_ - begin_);
      size_ -= begin_;
      scanned_ -= begin_;
      begin_ = 0;
    }
    if (window_.size() - size_ < kRoom) window_.resize(size_ + 2 * kRoom);
  }
  return {window_.data() + size_, window_.size() - size_};
}

void Records::complain(std::int64_t line, std::string_view reason) {
  faults_.add(Code::not_json, line, {reason});
}

void Records::start_value(Mode mode) {
  mode_ = mode;
  begin_ = scanned_;
  record_.line = line_;
  depth_ = 0;
  in_string_ = escaped_ = skipping_ = false;
  key_.clear();
  key_is_name_ = false;
}

// Gives out what ends at `end`; null if it was too large to be kept.
const Record* Records::end_value(std::size_t end) {
  record_.text = {window_.data() + begin_, end - begin_};
  const bool one_line = record_.line == line_;
  const bool skipped = skipping_;
  skipping_ = false;
  begin_ = scanned_ = end;
  if (mode_ == Mode::item) {
    mode_ = Mode::items;
    item_due_ = false;
  } else {
    ++values_;
    mode_ = values_ == 1 && one_line && !wrapped_ ? Mode::lines : Mode::top;
  }
  return skipped ? nullptr : &record_;
}

void Records::step_string(char c) {
  if (escaped_) {
    escaped_ = false;
  } else if (c == '\\') {
    escaped_ = true;
  } else if (c == '"') {
    in_string_ = false;
  }
  if (in_string_ && depth_ == 1 && key_.size() < kLongestKey) key_ += c;
}

// Forgets a record that has grown too large, but for where it ends.
void Records::give_up() {
  if (!skipping_ && mode_ != Mode::rest) {
    faults_.add(Code::row_too_large, record_.line,
                {std::to_string(kLongestRow), std::to_string(kMostColumns)});
  }
  skipping_ = true;
  begin_ = scanned_;
}

// Goes on within a value; true at its end, which is then at scanned_.
bool Records::read_value() {
  while (scanned_ < size_) {
    if (scanned_ - begin_ > kLongestRow) give_up();
    const char c = window_[scanned_];
    if (c == '\n') ++line_;
    if (in_string_) {
      step_string(c);
      ++scanned_;
      if (!in_string_ && depth_ == 0) return true;
      continue;
    }
    switch (c) {
      case '"':
        in_string_ = true;
        if (depth_ == 1) {
          key_.clear();
          key_is_name_ = false;
        }
        break;
      case '{':
      case '[':
        if (mode_ == Mode::value && c == '[' && depth_ == 1 && key_is_name_ &&
            (values_ == 0 || wrapped_) && holds_the_list(key_)) {
          // All before it was not a record, but what stands around the list.
          wrapped_ = list_open_ = true;
          skipping_ = item_due_ = false;
          mode_ = Mode::items;
          begin_ = ++scanned_;
          return false;
        }
        ++depth_;
        break;
      case '}':
      case ']':
        if (depth_ == 0) return true;  // of the list around a bare value
        if (--depth_ == 0) {
          ++scanned_;
          return true;
        }
        break;
      case ':':
        key_is_name_ = key_is_name_ || depth_ == 1;
        break;
      case ',':
        if (depth_ == 0 && mode_ == Mode::item) return true;
        if (depth_ == 1) key_is_name_ = false;
        break;
      default:
        if (depth_ == 0 && is_blank(c) && scanned_ > begin_) {
          line_ -= c == '\n';  // it comes again, between the values
          return true;
        }
        break;
    }
    ++scanned_;
  }
  if (skipping_ || mode_ == Mode::rest) begin_ = scanned_;
  return false;
}

// One byte between the items; false when it begins one.
bool Records::read_items(char c) {
  if (is_blank(c)) {
    line_ += c == '\n';
  } else if (c == ',') {
    if (item_due_) complain(line_, "there is nothing before this comma");
    item_due_ = true;
  } else if (c == ']') {
    list_open_ = false;
    if (wrapped_) {
      mode_ = Mode::rest;
      depth_ = 1;
    } else {
      ++values_;
      mode_ = Mode::top;
    }
  } else {
    return false;
  }
  ++scanned_;
  begin_ = scanned_;
  return true;
}

const Record* Records::next_line() {
  while (scanned_ < size_ || (finished_ && begin_ < size_)) {
    const void* found =
        std::memchr(window_.data() + scanned_, '\n', size_ - scanned_);
    std::size_t end = size_;
    if (found != nullptr) {
      end = static_cast<std::size_t>(static_cast<const char*>(found) -
                                     window_.data());
    }
    scanned_ = end;
    if (!skipping_ && end - begin_ > kLongestRow) {
      faults_.add(Code::row_too_large, line_,
                  {std::to_string(kLongestRow), std::to_string(kMostColumns)});
      skipping_ = true;
    }
    if (skipping_) begin_ = end;
    if (found == nullptr && !finished_) return nullptr;
    std::size_t from = begin_;
    std::size_t to = end;
    while (from < to && is_blank(window_[from])) ++from;
    while (to > from && is_blank(window_[to - 1])) --to;
    record_ = {{window_.data() + from, to - from}, line_};
    scanned_ = begin_ = std::min(end + 1, size_);
    ++line_;
    const bool skipped = skipping_;
    skipping_ = false;
    if (!skipped && to > from) {
      ++values_;
      return &record_;
    }
  }
  return nullptr;
}

// Nothing more comes: what is open was broken off.
void Records::end_text() {
  if (mode_ == Mode::value || mode_ == Mode::item) {
    complain(record_.line,
             "what begins here breaks off at the end of the file");
  } else if (list_open_) {
    complain(line_, "the list breaks off");
  } else if (mode_ == Mode::rest) {
    complain(line_, "the object around the list breaks off");
  }
  list_open_ = false;
  mode_ = Mode::top;
  begin_ = scanned_ = size_;
}

const Record* Records::next() {
  for (;;) {
    if (mode_ == Mode::lines) return next_line();
    if (scanned_ >= size_) {
      if (finished_) {
        // A bare number may be the whole text.
        const bool bare = (mode_ == Mode::value || mode_ == Mode::item) &&
                          depth_ == 0 && !in_string_ && begin_ < size_ &&
                          !list_open_;
        if (bare) return end_value(size_);
        end_text();
      }
      return nullptr;
    }
    switch (mode_) {
      case Mode::top: {
        const char c = window_[scanned_];
        if (is_blank(c)) {
          line_ += c == '\n';
          begin_ = ++scanned_;
        } else if (c == '[') {
          list_open_ = true;
          wrapped_ = item_due_ = false;
          mode_ = Mode::items;
          begin_ = ++scanned_;
        } else {
          start_value(Mode::value);
          // A bracket that closes nothing must not stop us here.
          if (c == '}' || c == ']' || c == ',') {
            ++scanned_;
            if (const Record* one = end_value(scanned_)) return one;
          }
        }
        break;
      }
      case Mode::items:
        if (!read_items(window_[scanned_])) {
          start_value(Mode::item);
          if (window_[scanned_] == '}') {
            ++scanned_;
            if (const Record* one = end_value(scanned_)) return one;
          }
        }
        break;
      case Mode::value:
      case Mode::item:
        if (read_value()) {
          if (const Record* one = end_value(scanned_)) return one;
        }
        break;
      case Mode::rest:
        if (read_value()) {
          ++values_;
          mode_ = Mode::top;
          begin_ = scanned_;
        }
        break;
      case Mode::lines:
        break;
    }
  }
}

}  // namespace looplet::json_text
