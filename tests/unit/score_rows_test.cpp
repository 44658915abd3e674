#include "looplet/score_rows.h"

#include <gtest/gtest.h>

#include <string>

#include "looplet/batch_reader.h"

namespace looplet {
namespace {

struct Counted {
  ScoreRows rows;
  Faults faults;
  std::string column;
};

Counted count(std::string_view input) {
  BatchOptions options;
  options.scores_only = true;
  BatchReader reader(options);
  Counted got;
  const auto use = [&got](const BatchRow& row) {
    got.rows.add(row.raw, row.line);
  };
  push_rows(reader, input, use);
  finish_rows(reader, use);
  got.faults = reader.faults();
  if (!reader.source().used.empty()) got.column = reader.source().used[0].name;
  return got;
}

TEST(ScoreRows, CountsScoresMissingAndRejected) {
  const Counted got = count(
      "id,score,comment\n"
      "1,9,\"good, \"\"really\"\"\nyes\"\n"
      "2,10,\n"
      "3,,no idea\n"
      "4,11,too much\n"
      "5,7.5,half\n"
      "6,\"0\",quoted\n"
      "7,great,a word\n");
  EXPECT_EQ(got.rows.read, 7);
  EXPECT_EQ(got.rows.scored(), 3);
  EXPECT_EQ(got.rows.missing, 1);
  EXPECT_EQ(got.rows.rejected_count(), 3);
  Tally expected;
  for (const int score : {9, 10, 0}) expected.add(score);
  EXPECT_EQ(got.rows.tally, expected);
  EXPECT_EQ(got.rows.rejected, (std::vector<RejectedCell>{
                                   {6, "11", Disposition::out_of_range},
                                   {7, "7.5", Disposition::non_integer},
                                   {9, "great", Disposition::unparseable}}));
  EXPECT_EQ(got.faults, Faults{});
}

TEST(ScoreRows, RaggedRowsAreReportedAndCounted) {
  const Counted got = count("id,score,why\n1,9\n2\n3,8,x,y\n4,7,z,,\n");
  EXPECT_EQ(got.rows.read, 4);
  EXPECT_EQ(got.rows.scored(), 3);
  EXPECT_EQ(got.rows.missing, 1);
  EXPECT_EQ(got.faults, (Faults{{Code::ragged_row, "line 2",
                                 "This row has 2 cells; the header has 3."},
                                {Code::ragged_row, "line 3",
                                 "This row has 1 cells; the header has 3."},
                                {Code::ragged_row, "line 4",
                                 "This row has 4 cells; the header has 3."}}));
}

TEST(ScoreRows, ListOfScoresNeedsNoHeader) {
  const Counted got = count("9\n10\n7\n3\n");
  EXPECT_EQ(got.rows.scored(), 4);
  EXPECT_EQ(got.column, "column 1");
}

TEST(ScoreRows, HeaderWithoutRowsIsNoAnswers) {
  const Counted got = count("id,score\n");
  EXPECT_EQ(got.rows, ScoreRows{});
  EXPECT_EQ(got.column, "score");
  EXPECT_EQ(got.faults, Faults{});
}

TEST(ScoreRows, NothingIsAFault) {
  for (const std::string_view nothing : {"", "\n\n", "\xEF\xBB\xBF"}) {
    const Counted got = count(nothing);
    EXPECT_EQ(
        got.faults,
        (Faults{{Code::no_rows, "line 1", "There is nothing in this file."}}));
  }
}

TEST(ScoreRows, PartsMergedInOrderAreTheWhole) {
  ScoreRows whole;
  ScoreRows parts[3];
  for (int i = 0; i < 3000; ++i) {
    const std::string cell = std::to_string(i % 14);
    whole.add(cell, i + 2);
    parts[i / 1000].add(cell, i + 2);
  }
  ScoreRows left = parts[0];  // (a b) c
  left.merge(parts[1]);
  left.merge(parts[2]);
  ScoreRows right = parts[1];  // a (b c)
  right.merge(parts[2]);
  parts[0].merge(right);
  EXPECT_EQ(left, whole);
  EXPECT_EQ(parts[0], whole);
}

TEST(ScoreRows, RejectedCellsBeyondTheKeptAreCounted) {
  ScoreRows rows;
  for (int i = 0; i < 2500; ++i) rows.add("eleven", i + 2);
  EXPECT_EQ(rows.rejected_count(), 2500);
  EXPECT_EQ(rows.rejected.size(), kMostRejectedKept);
  EXPECT_EQ(rows.rejected.back().line, 1001);
}

}  // namespace
}  // namespace looplet
