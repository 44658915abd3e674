// Which column of a table holds what people wrote.
#pragma once

#include <cstddef>
#include <string_view>

#include "looplet/columns.h"
#include "looplet/result.h"

namespace looplet {

struct CommentColumn {
  std::size_t index = 0;  ///< from 0
  ColumnFound how = ColumnFound::by_content;
  int header_rows = 1;
  std::size_t columns = 0;  ///< in the first row
};

/// `told` is empty, a heading (in any case) or a number from 1. By name:
/// comment, feedback, reason, verbatim and the like in five languages; of
/// several, the one with the longest texts. By content: the longest texts of
/// at least two words on the average.
///
/// Faults: no_rows, unknown_column, no_comment_column.
Result<CommentColumn> find_comment_column(const SampleRows& sample,
                                          std::string_view told);

/// "Comment", "Warum?", "What is the main reason for your score?".
bool names_comments(std::string_view heading);

/// What a column holds of words, numbers not counted.
struct Texts {
  std::size_t filled = 0;
  std::size_t words = 0;

  /// Two words in a cell on the average.
  bool wordy() const { return filled > 0 && words >= 2 * filled; }
};
Texts texts_of(const SampleRows& sample, std::size_t first, std::size_t column);

}  // namespace looplet
