// Where a value stands in a document, written out only when it is needed.
//
//   const Place steps{nullptr, "steps"};
//   const Place third{&steps, {}, 2};
//   Place{&third, "text"}.pointer()      "/steps/2/text"
#pragma once

#include <string>
#include <string_view>

namespace looplet {

struct Place {
  const Place* up = nullptr;
  std::string_view name = {};
  int index = -1;  ///< of an item; -1 for a member; -2: `name` as it stands

  /// A JSON Pointer (RFC 6901).
  std::string pointer() const;
};

/// The place that a pointer names, "/survey" or "".
constexpr Place place_at(std::string_view pointer) {
  return {nullptr, pointer, -2};
}

}  // namespace looplet
