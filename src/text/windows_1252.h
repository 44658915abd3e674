// Windows-1252, the encoding of text that is not UTF-8 in most old exports.
#pragma once

#include <string>
#include <string_view>

namespace looplet::text {

/// Appends `bytes` as UTF-8. The five bytes without a character (81, 8D, 8F,
/// 90, 9D) become the control characters of the same number, as in browsers.
void append_windows_1252(std::string& out, std::string_view bytes);

}  // namespace looplet::text
