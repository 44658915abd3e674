// UTF-8: validity, length in code points, and cutting without breaking one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace looplet::text {

/// a == b, by a call: written out by the compiler, a comparison costs the
/// browsers' module twice the bytes, in forty places.
bool same(std::string_view a, std::string_view b);

/// True when `bytes` is well-formed UTF-8 (no overlong form, no surrogate,
/// nothing above U+10FFFF). Empty text is valid.
bool is_utf8(std::string_view bytes);

/// Number of code points in valid UTF-8.
std::size_t code_points(std::string_view text);

/// Length in bytes of the first `count` code points, or of all of them.
std::size_t prefix_bytes(std::string_view text, std::size_t count);

/// Appends at most `count` code points of `text`, with "..." where it was cut.
void append_shortened(std::string& out, std::string_view text,
                      std::size_t count);

}  // namespace looplet::text
