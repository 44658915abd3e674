// What the first bytes of a file say: is it text at all, in which encoding,
// and which delimiter cuts it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/csv.h"

namespace looplet::csv {

struct Mark {
  CsvEncoding encoding = CsvEncoding::utf8;
  std::size_t size = 0;  ///< bytes of the byte order mark
};

/// The byte order mark, if any.
Mark find_mark(std::string_view bytes);

/// What this is instead of text ("a PNG image"), or "" for text. A stray NUL
/// does not make a file something else.
std::string_view not_text(std::string_view bytes);

/// "sep=;" and its line end at the very start: their length, and the
/// delimiter named; 0 when there is none.
struct SepLine {
  std::size_t size = 0;
  char delimiter = 0;
};
SepLine find_sep_line(std::string_view bytes);

using Rows = std::vector<std::vector<std::string>>;

/// The first whole rows of a sample, read with this delimiter, empty lines
/// left out. A sample without a whole row gives what there is as one row.
Rows sample_rows(std::string_view sample, char delimiter, bool whole);

/// The delimiter that gives the most rows of one width, and that more than 1.
char sniff_delimiter(std::string_view sample, bool whole);

}  // namespace looplet::csv
