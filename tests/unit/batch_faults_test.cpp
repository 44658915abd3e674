// What a batch makes of bad, doubtful and hostile input.
#include <gtest/gtest.h>

#include <string>

#include "batch_reading.h"
#include "looplet/csv.h"

namespace looplet {
namespace {

using namespace batch;

std::string scores_of(const Reading& got) {
  std::string out;
  for (const Json& row : got.rows) out += row[2].dump() + " ";
  return out;
}

TEST(BatchJson, FormsOfOneListReadAlike) {
  for (
      const char* text :
      {R"([{"score":9},{"score":"10"},{"score":null},{"score":7.5}])",
       R"({"results":[{"score":9},{"score":"10"},{"score":null},{"score":7.5}]})",
       R"({"total":4,"page":{"n":[1]},"responses":[{"score":9},{"score":"10"},
           {"score":null},{"score":7.5}],"next":"data"})",
       "{\"score\":9}\n\n{\"score\":\"10\"}\r\n{\"score\":null}\n{\"score\":7."
       "5}",
       "{\"score\":\n9}{\"score\":\"10\"}{\"score\":null}\n{\"score\":7.5}",
       "[9, \"10\", null, 7.5]", "\xEF\xBB\xBF [ 9,\n\"10\",null,7.5 ]\n"}) {
    for (const std::size_t piece : {1, 3, 1000}) {
      const Reading got = read(text, {}, piece);
      EXPECT_EQ(messages(got.faults), "") << text;
      EXPECT_EQ(scores_of(got), "9 10 \"missing\" \"non_integer\" ") << text;
    }
  }
}

TEST(BatchJson, Utf16IsReadByItsMark) {
  const std::string text = "[{\"score\":9,\"comment\":\"sch\xC3\xB6n\"}]";
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("[{\"score\":9,\"comment\":\"sch\xF6n\"}]")) {
    bytes += c;
    bytes += '\0';
  }
  EXPECT_EQ(read(bytes).rows, read(text).rows);
  EXPECT_EQ(read(bytes, {}, 1).rows, read(text).rows);
  EXPECT_EQ(read(bytes).source.encoding, "UTF-16LE");
}

TEST(BatchJson, ALineThatIsNoneDoesNotSpoilTheNext) {
  const Reading got = read(
      "{\"score\":9}\n{\"score\":10\n{\"score\":3}}\nplain words\n"
      "{\"score\":01}\n{\"score\":\"a\tb\"}\n{\"score\":\"\\x\"}\n{\"score\":8}"
      "\n");
  EXPECT_EQ(scores_of(got), "9 8 ");
  EXPECT_EQ(
      messages(got.faults),
      "line 2: This is not JSON: there is no comma between two members.\n"
      "line 3: This is not JSON: there is something behind its end.\n"
      "line 4: This is not JSON: there is a stray character.\n"
      "line 5: This is not JSON: there is a stray character.\n"
      "line 6: This is not JSON: there is a control character in a text.\n"
      "line 7: This is not JSON: there is no such escape.\n");
}

TEST(BatchJson, WhatBreaksOffSaysWhere) {
  const Reading list = read("[{\"score\":9},\n{\"score\":1");
  EXPECT_EQ(scores_of(list), "9 ");
  EXPECT_EQ(messages(list.faults),
            "line 2: This is not JSON: what begins here breaks off at the end "
            "of the file.\n");
  const Reading wrapped = read("{\"data\":[{\"score\":9}\n]\n");
  EXPECT_EQ(scores_of(wrapped), "9 ");
  EXPECT_EQ(messages(wrapped.faults),
            "line 3: This is not JSON: the object around the list breaks "
            "off.\n");
  const Reading open = read("[{\"score\":9},\n");
  EXPECT_EQ(messages(open.faults),
            "line 2: This is not JSON: the list breaks off.\n");
  EXPECT_EQ(messages(read("[").faults),
            "line 1: This is not JSON: the list breaks off.\n");
  EXPECT_EQ(messages(read("{\"score\":").faults),
            "line 1: This is not JSON: what begins here breaks off at the end "
            "of the file.\n");
}

TEST(BatchJson, DepthAndSizeAreBounded) {
  const std::string deep = "{\"score\":9}\n{\"a\":" + std::string(100000, '[') +
                           std::string(100000, ']') + "}\n{\"score\":8}\n";
  const Reading got = read(deep);
  EXPECT_EQ(scores_of(got), "9 8 ");
  EXPECT_EQ(messages(got.faults),
            "line 2: This is nested deeper than 32 levels.\n");
  for (const char* end : {"\"},{\"score\":8}]", "\"}\n{\"score\":8}"}) {
    const bool list = end[2] == ',';
    std::string large = list ? "[{\"score\":9},\n" : "{\"score\":9}\n";
    large += "{\"score\":1,\"x\":\"" + std::string(5 * kLongestRow, 'x') + end;
    const Reading cut = read(large, {}, 70000);
    EXPECT_EQ(scores_of(cut), "9 8 ");
    EXPECT_EQ(messages(cut.faults),
              "line 2: This row is longer than 1048576 bytes or has more than "
              "16384 cells; it was left out.\n");
  }
}

TEST(BatchJson, ANameGivenTwiceIsReported) {
  const Reading got = read("[{\"score\":9,\n\"score\":3,\"a\":{\"b\":1}}]");
  EXPECT_EQ(scores_of(got), "9 ");
  EXPECT_EQ(messages(got.faults),
            "line 1: 'score' is given twice; keep one.\n");
}

TEST(BatchJson, ListsAndObjectsBecomeColumns) {
  BatchOptions options;
  options.by = {"tags", "a.b", "items.1.name"};
  const Reading got = read(
      R"([{"score":9,"tags":["x","y, z",3],"a":{"b":true},
          "items":[{"name":"p"},{"name":"q"}]},{"score":8,"tags":[]}])",
      options);
  EXPECT_EQ(messages(got.faults), "");
  EXPECT_EQ(got.groups, (std::vector<std::vector<std::string>>{
                            {"x, y, z, 3", "true", "q"}, {"", "", ""}}));
}

TEST(BatchColumns, SeveralScoresAreOfferedWithSamples) {
  const Reading got = read("id;Q1;Q2\na;9;10\nb;;8\nc;7;1\nd;6;2\n");
  EXPECT_FALSE(got.usable);
  EXPECT_EQ(got.rows.size(), 0u);
  EXPECT_EQ(messages(got.faults),
            "line 1: Several columns could be the score; choose one of 2 'Q1', "
            "3 'Q2'.\n");
  ASSERT_EQ(got.source.choices.size(), 1u);
  EXPECT_EQ(got.source.choices[0],
            (ColumnChoice{
                Role::score,
                {{1, "Q1", {"9", "7", "6"}}, {2, "Q2", {"10", "8", "1"}}}}));
  BatchOptions told;
  told.score = "q2";
  EXPECT_EQ(scores_of(read("id;Q1;Q2\na;9;10\nb;;8\n", told)), "10 8 ");
}

TEST(BatchColumns, SeveralCommentsAndTimesAreOfferedAndTheScoreIsRead) {
  const std::string text =
      "score,what went wrong,why so,created_at,created_on\n"
      "9,,it is fast,2026-05-04,2026-05-05\n"
      "3,it is slow,why not,2026-05-06,2026-05-07\n";
  const Reading got = read(text + "4,so it is,,2026-05-08,2026-05-09\n");
  EXPECT_EQ(messages(got.faults), "");
  EXPECT_EQ(scores_of(got), "9 3 4 ");
  ASSERT_EQ(got.source.choices.size(), 1u);
  EXPECT_EQ(got.source.choices[0].role, Role::time);
  EXPECT_EQ(name_of(got.source, Role::comment), "why so");
  BatchOptions told;
  told.comments = {"what went wrong", "why so"};
  told.time = "created_on";
  const Reading both = read(text, told);
  EXPECT_EQ(both.rows[0][3], "it is fast");
  EXPECT_EQ(both.rows[1][3], "it is slow\nwhy not");
  EXPECT_EQ(both.rows[1][7], 1778112000);  // 2026-05-07, date -d
}

TEST(BatchColumns, SeveralReasonsAreNotGuessedAmong) {
  const Reading got =
      read("score,Reason,Comment\n9,it is fast,so good\n3,it is slow,so bad\n");
  ASSERT_EQ(got.source.choices.size(), 1u);
  EXPECT_EQ(got.source.choices[0],
            (ColumnChoice{Role::comment,
                          {{1, "Reason", {"it is fast", "it is slow"}},
                           {2, "Comment", {"so good", "so bad"}}}}));
  EXPECT_EQ(got.rows[0][3], "");
}

TEST(BatchColumns, WhatIsToldMustBeThere) {
  BatchOptions options;
  options.by = {"plan", "country"};
  const Reading got = read("score,plan\n9,pro\n", options);
  EXPECT_FALSE(got.usable);
  EXPECT_EQ(messages(got.faults),
            "line 1: There is no column 'country'; the columns are 1 'score', "
            "2 'plan'.\n");
  BatchOptions twice;
  twice.comments = {"why"};
  EXPECT_EQ(messages(read("score,why,why\n9,a,b\n", twice).faults),
            "line 1: Several columns could be the comment; choose one of 2 "
            "'why', 3 'why'.\n");
}

TEST(BatchTimes, AnOrderNobodyCanTellIsLeftToChoose) {
  const std::string text = "score,date\n9,03/04/2026\n8,05/06/2026\n7,\n";
  const Reading got = read(text);
  EXPECT_EQ(got.source.order_found, OrderFound::undecided);
  EXPECT_EQ(got.counts.unread_times, 2);
  EXPECT_EQ(got.rows[0][7], nullptr);
  BatchOptions day;
  day.date_order = DateOrder::day_first;
  EXPECT_EQ(read(text, day).rows[0][7], 1775174400);  // 2026-04-03, date -d
  BatchOptions month;
  month.date_order = DateOrder::month_first;
  EXPECT_EQ(read(text, month).rows[0][7], 1772582400);  // 2026-03-04
}

TEST(BatchTimes, OneDayAboveTwelveDecidesForAll) {
  const Reading got = read("score,date\n9,03/04/2026\n8,25/04/2026\n");
  EXPECT_EQ(got.source.date_order, DateOrder::day_first);
  EXPECT_EQ(got.source.order_found, OrderFound::by_content);
  EXPECT_EQ(got.rows[0][7], 1775174400);
  const Reading torn = read("score,date\n9,04/25/2026\n8,25/04/2026\n");
  EXPECT_EQ(torn.source.order_found, OrderFound::conflicting);
  EXPECT_EQ(torn.counts.unread_times, 2);
}

TEST(BatchText, CellsThatAreNotUtf8AreWindows1252) {
  const Reading got = read(
      "score;Begr\xFCndung\n9;sch\xF6n f\xFCr 5 \x80\n3;na gut \xC3\xBC\n");
  EXPECT_EQ(got.rows[0][3], "sch\xC3\xB6n f\xC3\xBCr 5 \xE2\x82\xAC");
  EXPECT_EQ(got.rows[1][3], "na gut \xC3\xBC");
  EXPECT_EQ(got.source.encoding, "Windows-1252");
  EXPECT_EQ(name_of(got.source, Role::comment), "Begr\xC3\xBCndung");
}

TEST(BatchText, ACellCutWithinACharacterStaysUtf8) {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string cell(kLongestCell - shift, 'a');
    for (int i = 0; i < 4; ++i) cell += "\xE2\x82\xAC";
    const Reading got = read("score,comment\n9," + cell + "\n8,all good\n");
    const auto comment = got.rows[0][3].get<std::string>();
    EXPECT_LE(comment.size(), kLongestCell);
    EXPECT_GT(comment.size(), kLongestCell - 3);
    EXPECT_EQ(got.source.encoding, "UTF-8");
  }
}

TEST(BatchRows, LaterCompleteRowsReplaceAndTheFileIsReadOnceMore) {
  const std::string text =
      "response_id,score,date\nr1,9,2026-01-01\nr2,8,2026-01-02\n"
      "r1,3,2026-01-03\nr2,7,2025-12-31\n,1,2026-01-01\n,2,2026-01-01\n";
  const Reading once = read(text);
  EXPECT_FALSE(once.settled);
  EXPECT_EQ(once.out, (std::vector<std::int64_t>{1, 4}));
  EXPECT_EQ(once.counts.by_standing[0], 4);
  EXPECT_EQ(once.counts.duplicates, 2);
  const Reading got = read_file(text);
  EXPECT_TRUE(got.settled);
  EXPECT_EQ(scores_of(got), "8 3 1 2 ");
  EXPECT_EQ(got.counts.set_aside,
            (std::vector<SetAside>{{2, Standing::complete},
                                   {5, Standing::complete}}));
  BatchOptions first;
  first.keep = Keep::first;
  EXPECT_EQ(scores_of(read_file(text, first)), "9 7 1 2 ");
  BatchOptions all;
  all.keep = Keep::all;
  EXPECT_EQ(scores_of(read_file(text, all)), "9 8 3 7 1 2 ");
}

TEST(BatchRows, TheSameRowTwiceNeedsNoSecondReading) {
  const std::string rows = "r1,9,2026-01-01,good\nr2,8,2026-01-02,\n";
  const Reading got = read("response_id,score,date,why\n" + rows + rows);
  EXPECT_TRUE(got.settled);
  EXPECT_EQ(scores_of(got), "9 8 ");
  EXPECT_EQ(got.counts.duplicates, 2);
}

TEST(BatchRows, ManyIdsAreToldApart) {
  std::string text = "response_id,score\n";
  for (int i = 0; i < 60000; ++i) {
    text += "id-" + std::to_string(i % 50000) + "," +
            std::to_string(i < 50000 ? 9 : 0) + "\n";
  }
  const Reading got = read_file(text, {}, 65536);
  EXPECT_EQ(got.counts.by_standing[0], 50000);
  EXPECT_EQ(got.counts.duplicates, 10000);
  EXPECT_EQ(got.counts.set_aside.size(), kMostSetAside);
  EXPECT_EQ(got.counts.set_aside_count, 10000);
  std::int64_t zeros = 0;
  for (const Json& row : got.rows) zeros += row[2] == 0;
  EXPECT_EQ(zeros, 10000);
}

TEST(BatchRows, MoreThanTheMostAreLeftOutAndSaidSo) {
  BatchOptions options;
  options.most_rows = 2;
  const Reading got = read("score\n9\n8\n7\n6\n", options);
  EXPECT_EQ(scores_of(got), "9 8 ");
  EXPECT_EQ(got.counts.read, 2);
  EXPECT_EQ(messages(got.faults),
            "line 4: Only the first 2 rows were read; the rest, from here on, "
            "was left out.\n");
}

TEST(BatchRows, WeightsAreReadAndWhatIsNoneIsSetAside) {
  BatchOptions options;
  options.weight = "w";
  const Reading got =
      read("score,w\n9,2\n8,0.25\n7,\"1,5\"\n6,0\n5,-1\n4,x\n", options);
  EXPECT_EQ(got.weights[0], 2);
  EXPECT_EQ(got.weights[1], 0.25);
  EXPECT_EQ(got.weights[2], 1.5);
  EXPECT_EQ(
      got.counts.by_standing[static_cast<std::size_t>(Standing::excluded)], 3);
  EXPECT_EQ(
      messages(got.faults),
      "line 5: '0' cannot be a weight, so this row was left out; weights "
      "are numbers above 0.\nline 6: '-1' cannot be a weight, so this "
      "row was left out; weights are numbers above 0.\nline 7: 'x' cannot "
      "be a weight, so this row was left out; weights are numbers above "
      "0.\n");
}

TEST(BatchHostile, BytesOfAnyKindGiveAClearFault) {
  const struct {
    std::string bytes;
    const char* fault;
  } cases[] = {
      {"", "line 1: There is nothing in this file.\n"},
      {"\n\n  \n", "line 1: No column looks like a score"},
      {"[]", "line 1: There is nothing in this file.\n"},
      {"{}", "line 1: There is nothing in this file.\n"},
      {"\x89PNG\r\n\x1A\n rest", "line 1: This is a PNG image, not text"},
      {std::string("\0\0\0\0\0\0\0\0\0\0", 10), "line 1: This is binary data"},
      {"{\"a\":1}", "line 1: No column looks like a score"},
      {"]", "line 1: No column looks like a score"},
      {"}{", "line 1: No column looks like a score"}};
  for (const auto& one : cases) {
    const Reading got = read(one.bytes);
    EXPECT_FALSE(got.usable) << one.bytes;
    EXPECT_EQ(messages(got.faults).substr(0, std::string(one.fault).size()),
              one.fault)
        << one.bytes;
  }
}

TEST(BatchHostile, AMillionColumnsAndALineWithoutEndAreBounded) {
  std::string wide = "score,why\n9,good\n";
  for (int i = 0; i < 1000000; ++i) wide += ",";
  wide += "\n8,fine\n";
  const Reading got = read(wide);
  EXPECT_EQ(scores_of(got), "9 8 ");
  EXPECT_EQ(got.faults.size(), 1u);
  const std::string line = "score,why\n9,good\n7," +
                           std::string(8 * kLongestRow, 'x') + "\n8,fine\n";
  EXPECT_EQ(scores_of(read(line, {}, 100000)), "9 8 ");
  EXPECT_EQ(messages(read("score,why\n9,\"good\n8,fine\n").faults),
            "line 2: The quote that opens here is never closed; all that "
            "follows was read as one cell.\n");
}

}  // namespace
}  // namespace looplet
