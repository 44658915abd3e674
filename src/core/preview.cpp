#include "looplet/preview.h"

#include "core/estimate_parts.h"

namespace looplet {

void fill_preview(int score, const Counts* baseline, Preview& preview) {
  preview.segment = *segment_of(score);
  Counts counts;
  if (baseline != nullptr) {
    counts = *baseline;
    fill_by_score(counts, preview.after);
    preview.before = preview.after;
  }
  counts.add(preview.segment);
  fill_by_score(counts, preview.after);
  if (preview.before && preview.before->nps) {
    preview.delta = *preview.after.nps - *preview.before->nps;
  }
}

Preview preview(int score, const std::optional<Counts>& baseline) {
  Preview result;
  fill_preview(score, baseline ? &*baseline : nullptr, result);
  return result;
}

}  // namespace looplet
