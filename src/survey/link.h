// Links that may be shown to a respondent.
#pragma once

#include <string_view>

#include "looplet/arena.h"

namespace looplet {

/// True for https (http only to localhost) with a plain host and no user
/// part, and for mailto. Anything a browser might read in two ways is not
/// safe: control characters, spaces, backslashes, bytes outside ASCII.
bool is_safe_link(std::string_view url);

/// Adds `text` with all but letters, digits and -._~ percent-encoded (RFC
/// 3986, unreserved).
void add_encoded(Writing& out, std::string_view text);

}  // namespace looplet
