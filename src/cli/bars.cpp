#include "cli/bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "cli/words.h"

namespace looplet::cli {
namespace {

constexpr int kLongestBar = 40;
constexpr int kBesideBars = 38;  // score, count, and the segment's words

std::string repeated(std::string_view text, std::int64_t count) {
  std::string out;
  for (std::int64_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string padded(std::string text, std::size_t width) {
  return text.size() >= width ? text
                              : std::string(width - text.size(), ' ') + text;
}

std::string_view shade(Segment segment) {
  switch (segment) {
    case Segment::detractor:
      return "\u2591";  // light
    case Segment::passive:
      return "\u2592";  // medium
    case Segment::promoter:
      return "\u2588";  // full
  }
  return {};
}

std::string_view plural(Segment segment) {
  switch (segment) {
    case Segment::detractor:
      return "detractors";
    case Segment::passive:
      return "passives";
    case Segment::promoter:
      return "promoters";
  }
  return {};
}

struct Line {
  std::string label;
  Segment segment;
  std::int64_t count;
  bool names_segment;
};

std::int64_t count_of(const Estimate& e, Segment segment) {
  switch (segment) {
    case Segment::detractor:
      return e.detractors;
    case Segment::passive:
      return e.passives;
    case Segment::promoter:
      return e.promoters;
  }
  return 0;
}

// Index into Estimate::shares.
std::size_t share_index(Segment segment) {
  return 2 - static_cast<std::size_t>(segment);
}

}  // namespace

std::string draw_bars(const Estimate& estimate,
                      const std::optional<Tally>& tally, const Paint& paint,
                      int width) {
  if (estimate.n == 0 || !estimate.shares) return {};
  std::vector<Line> lines;
  if (tally) {
    for (int score = kHighestScore; score >= kLowestScore; --score) {
      lines.push_back({std::to_string(score), *segment_of(score),
                       tally->count[static_cast<std::size_t>(score)],
                       score == 10 || score == 8 || score == 6});
    }
  } else {
    for (const Segment segment :
         {Segment::promoter, Segment::passive, Segment::detractor}) {
      lines.push_back({"", segment, count_of(estimate, segment), true});
    }
  }
  std::int64_t most = 1;
  std::size_t count_width = 1;
  for (const Line& line : lines) {
    most = std::max(most, line.count);
    count_width = std::max(count_width, grouped(line.count).size());
  }
  const int longest = std::clamp(
      width - kBesideBars - static_cast<int>(count_width), 10, kLongestBar);

  std::string out;
  for (const Line& line : lines) {
    // Something stays visible of every answer.
    std::int64_t length = std::lround(static_cast<double>(line.count) /
                                      static_cast<double>(most) * longest);
    if (line.count > 0) length = std::max<std::int64_t>(length, 1);
    out += tally ? "  " + padded(line.label, 2) + "  " : "  ";
    out += paint.segment(line.segment, repeated(shade(line.segment), length));
    out += std::string(static_cast<std::size_t>(longest - length), ' ');
    out += "  " + padded(grouped(line.count), count_width);
    if (line.names_segment) {
      const int share = (*estimate.shares)[share_index(line.segment)];
      std::string words = std::string(plural(line.segment)) + " " +
                          grouped(count_of(estimate, line.segment)) + ", " +
                          std::to_string(share) + " %";
      out += "   " + paint.segment(line.segment, words);
    }
    out += "\n";
  }
  return out;
}

}  // namespace looplet::cli
