#include "survey/score_rules.h"

#include "text/number.h"

namespace looplet {
namespace {

constexpr std::uint32_t kScores = 0x7FF;
constexpr std::uint32_t kEverybody = 0xFFF;

std::uint32_t bit(int score) { return std::uint32_t{1} << score; }

std::uint32_t scores_of_set(const ScoreSet& set) {
  std::uint32_t scores = 0;
  for (const int score : set.list) scores |= bit(score);
  for (int score = set.from; set.is_range() && score <= set.to; ++score) {
    scores |= bit(score);
  }
  return scores;
}

std::uint32_t scores_of_segments(List<Segment> segments) {
  std::uint32_t scores = 0;
  for (int score = kLowestScore; score <= kHighestScore; ++score) {
    for (const Segment segment : segments) {
      if (segment_of(score) == segment) scores |= bit(score);
    }
  }
  return scores;
}

}  // namespace

std::optional<std::uint32_t> scores_of(const Condition& condition,
                                       std::string_view score_step) {
  if (!condition.trait.empty() || !condition.theme.empty() ||
      !condition.sentiment.empty() || !condition.locale.empty() ||
      (!condition.step.empty() && condition.step != score_step)) {
    return std::nullopt;
  }
  std::uint32_t scores = kEverybody;
  if (!condition.segment.empty()) {
    scores &= scores_of_segments(condition.segment);
  }
  if (condition.score) scores &= scores_of_set(*condition.score);
  if (condition.answered) {
    scores &= *condition.answered ? kScores : kEverybody & ~kScores;
  }
  if (condition.is) {
    if (condition.is->kind != Scalar::Kind::number ||
        condition.is->number < kLowestScore ||
        condition.is->number > kHighestScore) {
      return std::nullopt;
    }
    scores &= bit(static_cast<int>(condition.is->number));
  }
  for (const Condition& part : condition.all) {
    const auto own = scores_of(part, score_step);
    if (!own) return std::nullopt;
    scores &= *own;
  }
  std::uint32_t any = condition.any.empty() ? kEverybody : 0;
  for (const Condition& part : condition.any) {
    const auto own = scores_of(part, score_step);
    if (!own) return std::nullopt;
    any |= *own;
  }
  scores &= any;
  for (const Condition& part : condition.negated) {
    const auto own = scores_of(part, score_step);
    if (!own) return std::nullopt;
    scores &= ~*own;
  }
  return scores;
}

std::string score_words(std::uint32_t scores) {
  std::string out;
  int left = 0;
  for (int i = kLowestScore; i <= kHighestScore; ++i) {
    left += (scores & bit(i)) != 0;
  }
  out = left == 1 ? "the score " : "the scores ";
  for (int i = kLowestScore; i <= kHighestScore; ++i) {
    if ((scores & bit(i)) == 0) continue;
    out += text::whole(i);
    --left;
    if (left == 1) out += " and ";
    if (left > 1) out += ", ";
  }
  return out;
}

}  // namespace looplet
