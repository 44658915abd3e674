// Which column of a table holds the 0-10 answer. Found by name, then by
// content; where several could be meant, all are named and nobody guesses.
//
//   Result<ScoreColumn> column = find_score_column(reader.sample(), "");
//   column->index, column->name, column->how      2, "nps_score", by_name
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/result.h"

namespace looplet {

using SampleRows = std::vector<std::vector<std::string>>;

enum class ColumnFound : std::uint8_t { told, by_format, by_name, by_content };

/// "as told", "by the format", "by its name" or "by its content".
std::string_view column_found_words(ColumnFound how);

struct ScoreColumn {
  std::size_t index = 0;  ///< from 0
  std::string name;       ///< heading, or "column 3" where there is none
  ColumnFound how = ColumnFound::by_content;
  int header_rows = 1;      ///< rows before the first answer: 0 to 3
  std::size_t columns = 0;  ///< in the first row
};

/// Rows of headings at the top: none when the first row already has a score
/// over a column of scores, 2 or 3 in the exports known to have them
/// (SurveyMonkey, Qualtrics), else 1; 0 for no rows at all.
int header_rows(const SampleRows& sample);

/// The columns that could be the score, without anybody's word for it: those
/// named so and filled so; else those filled so; else those named so.
struct ScoreCandidates {
  std::vector<std::size_t> columns;
  ColumnFound how = ColumnFound::by_content;
};
ScoreCandidates score_candidates(const SampleRows& sample, int headings);

/// The score's column. `told` is empty, a heading (in any case) or a number
/// from 1. By name: nps, nps_score, net_promoter_score, score, answer,
/// hs_value and the like, and questions about how likely one is to recommend
/// in English, German, French, Spanish and Portuguese, if the cells do not
/// contradict it. By content: at least nine in ten of the filled cells are
/// scores, there are two, and the column does not just number the rows.
///
/// Faults: no_rows, unknown_column, no_score_column, several_score_columns.
Result<ScoreColumn> find_score_column(const SampleRows& sample,
                                      std::string_view told);

/// The same for a sample of which it is known how many rows are headings.
Result<ScoreColumn> find_score_column(const SampleRows& sample,
                                      std::string_view told, int headings);

}  // namespace looplet
