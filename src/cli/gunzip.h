// gzip, undone as it is read (RFC 1952); members put one behind another are one
// text, as gzip itself has it.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace looplet::cli {

class Gunzip {
 public:
  Gunzip();
  ~Gunzip();
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  /// True for the first bytes of gzip.
  static bool is_gzip(std::string_view first);

  /// Gives it more, when `read` has none left; the bytes must stay until then.
  /// Nothing at all says that the file has ended.
  void feed(std::span<const char> bytes);

  /// Fills the front of `room` and returns how much; 0 when more bytes are
  /// needed, at the end, and after an error.
  std::size_t read(std::span<char> room);

  bool at_end() const;
  /// What is wrong with the data; empty when nothing is.
  std::string_view error() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace looplet::cli
