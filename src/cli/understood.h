// What was made of a file, in words.
#pragma once

#include <string>

#include "cli/scores_file.h"

namespace looplet::cli {

/// "answers.csv: CSV, UTF-8, comma; the score is column 5 'score', found by
/// its name".
std::string understood(const ScoresFile& file);

/// "1,000 rows: 980 scored, 12 missing, 8 rejected" and the first rejected
/// cells with their reasons, one a line.
std::string row_words(const ScoresFile& file);

/// Warnings about the scores, each a sentence; "" if there are none.
std::string cautions(const ScoresFile& file);

/// "comma", "semicolon", "tab", "bar" or the character itself.
std::string delimiter_name(char delimiter);

}  // namespace looplet::cli
