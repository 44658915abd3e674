// The version of the engine, and of the form of its calls.
#pragma once

#include <string_view>

namespace looplet {

inline constexpr std::string_view kVersion = "0.1.0";  ///< as in package.json
inline constexpr int kWireVersion = 1;  ///< one more when a form changes

}  // namespace looplet
