// The report of a batch: its parts merge in any order to the same bits, bounds
// are kept, and the goal is met by the cheapest mix.
#include "looplet/report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "report/exact_sum.h"
#include "report/phrases.h"

namespace looplet {
namespace {

using report::ExactSum;

/// A row that owns its texts.
struct Made {
  std::int64_t line;
  int score;
  std::string comment, respondent, plan, country;
  std::optional<std::int64_t> time;
  double weight;
  Standing standing;
  Disposition disposition;

  BatchRow row(std::array<std::string_view, 2>& groups) const {
    groups = {plan, country};
    BatchRow row;
    row.line = line;
    row.disposition = disposition;
    row.score = score;
    row.raw = "raw";
    row.comment = comment;
    row.respondent = respondent;
    row.time = time;
    row.weight = weight;
    row.standing = standing;
    row.groups = groups;
    return row;
  }
};

constexpr std::int64_t kDay = 86400;

std::vector<Made> made_rows(std::size_t count, unsigned seed) {
  static const char* const kComments[] = {"",
                                          "Support was slow and rude",
                                          "Love it, so easy to use",
                                          "Too expensive for what it does",
                                          "It crashes all the time",
                                          "Great value, fast delivery",
                                          "   ",
                                          "Invoice was wrong again"};
  static const char* const kPlans[] = {"free", "team", "pro", ""};
  std::mt19937 random(seed);
  const auto draw = [&random](unsigned most) { return random() % most; };
  std::vector<Made> rows;
  for (std::size_t i = 0; i < count; ++i) {
    Made row;
    row.line = static_cast<std::int64_t>(i) + 2;
    row.score = static_cast<int>(draw(11));
    row.comment = kComments[draw(8)];
    row.respondent = draw(9) == 0 ? "" : "p" + std::to_string(draw(200));
    row.plan = kPlans[draw(4)];
    row.country = "c" + std::to_string(draw(3000));
    if (draw(20) != 0) {
      row.time = 1767225600 + static_cast<std::int64_t>(draw(200)) * kDay +
                 static_cast<std::int64_t>(draw(86400));
    }
    row.weight = draw(3) == 0 ? 0.1 * (1 + draw(50)) : 1;
    row.standing =
        draw(15) == 0 ? static_cast<Standing>(draw(6)) : Standing::complete;
    row.disposition =
        draw(25) == 0 ? static_cast<Disposition>(1 + draw(4)) : Disposition::ok;
    rows.push_back(std::move(row));
  }
  return rows;
}

ReportBuilder counted(const AnalyzeOptions& options,
                      const std::vector<Made>& rows, std::size_t from,
                      std::size_t to) {
  ReportBuilder builder(options);
  std::array<std::string_view, 2> groups;
  for (std::size_t i = from; i < to; ++i) builder.add(rows[i].row(groups));
  return builder;
}

void expect_same(const ReportComment& a, const ReportComment& b) {
  EXPECT_EQ(a.line, b.line);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.themes, b.themes);
}

void expect_same(const Report& a, const Report& b) {
  EXPECT_EQ(a.rows, b.rows);
  EXPECT_EQ(a.estimate, b.estimate);
  EXPECT_EQ(a.unweighted, b.unweighted);
  EXPECT_EQ(a.distribution, b.distribution);
  EXPECT_EQ(a.goal, b.goal);
  EXPECT_EQ(a.breakdowns, b.breakdowns);
  EXPECT_EQ(a.representation, b.representation);
  ASSERT_EQ(a.waves.has_value(), b.waves.has_value());
  if (a.waves) {
    EXPECT_EQ(a.waves->list, b.waves->list);
    EXPECT_EQ(a.waves->trend.slope, b.waves->trend.slope);
    EXPECT_EQ(a.waves->undated, b.waves->undated);
    EXPECT_EQ(a.waves->before, b.waves->before);
  }
  ASSERT_EQ(a.movement.has_value(), b.movement.has_value());
  if (a.movement) {
    EXPECT_EQ(a.movement->transitions, b.movement->transitions);
    EXPECT_EQ(a.movement->from, b.movement->from);
  }
  ASSERT_EQ(a.themes.size(), b.themes.size());
  for (std::size_t i = 0; i < a.themes.size(); ++i) {
    EXPECT_EQ(a.themes[i].id, b.themes[i].id);
    EXPECT_EQ(a.themes[i].counts, b.themes[i].counts);
    EXPECT_EQ(a.themes[i].sentiment, b.themes[i].sentiment);
    EXPECT_EQ(a.themes[i].impact, b.themes[i].impact);
    EXPECT_EQ(a.themes[i].change_p_adjusted, b.themes[i].change_p_adjusted);
    ASSERT_EQ(a.themes[i].examples.size(), b.themes[i].examples.size());
    for (std::size_t k = 0; k < a.themes[i].examples.size(); ++k) {
      expect_same(a.themes[i].examples[k], b.themes[i].examples[k]);
    }
  }
  ASSERT_EQ(a.phrases.has_value(), b.phrases.has_value());
  if (a.phrases) {
    EXPECT_EQ(a.phrases->detractors, b.phrases->detractors);
    EXPECT_EQ(a.phrases->promoters, b.phrases->promoters);
  }
  ASSERT_EQ(a.comments.size(), b.comments.size());
  for (std::size_t i = 0; i < a.comments.size(); ++i) {
    expect_same(a.comments[i], b.comments[i]);
  }
  EXPECT_EQ(a.notes, b.notes);
}

AnalyzeOptions everything(const char* every) {
  AnalyzeOptions options;
  options.by = {"plan", "country"};
  options.every = *wave_period_named(every);
  options.goal = 20;
  options.comments = 7;
  options.mix = {"plan", {{"free", 50}, {"pro", 30}, {"gone", 2}, {"", 18}}};
  return options;
}

TEST(ReportBuilder, PartsInAnyOrderGiveTheSameReport) {
  // 3,000 countries are more than are kept, so that those are sampled too.
  std::vector<Made> rows = made_rows(6000, 1);
  std::mt19937 random(2);
  for (const char* every : {"month", "week", "quarter", "30-days", "7-days"}) {
    SCOPED_TRACE(every);
    const AnalyzeOptions options = everything(every);
    const auto whole = counted(options, rows, 0, rows.size()).finish();
    ASSERT_TRUE(whole.ok());
    EXPECT_GT(whole->breakdowns[1].other_groups, 1000);
    for (int round = 0; round < 3; ++round) {
      std::shuffle(rows.begin(), rows.end(), random);
      const std::size_t a = random() % rows.size();
      const std::size_t b = a + random() % (rows.size() - a);
      ReportBuilder last = counted(options, rows, b, rows.size());
      ReportBuilder first = counted(options, rows, 0, a);
      const ReportBuilder middle = counted(options, rows, a, b);
      if (round == 0) {  // (first + middle) + last
        first.merge(middle);
        first.merge(last);
      } else {  // last + (first + middle), the other way round
        last.merge(middle);
        last.merge(first);
        first = std::move(last);
      }
      const auto parts = first.finish();
      ASSERT_TRUE(parts.ok());
      expect_same(*whole, *parts);
    }
  }
}

TEST(ReportBuilder, EveryRowIsOfExactlyOneKind) {
  const std::vector<Made> rows = made_rows(3000, 5);
  const auto report =
      counted(everything("month"), rows, 0, rows.size()).finish();
  ASSERT_TRUE(report.ok());
  const ReportRows& r = report->rows;
  EXPECT_EQ(r.read, 3000);
  EXPECT_EQ(r.scored + r.missing + r.rejected_count + r.partial + r.preview +
                r.excluded + r.not_answered + r.other_type,
            r.read);
  EXPECT_EQ(report->estimate.n, r.scored);
  std::int64_t in_waves = report->waves->undated;
  for (const Wave& wave : report->waves->list) in_waves += wave.counts.total();
  EXPECT_EQ(in_waves, r.scored);
  for (const Breakdown& breakdown : report->breakdowns) {
    std::int64_t in_groups = breakdown.other.total();
    for (const ReportGroup& group : breakdown.groups) {
      in_groups += group.counts.total();
    }
    EXPECT_EQ(in_groups, r.scored);
  }
}

TEST(ReportBuilder, NoRowsAreAReportWithoutAScore) {
  const auto report = ReportBuilder(everything("month")).finish();
  ASSERT_TRUE(report.ok());
  EXPECT_FALSE(report->estimate.nps.has_value());
  EXPECT_TRUE(report->waves->list.empty());
  EXPECT_EQ(report->notes.at(0).code, "no_answers");
}

TEST(ReportBuilder, RefusesAGoalOutOfRange) {
  AnalyzeOptions options;
  options.goal = 101;
  options.estimate.confidence = 1;
  const auto report = ReportBuilder(options).finish();
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.faults().at(0).where, "/goal");
  EXPECT_EQ(report.faults().at(1).where, "/confidence");
}

TEST(ReportBuilder, ACommentTaggedTwiceIsAnExampleOnce) {
  AnalyzeOptions options;
  ReportBuilder builder(options);
  BatchRow row;
  row.disposition = Disposition::ok;
  row.comment = "The delivery came late and the box was broken";
  for (int line = 5; line > 1; --line) {
    row.line = line;
    builder.add(row);
  }
  const auto report = builder.finish();
  ASSERT_TRUE(report.ok());
  ASSERT_FALSE(report->themes.empty());
  for (const ReportTheme& theme : report->themes) {
    ASSERT_EQ(theme.examples.size(), 1u);
    EXPECT_EQ(theme.examples[0].line, 2);
  }
}

/// Every way to move people, one by one: the least points that are enough.
std::int64_t least_raised(const Tally& tally, std::int64_t needed) {
  // best[k]: fewest points for k net promoters.
  std::vector<std::int64_t> best(static_cast<std::size_t>(needed) + 3, 1 << 20);
  best[0] = 0;
  for (int score = 0; score <= 8; ++score) {
    for (std::int64_t i = 0; i < tally.count[static_cast<std::size_t>(score)];
         ++i) {
      for (std::size_t k = best.size(); k-- > 0;) {
        if (score >= 7) {
          if (k >= 1) best[k] = std::min(best[k], best[k - 1] + 9 - score);
          continue;
        }
        const std::int64_t to_passive =
            k >= 1 ? best[k - 1] + 7 - score : 1 << 20;
        const std::int64_t to_promoter =
            k >= 2 ? best[k - 2] + 9 - score : 1 << 20;
        best[k] = std::min({best[k], to_passive, to_promoter});
      }
    }
  }
  return std::min(best[static_cast<std::size_t>(needed)],
                  best[static_cast<std::size_t>(needed) + 1]);
}

TEST(Goal, IsReachedAndOneLessWouldNotDo) {
  std::mt19937 random(4);
  for (int round = 0; round < 400; ++round) {
    Tally tally;
    for (std::int64_t& count : tally.count) {
      count = static_cast<std::int64_t>(random() % 6);
    }
    const Counts c = tally.counts();
    if (c.total() == 0) continue;
    const int points = static_cast<int>(random() % 201) - 100;
    const Goal goal = solve_goal(tally, points);
    const auto reached = [&](std::int64_t net, std::int64_t n) {
      return 100 * net >= points * n;
    };
    const std::int64_t net = c.promoters - c.detractors;
    EXPECT_EQ(goal.reached, reached(net, c.total()));
    EXPECT_TRUE(reached(net + goal.needed, c.total()));
    EXPECT_TRUE(goal.needed == 0 || !reached(net + goal.needed - 1, c.total()));
    if (goal.promoters_to_win) {
      const std::int64_t x = *goal.promoters_to_win;
      EXPECT_TRUE(reached(net + x, c.total() + x));
      EXPECT_TRUE(x == 0 || !reached(net + x - 1, c.total() + x - 1));
    }
    ASSERT_TRUE(goal.cheapest.has_value()) << "everybody may become a promoter";
    EXPECT_EQ(goal.cheapest->raised, least_raised(tally, goal.needed));
    EXPECT_GE(goal.cheapest->passives_to_promoters +
                  goal.cheapest->detractors_to_passives +
                  2 * goal.cheapest->detractors_to_promoters,
              goal.needed);
  }
}

TEST(ExactSum, KeepsWhatADoubleLoses) {
  ExactSum sum;
  sum.add(1e100);
  for (int i = 0; i < 3; ++i) sum.add(1e-100);
  sum.add(1e100);
  EXPECT_EQ(sum.value(), 2e100);
  ExactSum small;
  for (int i = 0; i < 10; ++i) small.add(0.1);
  // Ten times the double nearest to 0.1 is 1 + 5.55e-17, which rounds to 1.
  EXPECT_EQ(small.value(), 1.0);
  small.add(sum);
  EXPECT_EQ(small.value(), 2e100);
}

TEST(ExactSum, GivesBackWhatWasAdded) {
  std::mt19937_64 random(9);
  for (int round = 0; round < 200; ++round) {
    ExactSum kept;
    ExactSum part;
    for (int i = 0; i < 20; ++i) {
      const int exponent = static_cast<int>(random() % 1200) - 600;
      const double x =
          std::ldexp(static_cast<double>(random() >> 11), exponent);
      (random() % 2 == 0 ? kept : part).add(x);
    }
    const double expected = kept.value();
    kept.add(part);
    kept.subtract(part);
    EXPECT_EQ(kept.value(), expected);
  }
}

TEST(ExactSum, OfWholeNumbersIsTheirSum) {
  std::mt19937_64 random(6);
  ExactSum sum;
  std::int64_t expected = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto x = static_cast<std::int64_t>(random() >> 22);
    expected += x;
    sum.add(static_cast<double>(x));
    EXPECT_EQ(sum.value(), static_cast<double>(expected));
  }
}

TEST(Phrases, SidesSwappedTurnTheSign) {
  const auto one = report::phrase_log_odds(40, 300, 3, 250, 50, 700);
  const auto other = report::phrase_log_odds(3, 250, 40, 300, 50, 700);
  EXPECT_DOUBLE_EQ(one.log_odds, -other.log_odds);
  EXPECT_DOUBLE_EQ(one.z, -other.z);
  EXPECT_GT(one.z, 0);
}

// As a share of comments goes to 1 on both sides, both odds go to infinity.
TEST(Phrases, WhatAllCommentsHaveTellsNothing) {
  const auto odds = report::phrase_log_odds(8, 8, 15, 15, 23, 23);
  EXPECT_EQ(odds.log_odds, 0);
  EXPECT_EQ(odds.z, 0);
  ReportBuilder builder(AnalyzeOptions{});
  for (int i = 0; i < 40; ++i) {
    BatchRow row;
    row.line = i + 2;
    row.disposition = Disposition::ok;
    row.score = i % 2 == 0 ? 10 : 2;
    row.comment = i % 2 == 0 ? "great support" : "support is slow";
    builder.add(row);
  }
  const Result<Report> report = builder.finish();
  ASSERT_TRUE(report && report->phrases.has_value());
  for (const auto* side :
       {&report->phrases->detractors, &report->phrases->promoters}) {
    EXPECT_FALSE(side->empty());
    for (const ReportPhrase& phrase : *side) {
      EXPECT_NE(phrase.text, "support");
      EXPECT_TRUE(std::isfinite(phrase.log_odds)) << phrase.text;
    }
  }
}

TEST(WavePeriod, NamesAreReadAndWritten) {
  for (const char* name : {"month", "week", "quarter", "30-days", "1-days"}) {
    ASSERT_TRUE(wave_period_named(name).has_value()) << name;
    EXPECT_EQ(wave_period_name(*wave_period_named(name)), name);
  }
  for (const char* name : {"", "day", "-days", "0-days", "x-days", "9999-days",
                           "Month", "30days"}) {
    EXPECT_FALSE(wave_period_named(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace looplet
