#include "looplet/columns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/heading.h"
#include "looplet/score.h"

namespace looplet {
namespace {

using heading::contains_any;
using heading::fold;
using heading::key_of;
using heading::trim;

// Is this the question itself, in one of five languages?
bool asks_to_recommend(std::string_view name) {
  const std::string text = fold(name);
  const bool likely = contains_any(
      text, {"likely", "likelihood", "wahrscheinlich", "probab", "susceptible",
             "prov\xC3\xA1vel", "provavel", "prov\xC3\xA1veis"});
  const bool recommend =
      contains_any(text, {"recommend", "empfehl", "empfiehl", "recommand",
                          "recomend", "recomiend"});
  return likely && recommend;
}

// The segment beside the score, as some exports write it.
bool names_segment(std::string_view name) {
  const std::string key = key_of(name);
  return contains_any(key, {"group", "segment", "category", "label"});
}

bool named_score(std::string_view name) {
  const std::string key = key_of(name);
  for (const std::string_view known :
       {"score", "nps", "nps_score", "npsscore", "nps_rating", "nps_value",
        "nps_answer", "net_promoter", "net_promoter_score", "netpromoter",
        "netpromoterscore", "recommend", "likelihood_to_recommend", "ltr",
        "answer", "hs_value", "$survey_response"}) {
    if (key == known) return true;
  }
  return asks_to_recommend(name);
}

// Numbers of rows and the like, which may all be from 0 to 10 in a short file.
bool names_number_of_row(std::string_view name) {
  const std::string key = key_of(name);
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

}  // namespace

std::string_view column_found_words(ColumnFound how) {
  switch (how) {
    case ColumnFound::told:
      return "as told";
    case ColumnFound::by_format:
      return "by the format";
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

ScoreCandidates score_candidates(const SampleRows& sample, int headings) {
  ScoreCandidates candidates;
  if (sample.empty()) return candidates;
  std::vector<std::size_t>& chosen = candidates.columns;
  ColumnFound& how = candidates.how;
  const std::size_t columns = sample[0].size();
  const auto first_row = static_cast<std::size_t>(headings);
  std::vector<std::size_t> plausible;  // named so, and filled so
  std::vector<std::size_t> named;
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < columns; ++i) {
    const Content content = content_of(sample, first_row, i);
    if (heading::any_of(sample, headings, i, names_segment)) continue;
    if (heading::any_of(sample, headings, i, named_score)) {
      named.push_back(i);
      if (content.scores * 2 >= content.filled) plausible.push_back(i);
    }
    const bool numbers_rows =
        columns > 1 &&
        ((content.counts_up && content.scores > 2) ||
         heading::any_of(sample, headings, i, names_number_of_row));
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
  return candidates;
}

Result<ScoreColumn> find_score_column(const SampleRows& sample,
                                      std::string_view told) {
  return find_score_column(sample, told, header_rows(sample));
}

Result<ScoreColumn> find_score_column(const SampleRows& sample,
                                      std::string_view told, int headings) {
  if (sample.empty()) return make_fault(Code::no_rows, "line 1");
  std::vector<std::size_t> chosen;
  ColumnFound how = ColumnFound::told;
  if (!told.empty()) {
    chosen = heading::told_columns(sample, headings, told);
    if (chosen.empty()) {
      return heading::fault_with_columns(Code::unknown_column, told, sample,
                                         headings,
                                         heading::all_columns(sample));
    }
  } else {
    ScoreCandidates found = score_candidates(sample, headings);
    how = found.how;
    chosen = std::move(found.columns);
    if (chosen.empty()) {
      return heading::fault_with_columns(Code::no_score_column, {}, sample,
                                         headings,
                                         heading::all_columns(sample));
    }
  }
  if (chosen.size() > 1) {
    return heading::fault_with_columns(Code::several_score_columns, {}, sample,
                                       headings, chosen);
  }

  ScoreColumn column;
  column.index = chosen[0];
  column.how = how;
  column.header_rows = headings;
  column.columns = sample[0].size();
  column.name = heading::name_of(sample, headings, column.index);
  return column;
}

}  // namespace looplet
