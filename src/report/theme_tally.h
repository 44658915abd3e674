// What comments are about and how their writers feel, counted.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "looplet/report.h"
#include "report/wave_counts.h"

namespace looplet::report {

class ThemeTally {
 public:
  explicit ThemeTally(const Tagger& tagger);

  /// Counts a scored row with a comment; bits of the themes it mentions.
  std::uint64_t add(const BatchRow& row, Segment segment);
  void merge(const ThemeTally& other);

  std::int64_t commented() const { return sentiment_.total(); }
  const SentimentCounts& sentiment() const { return sentiment_; }

  /// Those mentioned, by |impact|; `all` are the answers of the batch.
  std::vector<ReportTheme> themes(const Counts& all,
                                  const std::vector<ShownWave>& waves,
                                  Detail detail) const;

  /// A comment with its tags.
  ReportComment tagged(std::int64_t line, int score, std::string_view text,
                       std::string_view locale) const;

 private:
  /// A comment to show for a theme; those of a good length come first, then
  /// by a number of the text, so that no text comes twice.
  struct Example {
    std::uint64_t key = 0;
    std::int64_t line = 0;
    int score = 0;
    std::string text;
    std::string locale;
  };
  struct Theme {
    Counts counts;
    SentimentCounts sentiment;
    std::vector<Example> examples;  ///< at most kExamplesKept, in order
  };
  static void keep(std::vector<Example>& examples, const Example& one);

  const Tagger* tagger_;
  TaggerRoom room_;
  std::vector<Theme> themes_;
  SentimentCounts sentiment_;
};

}  // namespace looplet::report
