// The descriptions of rules of themes, and of what a comment says by them.
#pragma once

#include <optional>
#include <string>

#include "looplet/themes.h"
#include "wire/description.h"

namespace looplet::wire {

struct TagRequest {
  std::string comment;
  std::string_view locale;
  std::optional<ThemeRules> themes;
};

extern const Typed<ThemeRules> kThemeRules;
extern const Typed<TagRequest> kTagRequest;
extern const Typed<ThemeFound> kThemeFound;
extern const Typed<CommentTags> kCommentTags;

}  // namespace looplet::wire
