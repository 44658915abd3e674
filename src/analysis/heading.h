// Headings of tables: how they are compared, and how a fault lists them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/columns.h"
#include "looplet/fault.h"

namespace looplet::heading {

/// Lower case for what headings are written in: ASCII, and the accented
/// letters of Latin-1.
std::string fold(std::string_view text);

/// `text` without blanks and line ends at both ends.
std::string_view trim(std::string_view text);

/// "NPS Score", "nps-score" and "nps.score" are "nps_score".
std::string key_of(std::string_view heading);

bool contains_any(std::string_view text,
                  std::initializer_list<std::string_view> parts);

/// True when `key` is one of `all`, which are cut by '|'.
bool is_one_of(std::string_view key, std::string_view all);

/// Every row of headings may name a column: some exports put the question's
/// text in the second.
template <class Test>
bool any_of(const SampleRows& sample, int headings, std::size_t column,
            Test&& test) {
  for (int row = 0; row < headings; ++row) {
    const auto& cells = sample[static_cast<std::size_t>(row)];
    if (column < cells.size() && test(std::string_view(cells[column]))) {
      return true;
    }
  }
  return false;
}

/// The columns somebody means by `told`: a heading (in any case; all that have
/// it) or else a number from 1. Empty when there is none.
std::vector<std::size_t> told_columns(const SampleRows& sample, int headings,
                                      std::string_view told);

/// The heading of a column, or "column 3" where there is none.
std::string name_of(const SampleRows& sample, int headings, std::size_t column);

/// 0, 1, ... for each column of the first row.
std::vector<std::size_t> all_columns(const SampleRows& sample);

/// A fault whose last argument is a list of headings with their numbers;
/// `before` is the one before it, if the sentence has two.
Fault fault_with_columns(Code code, std::string_view before,
                         const SampleRows& sample, int headings,
                         const std::vector<std::size_t>& columns);

}  // namespace looplet::heading
