// The submissions that have come by: an id's hash, and of its row that stands
// when it was sent, whether it was complete, and its number.
//
// Ids are told apart by 64 bits of hash: of ten million different ids two
// are taken for one with a chance of 3 in a million.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace looplet {

/// 64 bits that differ for different texts.
std::uint64_t hash_of(std::string_view text);

struct SeenRow {
  std::uint64_t hash = 0;  ///< of the id; 0 for an empty place
  std::int64_t time = 0;   ///< kNoTime when not known
  std::int64_t number = 0;
  std::uint32_t content = 0;  ///< hash of score and comment
  std::uint8_t standing = 0;
  std::uint8_t rank = 0;

  static constexpr std::int64_t kNoTime = INT64_MIN;
  std::optional<std::int64_t> when() const {
    return time == kNoTime ? std::nullopt : std::optional(time);
  }
};

class SeenIds {
 public:
  /// The row seen for this hash, or the place for it with `number` 0. Valid
  /// until the next call.
  SeenRow& find(std::uint64_t hash);
  std::size_t size() const { return size_; }

 private:
  SeenRow* place(std::vector<SeenRow>& in, std::uint64_t hash);
  void grow();

  std::vector<SeenRow> rows_;
  std::size_t size_ = 0;
};

}  // namespace looplet
