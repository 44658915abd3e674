// UTF-16 to UTF-8, in chunks of any size.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace looplet::text {

/// Turns bytes of UTF-16 into UTF-8. A lone surrogate, and half a unit at the
/// end, become U+FFFD.
class Utf16Reader {
 public:
  explicit Utf16Reader(bool big_endian) : big_endian_(big_endian) {}

  /// Appends what `bytes` say; at most 3 bytes for each 2, and 3 more.
  void push(std::string_view bytes, std::string& out);

  /// Appends what an unfinished end stands for.
  void finish(std::string& out);

 private:
  void unit(std::uint32_t value, std::string& out);

  bool big_endian_;
  int held_byte_ = -1;           // first byte of a unit
  std::uint32_t high_half_ = 0;  // first surrogate of a pair
};

/// Appends a code point (not a surrogate, at most 0x10FFFF) in UTF-8.
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace looplet::text
