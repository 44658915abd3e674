// The descriptions of a report, and of what `analyze` is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "looplet/report.h"
#include "wire/description.h"
#include "wire/statistics_types.h"

namespace looplet::wire {

/// A column that is told: {"score": "Q1"}.
struct ToldColumn {
  std::string_view role;
  std::string_view column;
};

/// An answer that is given as a document instead of in a file.
struct GivenResponse {
  int score = -1;  ///< -1: none
  std::string_view comment;
  std::string_view id;
  std::string_view respondent;
  std::string_view locale;
  std::string_view time;  ///< RFC 3339
  double weight = 1;
  struct Group {
    std::string_view name;
    std::string_view value;
  };
  List<Group> groups;
};

/// A mix as documents give it: {"by": "plan", "shares": {"free": 60}}.
struct MixGiven {
  std::string by;
  struct Share {
    std::string_view name;
    double share;
  };
  List<Share> shares;
};

struct AnalyzeRequestOptions {
  AnalyzeOptions analysis;
  std::optional<MixGiven> mix;
  std::string every;
  List<ToldColumn> columns;
  std::string delimiter;
  std::string date_order;
  std::string keep;
  std::string locale;
  std::optional<ThemeRules> themes;
};

struct AnalyzeRequest {
  std::optional<std::string> csv;
  std::optional<std::string> json;
  std::optional<std::vector<GivenResponse>> responses;
  AnalyzeRequestOptions options;
};

struct GoalRequest {
  CountsGiven counts;
  double points = 0;
};

extern const Typed<GoalRequest> kGoalRequest;
extern const Typed<Goal> kGoal;
extern const Typed<AnalyzeRequest> kAnalyzeRequest;
extern const Typed<AnalyzeRequestOptions> kAnalyzeOptions;
extern const Typed<Report> kReport;

// Parts, each in a file of its own.
extern const Typed<ReportSource> kReportSource;
extern const Typed<Representation> kRepresentation;
extern const Typed<Counts> kSegmentTotals;
extern const Typed<Breakdown> kBreakdown;
extern const Typed<Waves> kWaves;
extern const Typed<MovementReport> kMovementReport;
extern const Typed<ReportTheme> kReportTheme;
extern const Typed<ReportPhrases> kReportPhrases;
extern const Typed<ReportComment> kReportComment;
extern const Typed<SentimentCounts> kSentimentCounts;

}  // namespace looplet::wire
