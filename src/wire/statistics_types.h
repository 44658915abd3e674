// The descriptions of counts and of what is computed from them.
#pragma once

#include <optional>
#include <vector>

#include "looplet/estimate.h"
#include "looplet/preview.h"
#include "wire/description.h"
#include "wire/survey_types.h"

namespace looplet::wire {

/// Counts as documents give them: by segment or by score.
struct CountsGiven {
  enum class By : std::uint8_t { none, segment, score };
  By by = By::none;
  Counts counts;
  std::vector<std::int64_t> scores;  ///< eleven of them

  /// What was given, by segment.
  Counts total() const;
};

struct PreviewRequest {
  std::optional<CountsGiven> baseline;
  int score = 0;
};

extern const Typed<CountsGiven> kCounts;
extern const Typed<Estimate> kEstimate;
extern const Typed<Preview> kPreview;
extern const Typed<PreviewRequest> kPreviewRequest;

}  // namespace looplet::wire
