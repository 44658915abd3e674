#include "looplet/columns.h"

#include <algorithm>
#include <optional>

#include "looplet/score.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::size_t kNameShown = 48;   // code points of a heading in a fault
constexpr std::size_t kNamesShown = 12;  // headings in a fault

// Lower case for what headings are written in: ASCII, and the accented
// letters of Latin-1 (U+00C0 to U+00DE), which UTF-8 writes as C3 80 to C3 9E.
std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool accented = c >= 0x80 && c <= 0x9E && c != 0x97 && i > 0 &&
                          static_cast<unsigned char>(text[i - 1]) == 0xC3;
    out += (c >= 'A' && c <= 'Z') || accented ? static_cast<char>(c + 32)
                                              : text[i];
  }
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// "NPS Score" and "nps-score" are "nps_score".
std::string key_of(std::string_view heading) {
  std::string key = fold(trim(heading));
  for (char& c : key) {
    if (c == ' ' || c == '-' || c == '.') c = '_';
  }
  return key;
}

bool contains_any(std::string_view text,
                  std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

// Is this the question itself, in one of five languages?
bool asks_to_recommend(std::string_view heading) {
  const std::string text = fold(heading);
  const bool likely = contains_any(
      text, {"likely", "likelihood", "wahrscheinlich", "probab", "susceptible",
             "prov\xC3\xA1vel", "provavel", "prov\xC3\xA1veis"});
  const bool recommend =
      contains_any(text, {"recommend", "empfehl", "empfiehl", "recommand",
                          "recomend", "recomiend"});
  return likely && recommend;
}

// The segment beside the score, as some exports write it.
bool names_segment(std::string_view heading) {
  const std::string key = key_of(heading);
  return contains_any(key, {"group", "segment", "category", "label"});
}

bool named_score(std::string_view heading) {
  const std::string key = key_of(heading);
  for (const std::string_view known :
       {"score", "nps", "nps_score", "npsscore", "nps_rating", "nps_value",
        "nps_answer", "net_promoter", "net_promoter_score", "netpromoter",
        "netpromoterscore", "recommend", "likelihood_to_recommend", "ltr",
        "answer", "hs_value", "$survey_response"}) {
    if (key == known) return true;
  }
  return asks_to_recommend(heading);
}

// Numbers of rows and the like, which may all be from 0 to 10 in a short file.
bool names_number_of_row(std::string_view heading) {
  const std::string key = key_of(heading);
  for (const std::string_view known :
       {"id", "#", "no", "no_", "nr", "nr_", "number", "row", "line", "index",
        "key"}) {
    if (key == known) return true;
  }
  return key.size() > 3 && key.substr(key.size() - 3) == "_id";
}

struct Content {
  int filled = 0;
  int scores = 0;
  bool counts_up = true;  // each cell one more than the cell above
};

Content content_of(const SampleRows& sample, std::size_t first_row,
                   std::size_t column) {
  Content content;
  std::optional<int> above;
  for (std::size_t row = first_row; row < sample.size(); ++row) {
    if (column >= sample[row].size()) continue;
    const ParsedScore said = parse_score(sample[row][column]);
    content.filled += said.disposition != Disposition::missing;
    content.scores += said.score.has_value();
    if (row > first_row) {
      content.counts_up =
          content.counts_up && said.score && above && *said.score == *above + 1;
    }
    above = said.score;
  }
  return content;
}

bool looks_like_scores(const Content& content) {
  return content.scores > 0 && content.scores * 10 >= content.filled * 9;
}

// A short form of a heading, and the number to tell it by.
std::string shown(const SampleRows& sample, int headings, std::size_t column) {
  std::string out = std::to_string(column + 1);
  if (headings == 0) return out;
  out += " '";
  std::string name(trim(sample[0][column]));
  std::replace(name.begin(), name.end(), '\n', ' ');
  text::append_shortened(out, name, kNameShown);
  return out += "'";
}

// make_fault would cut a list of headings; each is already cut here.
Fault fault_with_list(Code code, std::string_view before,
                      const SampleRows& sample, int headings,
                      const std::vector<std::size_t>& columns) {
  std::string list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i == kNamesShown) {
      list += " and " + std::to_string(columns.size() - i) + " more";
      break;
    }
    if (i > 0) list += ", ";
    list += shown(sample, headings, columns[i]);
  }
  const bool two = code == Code::unknown_column;
  Fault fault = make_fault(code, "line 1", {before, "{1}"});
  const std::string_view slot = two ? "{1}" : before;
  const std::size_t at = fault.message.rfind(slot);
  fault.message.replace(at, slot.size(), list);
  return fault;
}

std::vector<std::size_t> all_columns(const SampleRows& sample) {
  std::vector<std::size_t> columns(sample[0].size());
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
  return columns;
}

// A whole number from 1 up to `columns`, else 0.
std::size_t column_number(std::string_view told, std::size_t columns) {
  std::size_t number = 0;
  for (const char c : told) {
    if (c < '0' || c > '9' || number > columns) return 0;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number <= columns ? number : 0;
}

// Every row of headings may name a column: some exports put the question's
// text in the second.
bool any_heading(const SampleRows& sample, int headings, std::size_t column,
                 bool (*test)(std::string_view)) {
  for (int row = 0; row < headings; ++row) {
    const auto& cells = sample[static_cast<std::size_t>(row)];
    if (column < cells.size() && test(cells[column])) return true;
  }
  return false;
}

}  // namespace

std::string_view column_found_words(ColumnFound how) {
  switch (how) {
    case ColumnFound::told:
      return "as told";
    case ColumnFound::by_name:
      return "by its name";
    case ColumnFound::by_content:
      return "by its content";
  }
  return {};
}

int header_rows(const SampleRows& sample) {
  if (sample.empty()) return 0;
  for (std::size_t column = 0; column < sample[0].size(); ++column) {
    if (parse_score(sample[0][column]).disposition == Disposition::ok &&
        looks_like_scores(content_of(sample, 0, column)) &&
        !named_score(sample[0][column])) {
      return 0;
    }
  }
  if (sample.size() >= 3) {
    for (const std::string& cell : sample[2]) {
      if (cell.substr(0, 12) == "{\"ImportId\":") return 3;  // Qualtrics
    }
  }
  if (sample.size() >= 2) {
    const std::string first = key_of(sample[0][0]);
    if ((first == "respondent_id" || first == "respondentid") &&
        trim(sample[1][0]).empty()) {
      return 2;  // SurveyMonkey
    }
  }
  return 1;
}

Result<ScoreColumn> find_score_column(const SampleRows& sample,
                                      std::string_view told) {
  if (sample.empty()) return make_fault(Code::no_rows, "line 1");
  const int headings = header_rows(sample);
  const std::size_t columns = sample[0].size();
  const auto first_row = static_cast<std::size_t>(headings);

  std::vector<std::size_t> chosen;
  ColumnFound how = ColumnFound::told;
  if (!told.empty()) {
    const std::string wanted = fold(trim(told));
    for (std::size_t i = 0; headings > 0 && i < columns; ++i) {
      if (fold(trim(sample[0][i])) == wanted) chosen.push_back(i);
    }
    if (chosen.empty()) {
      const std::size_t number = column_number(wanted, columns);
      if (number == 0) {
        return fault_with_list(Code::unknown_column, told, sample, headings,
                               all_columns(sample));
      }
      chosen.push_back(number - 1);
    }
  } else {
    std::vector<std::size_t> plausible;  // named so, and filled so
    std::vector<std::size_t> named;
    std::vector<std::size_t> filled;
    for (std::size_t i = 0; i < columns; ++i) {
      const Content content = content_of(sample, first_row, i);
      if (any_heading(sample, headings, i, names_segment)) continue;
      if (any_heading(sample, headings, i, named_score)) {
        named.push_back(i);
        if (content.scores * 2 >= content.filled) plausible.push_back(i);
      }
      const bool numbers_rows =
          columns > 1 &&
          ((content.counts_up && content.scores > 2) ||
           any_heading(sample, headings, i, names_number_of_row));
      if (looks_like_scores(content) && content.scores >= 2 && !numbers_rows)
        filled.push_back(i);
    }
    how = ColumnFound::by_name;
    chosen = plausible;
    if (chosen.empty()) {
      how = ColumnFound::by_content;
      chosen = filled;
    }
    if (chosen.empty()) {
      // Named as a score, though nothing in it is one: read it, and let the
      // rejected cells say why.
      how = ColumnFound::by_name;
      chosen = named;
    }
    if (chosen.empty() && columns == 1 && headings == 0) chosen.push_back(0);
    if (chosen.empty()) {
      return fault_with_list(Code::no_score_column, "{0}", sample, headings,
                             all_columns(sample));
    }
  }
  if (chosen.size() > 1) {
    return fault_with_list(Code::several_score_columns, "{0}", sample, headings,
                           chosen);
  }

  ScoreColumn column;
  column.index = chosen[0];
  column.how = how;
  column.header_rows = headings;
  column.columns = columns;
  column.name =
      headings > 0 ? std::string(trim(sample[0][column.index])) : std::string();
  if (column.name.empty())
    column.name = "column " + std::to_string(column.index + 1);
  return column;
}

}  // namespace looplet
