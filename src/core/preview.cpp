#include "looplet/preview.h"

namespace looplet {

Preview preview(int score, const std::optional<Counts>& baseline) {
  Preview result;
  result.segment = *segment_of(score);
  Counts counts = baseline.value_or(Counts{});
  if (baseline) result.before = estimate_by_score(counts);
  counts.add(result.segment);
  result.after = estimate_by_score(counts);
  if (result.before && result.before->nps) {
    result.delta = *result.after.nps - *result.before->nps;
  }
  return result;
}

}  // namespace looplet
