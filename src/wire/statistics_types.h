// The descriptions of counts and of what is computed from them.
#pragma once

#include <optional>
#include <vector>

#include "looplet/adjust.h"
#include "looplet/compare.h"
#include "looplet/estimate.h"
#include "looplet/plan.h"
#include "looplet/preview.h"
#include "wire/description.h"
#include "wire/survey_types.h"

namespace looplet::wire {

/// Counts as documents give them: by segment or by score.
struct CountsGiven {
  enum class By : std::uint8_t { none, segment, score };
  By by = By::none;
  Counts counts;
  List<std::int64_t> scores;  ///< eleven of them

  /// What was given, by segment.
  Counts total() const;
};

struct PreviewRequest {
  std::optional<CountsGiven> baseline;
  int score = 0;
};

struct ParseRequest {
  std::string raw;
};

struct EstimateRequest {
  std::optional<CountsGiven> counts;
  std::optional<std::vector<int>> scores;
  std::optional<std::vector<double>> weights;
  EstimateOptions options;
};

struct CompareRequest {
  CountsGiven before;
  CountsGiven after;
  CompareOptions options;
};

/// Either a margin or a change.
struct SizeRequest {
  std::optional<double> margin;
  std::optional<double> change;
  std::optional<CountsGiven> pilot;
  MarginPlan for_margin;
  ChangePlan for_change;
};

struct AdjustRequest {
  std::vector<double> p;
  Adjustment method = Adjustment::holm;
};

struct Adjusted {
  std::vector<double> p;
};

extern const Typed<CountsGiven> kCounts;
extern const Typed<Estimate> kEstimate;
extern const Typed<Preview> kPreview;
extern const Typed<PreviewRequest> kPreviewRequest;
extern const Typed<ParseRequest> kParseRequest;
extern const Typed<ParsedScore> kParsedScore;
extern const Typed<EstimateRequest> kEstimateRequest;
extern const Typed<CompareRequest> kCompareRequest;
extern const Typed<Comparison> kComparison;
extern const Typed<SizeRequest> kSizeRequest;
extern const Typed<MarginSize> kMarginSize;
extern const Typed<ChangeSize> kChangeSize;
extern const Typed<DetectionPlan> kDetectionPlan;
extern const Typed<Detection> kDetection;
extern const Typed<AdjustRequest> kAdjustRequest;
extern const Typed<Adjusted> kAdjusted;

}  // namespace looplet::wire
