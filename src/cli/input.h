// A file or standard input, read in pieces, with its progress on a terminal.
// What is compressed by gzip is read as what it was before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/gunzip.h"

namespace looplet::cli {

class Input {
 public:
  /// "-" and "" are standard input. Check `error` before and after reading.
  explicit Input(const std::string& path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// For messages: the path, or "stdin".
  const std::string& name() const { return name_; }

  /// Fills the front of `room` and returns how much; 0 at the end, and after
  /// an error.
  std::size_t read(std::span<char> room);

  /// Why it cannot be read, in the system's words; empty when it can.
  const std::string& error() const { return error_; }

  /// False for a pipe and the like.
  bool can_rewind() const { return size_ > 0; }
  /// Goes back to the start, if it can.
  bool rewind();

  /// Everything from here on, at most `limit` bytes and one more.
  std::string read_all(std::size_t limit);

 private:
  std::size_t read_raw(std::span<char> room);
  std::size_t unpack(std::span<char> room);
  void show_progress();

  std::string name_;
  int file_ = -1;
  std::int64_t size_ = 0;  // 0: not known
  std::int64_t done_ = 0;
  std::int64_t shown_ = 0;
  bool progress_ = false;
  std::string error_;
  bool begun_ = false;
  std::vector<char> packed_;  // bytes on their way to `gunzip_`
  std::optional<Gunzip> gunzip_;
};

}  // namespace looplet::cli
