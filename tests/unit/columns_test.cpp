#include "looplet/columns.h"

#include <gtest/gtest.h>

namespace looplet {
namespace {

ScoreColumn found(const SampleRows& sample, std::string_view told = "") {
  Result<ScoreColumn> column = find_score_column(sample, told);
  EXPECT_TRUE(column.ok()) << (column.ok() ? "" : column.faults()[0].message);
  return column.ok() ? *column : ScoreColumn{999, {}, {}, {}, {}};
}

Fault refused(const SampleRows& sample, std::string_view told = "") {
  Result<ScoreColumn> column = find_score_column(sample, told);
  EXPECT_FALSE(column.ok()) << column->name;
  return column.ok() ? Fault{} : column.faults()[0];
}

TEST(Columns, KnownNamesAreFoundInAnyCase) {
  for (const char* name :
       {"score", "Score", "NPS", "nps_score", "NPS Score", "net_promoter",
        "Net Promoter Score", "answer", "hs_value", " score "}) {
    const ScoreColumn column =
        found({{"id", "comment", name}, {"a", "x", "9"}, {"b", "y", "3"}});
    EXPECT_EQ(column.index, 2u) << name;
    EXPECT_EQ(column.how, ColumnFound::by_name) << name;
  }
}

TEST(Columns, TheQuestionIsFoundInFiveLanguages) {
  for (const char* question :
       {"How likely are you to recommend Acme to a friend or colleague?",
        "1. How likely is it that you would RECOMMEND us?",
        "Wie wahrscheinlich ist es, dass Sie Acme weiterempfehlen?",
        "Mit welcher Wahrscheinlichkeit würden Sie uns empfehlen?",
        "Quelle est la probabilité que vous nous recommandiez ?",
        "¿Qué tan probable es que nos recomiende?",
        "Qual é a PROBABILIDADE de você recomendar a Acme?",
        "Quão provável é que você recomende a Acme a um amigo?"}) {
    EXPECT_EQ(found({{"#", question, "why"}, {"k", "9", "x"}}).index, 1u)
        << question;
  }
}

TEST(Columns, AreFoundByContentWhenNoNameHelps) {
  const ScoreColumn column = found({{"id", "Q1", "Q2"},
                                    {"r1", "9", "good"},
                                    {"r2", "", "bad"},
                                    {"r3", "10 - Extremely likely", "x"}});
  EXPECT_EQ(column.index, 1u);
  EXPECT_EQ(column.name, "Q1");
  EXPECT_EQ(column.how, ColumnFound::by_content);
}

TEST(Columns, NumbersOfRowsAreNotScores) {
  // Both could be by their content; a short file numbers its rows below 10.
  EXPECT_EQ(found({{"id", "Q1"}, {"3", "9"}, {"7", "8"}}).index, 1u);
  EXPECT_EQ(found({{"n", "Q1"}, {"1", "9"}, {"2", "9"}, {"3", "4"}}).index, 1u);
  EXPECT_EQ(found({{"1", "9"}, {"2", "9"}, {"3", "4"}}).index, 1u);
  EXPECT_EQ(refused({{"id", "why"}, {"1", "x"}, {"2", "y"}}).code,
            Code::no_score_column);
  // A list of one column has nothing else to be.
  EXPECT_EQ(found({{"7"}, {"8"}, {"9"}}).index, 0u);
}

TEST(Columns, NameIsNotBelievedAgainstTheContent) {
  // A sentiment score beside the answers.
  const ScoreColumn column =
      found({{"score", "nps"}, {"0.73", "9"}, {"-0.2", "3"}});
  EXPECT_EQ(column.index, 1u);
}

TEST(Columns, SegmentBesideTheScoreIsNotTheScore) {
  const SampleRows qualtrics = {
      {"StartDate", "Q1_NPS_GROUP", "Q1"},
      {"Start Date", "How likely are you to recommend Acme? - Group",
       "How likely are you to recommend Acme?"},
      {"{\"ImportId\":\"startDate\"}", "{\"ImportId\":\"QID1_NPS_GROUP\"}",
       "{\"ImportId\":\"QID1\"}"},
      {"2026-03-02", "3", "9"},
      {"2026-03-03", "1", "4"}};
  const ScoreColumn column = found(qualtrics);
  EXPECT_EQ(column.index, 2u);
  EXPECT_EQ(column.header_rows, 3);
}

TEST(Columns, SecondHeaderRowIsPassedOver) {
  const SampleRows monkey = {
      {"Respondent ID", "How likely is it that you would recommend us?"},
      {"", "Response"},
      {"118001", "Extremely likely - 10"}};
  EXPECT_EQ(header_rows(monkey), 2);
  EXPECT_EQ(found(monkey).index, 1u);
}

TEST(Columns, SeveralAreListedAndNoneIsGuessed) {
  EXPECT_EQ(refused({{"id", "score", "nps"}, {"a", "9", "8"}}),
            (Fault{Code::several_score_columns, "line 1",
                   "Several columns could be the score; choose one of 2 "
                   "'score', 3 'nps'."}));
  EXPECT_EQ(refused({{"Q1", "Q2"}, {"9", "5"}, {"3", "4"}}).code,
            Code::several_score_columns);
}

TEST(Columns, NoneIsAFaultThatListsWhatThereIs) {
  EXPECT_EQ(refused({{"id", "comment"}, {"a", "good"}, {"b", "bad"}}),
            (Fault{Code::no_score_column, "line 1",
                   "No column looks like a score from 0 to 10; name one of 1 "
                   "'id', 2 'comment'."}));
}

TEST(Columns, AreToldByNameOrNumber) {
  const SampleRows sample = {{"Q1", "Q2"}, {"9", "5"}, {"3", "4"}};
  EXPECT_EQ(found(sample, "q2").index, 1u);
  EXPECT_EQ(found(sample, "1").index, 0u);
  EXPECT_EQ(found(sample, "2").how, ColumnFound::told);
  EXPECT_EQ(refused(sample, "Q3"),
            (Fault{Code::unknown_column, "line 1",
                   "There is no column 'Q3'; the columns are 1 'Q1', 2 "
                   "'Q2'."}));
  EXPECT_EQ(refused(sample, "3").code, Code::unknown_column);
  EXPECT_EQ(refused(sample, "0").code, Code::unknown_column);
}

TEST(Columns, HeadingGivenTwiceIsAskedFor) {
  EXPECT_EQ(refused({{"Q", "Q"}, {"9", "5"}}, "Q").code,
            Code::several_score_columns);
}

TEST(Columns, FirstRowOfScoresIsNoHeading) {
  const ScoreColumn column = found({{"r1", "9"}, {"r2", "10"}});
  EXPECT_EQ(column.header_rows, 0);
  EXPECT_EQ(column.index, 1u);
  EXPECT_EQ(column.name, "column 2");
}

TEST(Columns, NoRowsIsAFault) { EXPECT_EQ(refused({}).code, Code::no_rows); }

}  // namespace
}  // namespace looplet
