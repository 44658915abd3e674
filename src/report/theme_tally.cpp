#include "report/theme_tally.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/comment_sample.h"
#include "report/mix.h"
#include "text/utf8.h"

namespace looplet::report {
namespace {

// Of an example, in bytes: long enough to say something, short enough to read.
constexpr std::size_t kShortExample = 30;
constexpr std::size_t kLongExample = 240;

void count(SentimentCounts& counts, bool positive, bool negative) {
  ++(negative ? counts.negative : positive ? counts.positive : counts.neutral);
}

void merge_counts(SentimentCounts& counts, const SentimentCounts& other) {
  counts.negative += other.negative;
  counts.neutral += other.neutral;
  counts.positive += other.positive;
}

}  // namespace

ThemeTally::ThemeTally(const Tagger& tagger)
    : tagger_(&tagger), themes_(tagger.theme_ids().size()) {}

void ThemeTally::keep(std::vector<Example>& examples, const Example& one) {
  const auto place = std::find_if(
      examples.begin(), examples.end(),
      [&one](const Example& other) { return other.key >= one.key; });
  if (place != examples.end() && place->key == one.key) {
    // Of equal texts the first.
    if (std::pair(one.line, one.score) < std::pair(place->line, place->score)) {
      *place = one;
    }
    return;
  }
  examples.insert(place, one);
  if (examples.size() > kExamplesKept) examples.pop_back();
}

std::uint64_t ThemeTally::add(const BatchRow& row, Segment segment) {
  const TagBits bits = tagger_->bits(row.comment, row.locale, room_);
  if (bits.themes == 0) return 0;  // nothing but blanks
  count(sentiment_, bits.sentiment > 0, bits.sentiment < 0);
  const std::size_t bytes = row.comment.size();
  const bool fits = bytes >= kShortExample && bytes <= kLongExample;
  // Half of all numbers for each: what fits comes first.
  const std::uint64_t key =
      mixed(row.comment) >> 1 | (fits ? 0 : std::uint64_t{1} << 63);
  for (std::uint64_t left = bits.themes; left != 0; left &= left - 1) {
    const auto at = static_cast<std::size_t>(__builtin_ctzll(left));
    Theme& theme = themes_[at];
    theme.counts.add(segment);
    count(theme.sentiment, (bits.positive >> at & 1) != 0,
          (bits.negative >> at & 1) != 0);
    if (theme.examples.size() == kExamplesKept &&
        theme.examples.back().key < key) {
      continue;
    }
    keep(theme.examples,
         {key, row.line, row.score,
          std::string(row.comment.substr(
              0, text::prefix_bytes(row.comment, kCommentShown))),
          std::string(row.locale.substr(0, 35))});
  }
  return bits.themes;
}

void ThemeTally::merge(const ThemeTally& other) {
  merge_counts(sentiment_, other.sentiment_);
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    themes_[i].counts.merge(other.themes_[i].counts);
    merge_counts(themes_[i].sentiment, other.themes_[i].sentiment);
    for (const Example& one : other.themes_[i].examples) {
      keep(themes_[i].examples, one);
    }
  }
}

ReportComment ThemeTally::tagged(std::int64_t line, int score,
                                 std::string_view text,
                                 std::string_view locale) const {
  CommentTags tags = tagger_->tag(text, locale);
  ReportComment comment;
  comment.line = line;
  comment.score = score;
  comment.sentiment = tags.sentiment;
  comment.text = text;
  comment.themes = std::move(tags.themes);
  return comment;
}

std::vector<ReportTheme> ThemeTally::themes(const Counts& all,
                                            const std::vector<ShownWave>& waves,
                                            Detail detail) const {
  std::vector<ReportTheme> found;
  std::vector<double> p;
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    const Theme& theme = themes_[i];
    if (theme.counts.total() == 0) continue;
    ReportTheme& shown = found.emplace_back();
    shown.id = tagger_->theme_ids()[i];
    shown.counts = theme.counts;
    shown.sentiment = theme.sentiment;
    if (const auto impact = theme_impact(all, theme.counts)) {
      shown.impact = impact->impact;
      shown.gap = impact->gap;
      shown.gains = {impact->gain_if_passive, impact->gain_if_promoter};
      shown.share_of_detractors = impact->share_of_detractors;
      shown.nps_without_exact = impact->nps_without_exact;
    }
    if (waves.size() >= 2) {
      const auto mentions = [i](const ShownWave& wave) {
        const WaveTally& tally = wave.tally;
        return Mentions{tally.mentions.empty() ? 0 : tally.mentions[i],
                        tally.tally.counts().total()};
      };
      const auto change = theme_change(mentions(waves[waves.size() - 2]),
                                       mentions(waves.back()));
      if (change) shown.change = *change;
      if (shown.change && shown.change->p) p.push_back(*shown.change->p);
    }
    if (detail == Detail::quick) continue;
    for (const Example& one : theme.examples) {
      shown.examples.push_back(
          tagged(one.line, one.score, one.text, one.locale));
    }
  }
  if (const auto adjusted = adjust_p(p, Adjustment::bh)) {
    std::size_t at = 0;
    for (ReportTheme& theme : found) {
      if (!theme.change || !theme.change->p) continue;
      theme.change_p_adjusted = (*adjusted)[at++];
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ReportTheme& a, const ReportTheme& b) {
                     return std::abs(a.impact.value_or(0)) >
                            std::abs(b.impact.value_or(0));
                   });
  return found;
}

}  // namespace looplet::report
