// Several answers of one submission or one person: which of them counts.
//
//   rows  a 9 Monday, b 7 Monday, a 10 Friday      latest: b 7, a 10
//
// Rows without an id are never merged. Source of the default: "latest per
// person" of UserGuiding, help.userguiding.com 3725767.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace looplet {

/// Which row of one id counts. A row with a score goes before one without.
enum class Keep : std::uint8_t {
  latest,  ///< by time; at the same time, and without times, the last one
  first,   ///< by time; at the same time, and without times, the first one
  all,
};

/// "latest", "first" or "all".
std::string_view keep_name(Keep keep);

struct DedupeRow {
  std::string id;                    ///< empty: not known
  std::optional<std::int64_t> time;  ///< Unix seconds
  std::optional<int> score;          ///< nothing: no valid answer
};

struct Deduped {
  std::vector<std::int64_t> kept;  ///< places in the rows from 0, in order
  std::int64_t rows = 0;
  std::int64_t duplicates = 0;  ///< rows another row stands for
  std::int64_t ids = 0;         ///< different ids
  std::int64_t without_id = 0;  ///< all kept
};

Deduped dedupe(std::span<const DedupeRow> rows, Keep keep);

/// True when a later row of the same id takes the place of an earlier one.
/// `rank` is the better the higher; times count only where both are known.
bool replaces(Keep keep, int rank_before, std::optional<std::int64_t> before,
              int rank_after, std::optional<std::int64_t> after);

}  // namespace looplet
