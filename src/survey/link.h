// Links that may be shown to a respondent.
#pragma once

#include <string>
#include <string_view>

namespace looplet {

/// True for https (http only to localhost) with a plain host and no user
/// part, and for mailto. Anything a browser might read in two ways is not
/// safe: control characters, spaces, backslashes, bytes outside ASCII.
bool is_safe_link(std::string_view url);

/// Percent-encodes all but letters, digits and -._~ (RFC 3986, unreserved).
std::string percent_encoded(std::string_view text);

}  // namespace looplet
