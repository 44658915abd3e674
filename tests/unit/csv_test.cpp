#include "looplet/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/csv_scan.h"
#include "base64.h"
#include "vectors.h"

namespace looplet {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Reading {
  Rows rows;
  std::vector<std::int64_t> lines;
  Faults faults;
  char delimiter = 0;
  CsvEncoding encoding = CsvEncoding::utf8;
  std::int64_t blank_lines = 0;
  bool refused = false;
  bool operator==(const Reading&) const = default;
};

// Reads `input` in pieces that end at each of `cuts`.
Reading read_cut(std::string_view input, const std::vector<std::size_t>& cuts,
                 char delimiter = 0) {
  CsvReader reader({.delimiter = delimiter});
  Reading got;
  std::string scratch;
  const auto use = [&](const CsvRow& row) {
    std::vector<std::string>& cells = got.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      cells.emplace_back(row.text(i, scratch));
    got.lines.push_back(row.line());
  };
  std::size_t begin = 0;
  for (const std::size_t cut : cuts) {
    push_rows(reader, input.substr(begin, cut - begin), use);
    begin = cut;
  }
  push_rows(reader, input.substr(begin), use);
  finish_rows(reader, use);
  got.faults = reader.faults();
  got.delimiter = reader.delimiter();
  got.encoding = reader.encoding();
  got.blank_lines = reader.blank_lines();
  got.refused = reader.refused();
  return got;
}

Reading read(std::string_view input, char delimiter = 0) {
  return read_cut(input, {}, delimiter);
}

// More than the reader looks at beforehand, so that pieces are pieces.
std::string long_start(std::size_t bytes = 2 * kCsvSampleBytes) {
  std::string text = "id,score,comment\n";
  for (int i = 0; text.size() < bytes; ++i)
    text += std::to_string(i) + ",9,\"so, \"\"good\"\"\nindeed\"\n";
  return text;
}

TEST(Csv, ReadsWhatPythonReads) {
  const vectors::Json cases = vectors::read("csv.json");
  ASSERT_TRUE(cases.is_array());
  ASSERT_GE(cases.size(), 400u);
  for (const auto& c : cases) {
    const std::string input =
        vectors::from_base64(c["input"].get<std::string>());
    const std::string delimiter = c["delimiter"].get<std::string>();
    EXPECT_EQ(read(input, delimiter[0]).rows, c["rows"].get<Rows>())
        << c["name"];
  }
}

#ifdef __EMSCRIPTEN__
constexpr std::size_t kEvery = 12;  // a hundred seconds would be too many
#else
constexpr std::size_t kEvery = 1;
#endif

TEST(Csv, EverySplitOfAnInputGivesTheSameRows) {
  const vectors::Json cases = vectors::read("csv.json");
  for (const auto& c : cases) {
    const std::string input =
        vectors::from_base64(c["input"].get<std::string>());
    const char delimiter = c["delimiter"].get<std::string>()[0];
    const Reading whole = read(input, delimiter);
    std::vector<std::size_t> every;
    for (std::size_t cut = 1; cut < input.size(); ++cut) {
      every.push_back(cut);
      if (cut % kEvery != 0) continue;
      EXPECT_EQ(read_cut(input, {cut}, delimiter), whole)
          << c["name"] << " cut at " << cut;
      if (input.size() > 200) cut += 16;
    }
    EXPECT_EQ(read_cut(input, every, delimiter), whole) << c["name"];
  }
}

TEST(Csv, EverySplitAfterTheSampleGivesTheSameRows) {
  const std::string start = long_start();
  const std::string input = start + "x,\"a\r\n\"\"b\",\r\ny,\"c\"d,\r\"e\n\nz";
  const Reading whole = read(input);
  EXPECT_EQ(whole.faults.size(), 2u);
  for (std::size_t cut = start.size(); cut < input.size(); ++cut) {
    EXPECT_EQ(read_cut(input, {cut}), whole) << cut;
    EXPECT_EQ(read_cut(input, {start.size() - 100, cut}), whole) << cut;
  }
}

TEST(Csv, BlocksAndBytesFindTheSame) {
  // The two machines of csv_scan.h over texts of few characters.
  std::uint32_t random = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text(320, 'a');
    for (char& c : text) {
      random = random * 1664525 + 1013904223;
      c = (round % 2 ? "aaaaaaaaaaaaaa,\"\n"
                     : "aaaa,,\"\"\"\"\n\r\r\na")[random >> 28];
    }
    std::vector<std::uint32_t> ends[2];
    std::vector<std::uint32_t> rows[2];
    std::vector<std::int64_t> lines[2];
    std::vector<csv::Scan::Found> found[2];
    csv::Scan state[2];
    for (int way = 0; way < 2; ++way) {
      ends[way].resize(1000);
      rows[way].resize(1000);
      lines[way].resize(1000);
      found[way].resize(1000);
      csv::Scan& s = state[way];
      s.ends = ends[way].data();
      s.row_ends = rows[way].data();
      s.next_lines = lines[way].data();
      s.found = found[way].data();
      if (way == 0) csv::scan_bytes(text.data(), 0, 320, s);
      if (way == 1) csv::scan(text.data(), 0, 320, s);
      ends[way].resize(s.end_count);
      rows[way].resize(s.row_count);
      lines[way].resize(s.row_count);
    }
    EXPECT_EQ(ends[0], ends[1]) << text;
    EXPECT_EQ(rows[0], rows[1]) << text;
    EXPECT_EQ(lines[0], lines[1]) << text;
    EXPECT_EQ(state[0].found_count, state[1].found_count) << text;
    EXPECT_EQ(state[0].inside, state[1].inside) << text;
    EXPECT_EQ(state[0].line, state[1].line) << text;
  }
}

TEST(Csv, LinesCountEveryKindOfLineEnd) {
  const Reading got = read("a,b\r\n1,\"x\n\r\ny\"\r2,z\n\n\r\n3,w", ',');
  EXPECT_EQ(got.lines, (std::vector<std::int64_t>{1, 2, 5, 8}));
  EXPECT_EQ(got.blank_lines, 2);
}

TEST(Csv, FindsTheDelimiter) {
  EXPECT_EQ(read("score,comment\n9,ok\n").delimiter, ',');
  EXPECT_EQ(read("score;comment\n9;a, b, c\n8;d, e\n").delimiter, ';');
  EXPECT_EQ(read("score\tcomment, if any\n9\ta, b, c\n").delimiter, '\t');
  EXPECT_EQ(read("score|comment\n9|x\n").delimiter, '|');
  EXPECT_EQ(read("score;share\n9;0,5\n7;0,25\n").delimiter, ';');
  EXPECT_EQ(read("9\n10\n7\n").delimiter, ',');
  EXPECT_EQ(read("score;why\n9;\"a;b\nc;d\"\n7;\"e,f\"\n").delimiter, ';');
}

TEST(Csv, ToldDelimiterIsTaken) {
  EXPECT_EQ(read("a:b\n1:2\n", ':').rows, (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(Csv, SepLineIsObeyedAndIsNoRow) {
  const Reading got = read("sep=;\r\nscore;why\r\n9;a,b\r\n");
  EXPECT_EQ(got.delimiter, ';');
  EXPECT_EQ(got.rows, (Rows{{"score", "why"}, {"9", "a,b"}}));
  EXPECT_EQ(got.lines, (std::vector<std::int64_t>{2, 3}));
}

TEST(Csv, ByteOrderMarkIsNoPartOfTheFirstCell) {
  const Reading got = read("\xEF\xBB\xBFscore,why\n9,ok\n");
  EXPECT_EQ(got.rows[0][0], "score");
  EXPECT_EQ(got.encoding, CsvEncoding::utf8_mark);
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t c : text) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

TEST(Csv, Utf16WithAMarkIsRead) {
  const Rows rows = {{"score", "why"}, {"9", "Größe 👍"}};
  for (const bool big_endian : {false, true}) {
    const std::string input =
        utf16(u"score\twhy\r\n9\t\"Größe 👍\"\r\n", big_endian);
    const Reading got = read(input);
    EXPECT_EQ(got.rows, rows);
    EXPECT_EQ(got.delimiter, '\t');
    EXPECT_EQ(got.faults, Faults{});
    for (std::size_t cut = 1; cut < input.size(); ++cut)
      EXPECT_EQ(read_cut(input, {cut}), got);
  }
}

TEST(Csv, LongUtf16IsReadInPieces) {
  std::u16string text = u"score,why\n";
  for (int i = 0; i < 20000; ++i) text += u"9,\"schön 👍\"\n";
  const std::string input = utf16(text, false);
  const Reading whole = read(input);
  ASSERT_EQ(whole.rows.size(), 20001u);
  EXPECT_EQ(whole.rows[20000], (std::vector<std::string>{"9", "schön 👍"}));
  EXPECT_EQ(read_cut(input, {1, 70001, 140003}), whole);
}

TEST(Csv, HalfAPairOfUtf16IsReplaced) {
  std::string input = utf16(u"score,why\n9,x", false);
  input += std::string("\x3D\xD8", 2);  // first half of a pair, then the end
  EXPECT_EQ(read(input).rows[1][1], "x\xEF\xBF\xBD");
}

TEST(Csv, UnclosedQuoteIsReportedWhereItOpens) {
  const Reading got = read("a,b\n1,\"x\ny\"\n2,\"z\n3,w\n");
  EXPECT_EQ(got.faults,
            (Faults{{Code::unclosed_quote, "line 4",
                     "The quote that opens here is never closed; all that "
                     "follows was read as one cell."}}));
  EXPECT_EQ(got.rows.back(), (std::vector<std::string>{"2", "z\n3,w\n"}));
}

TEST(Csv, UnclosedQuoteOverMegabytesIsReportedWhereItOpens) {
  std::string input = "a,b\n1,x\n2,\"never\n";
  for (int i = 0; i < 600000; ++i) input += "3,y\n";
  const Reading got = read(input);
  ASSERT_EQ(got.faults.size(), 2u);
  EXPECT_EQ(got.faults[0].code, Code::unclosed_quote);
  EXPECT_EQ(got.faults[0].where, "line 3");
  EXPECT_EQ(got.faults[1].code, Code::row_too_large);
  EXPECT_EQ(got.faults[1].where, "line 3");
  EXPECT_EQ(got.rows.size(), 2u);
  EXPECT_EQ(read_cut(input, {70000, 70001, 1200000}), got);
}

TEST(Csv, TextAfterAClosingQuoteIsReported) {
  const Reading got = read("a,b\n1,\"x\"y\n");
  EXPECT_EQ(got.faults,
            (Faults{{Code::text_after_quote, "line 2",
                     "There is text after a cell's closing quote; a quote "
                     "within quotes is written twice."}}));
  EXPECT_EQ(got.rows[1][1], "xy");
}

TEST(Csv, NulIsReportedAndKept) {
  using namespace std::string_view_literals;
  const Reading got = read("score,comment\n9,x\0y\0z\n8,fine and good\n"sv);
  EXPECT_EQ(got.faults, (Faults{{Code::nul_byte, "line 2",
                                 "There is a NUL byte in this line."}}));
  EXPECT_EQ(got.rows[1][1], "x\0y\0z"sv);
}

TEST(Csv, WhatIsNotTextIsRefusedByName) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view bytes;
    std::string_view name;
  } cases[] = {
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "a PNG image"},
      {"PK\x03\x04\x14\0\6\0"sv, "a ZIP archive or a workbook"},
      {"\x1F\x8B\x08\0\0\0"sv, "compressed by gzip"},
      {"s\0c\0o\0r\0e\0\n\0\x39\0"sv, "UTF-16 without a byte order mark"},
      {"\0\0\0\0\0\0\0\0\0\0\0\0"sv, "binary data"},
      {"\1\2\3\4\5\6\7abcdefg"sv, "binary data"},
  };
  for (const auto& c : cases) {
    const Reading got = read(c.bytes);
    EXPECT_TRUE(got.refused) << c.name;
    EXPECT_EQ(got.rows, Rows{});
    ASSERT_EQ(got.faults.size(), 1u) << c.name;
    EXPECT_EQ(got.faults[0].message,
              "This is " + std::string(c.name) +
                  ", not text; export it as CSV in UTF-8 and try again.");
  }
}

TEST(Csv, CellOf64KibIsWholeAndOneMoreByteIsCut) {
  const std::string cell(kLongestCell, 'x');
  const Reading fits = read("a,b\n1," + cell + "\n");
  EXPECT_EQ(fits.rows[1][1], cell);
  EXPECT_EQ(fits.faults, Faults{});
  const Reading longer = read("a,b\n1,y" + cell + "\n2,z\n");
  EXPECT_EQ(longer.rows[1][1].size(), kLongestCell);
  EXPECT_EQ(longer.rows[2][1], "z");
  EXPECT_EQ(longer.faults,
            (Faults{{Code::cell_too_long, "line 2",
                     "A cell of this row is 65537 bytes long; it was cut to "
                     "65536."}}));
}

TEST(Csv, RowOverAMebibyteIsLeftOutAndTheNextIsRead) {
  for (const std::size_t over : {std::size_t{0}, std::size_t{1}}) {
    std::string input = "a,b\n1,";
    input += std::string(kLongestRow - 2 + over, 'x') + "\n2,z\n";
    const Reading got = read(input);
    EXPECT_EQ(got.rows.size(), 3u - over);
    EXPECT_EQ(got.rows.back(), (std::vector<std::string>{"2", "z"}));
    ASSERT_EQ(got.faults.size(), 1u);
    EXPECT_EQ(got.faults[0].code,
              over ? Code::row_too_large : Code::cell_too_long);
    EXPECT_EQ(got.faults[0].where, "line 2");
    EXPECT_EQ(read_cut(input, {kLongestRow, kLongestRow + 5}), got);
  }
}

TEST(Csv, AMillionColumnsAreLeftOutAndTheNextRowIsRead) {
  const Reading got = read("a,b\n" + std::string(999999, ',') + "\n2,z\n");
  EXPECT_EQ(got.rows, (Rows{{"a", "b"}, {"2", "z"}}));
  EXPECT_EQ(got.faults,
            (Faults{{Code::row_too_large, "line 2",
                     "This row is longer than 1048576 bytes or has more than "
                     "16384 cells; it was left out."}}));
}

TEST(Csv, MostColumnsIsALimitToTheCell) {
  const std::string most(kMostColumns - 1, ',');
  EXPECT_EQ(read("a\n" + most + "\n", ',').rows.back().size(), kMostColumns);
  EXPECT_EQ(read("a\n" + most + ",\n", ',').faults.size(), 1u);
  EXPECT_EQ(read("a\n" + most + ",", ',').faults.size(), 1u);
}

TEST(Csv, FaultsBeyondTheStoredAreCounted) {
  std::string input = "a,b\n";
  for (int i = 0; i < 5000; ++i) input += "\"x\"y,1\n";
  CsvReader reader;
  const auto use = [](const CsvRow&) {};
  push_rows(reader, input, use);
  finish_rows(reader, use);
  EXPECT_EQ(reader.fault_count(), 5000);
  EXPECT_EQ(reader.faults().size(), kMostStoredFaults);
}

TEST(Csv, NothingAndOnlyLineEndsAreNoRows) {
  EXPECT_EQ(read("").rows, Rows{});
  EXPECT_EQ(read("\n\r\n\r").rows, Rows{});
  EXPECT_EQ(read("\xEF\xBB\xBF").rows, Rows{});
}

}  // namespace
}  // namespace looplet
