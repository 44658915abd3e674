#include "looplet/dedupe.h"

#include <cstddef>
#include <unordered_map>

namespace looplet {

std::string_view keep_name(Keep keep) {
  switch (keep) {
    case Keep::latest:
      return "latest";
    case Keep::first:
      return "first";
    case Keep::all:
      return "all";
  }
  return {};
}

bool replaces(Keep keep, int rank_before, std::optional<std::int64_t> before,
              int rank_after, std::optional<std::int64_t> after) {
  if (rank_before != rank_after) return rank_after > rank_before;
  const bool timed = before && after && *before != *after;
  if (keep == Keep::first) return timed && *after < *before;
  return !timed || *after > *before;
}

Deduped dedupe(std::span<const DedupeRow> rows, Keep keep) {
  Deduped found;
  found.rows = static_cast<std::int64_t>(rows.size());
  std::unordered_map<std::string_view, std::size_t> standing;
  std::vector<char> kept(rows.size(), 1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const DedupeRow& row = rows[i];
    if (row.id.empty()) {
      ++found.without_id;
      continue;
    }
    const auto [at, fresh] = standing.try_emplace(row.id, i);
    found.ids += fresh;
    if (fresh || keep == Keep::all) continue;
    const DedupeRow& before = rows[at->second];
    const bool better = replaces(keep, before.score.has_value(), before.time,
                                 row.score.has_value(), row.time);
    kept[better ? at->second : i] = 0;
    if (better) at->second = i;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (kept[i] != 0) found.kept.push_back(static_cast<std::int64_t>(i));
  }
  found.duplicates = found.rows - static_cast<std::int64_t>(found.kept.size());
  return found;
}

}  // namespace looplet
