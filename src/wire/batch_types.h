// The descriptions of answers that come several times, and over days.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "looplet/dedupe.h"
#include "looplet/rolling.h"
#include "wire/description.h"

namespace looplet::wire {

/// Ids, times and scores as people have them: numbers or texts.
struct GivenRow {
  std::optional<std::string_view> id;
  std::optional<std::string_view> time;
  std::optional<std::string_view> score;
};

struct DedupeRequest {
  Keep policy = Keep::latest;
  std::vector<GivenRow> rows;
};

struct GivenScore {
  std::string_view date;
  std::optional<std::string_view> score;
};

struct RollingRequest {
  std::vector<GivenScore> responses;
  std::string_view as_of;
  std::int64_t days = 30;
};

extern const Typed<DedupeRequest> kDedupeRequest;
extern const Typed<Deduped> kDeduped;
extern const Typed<RollingRequest> kRollingRequest;
extern const Typed<Rolling> kRolling;

}  // namespace looplet::wire
