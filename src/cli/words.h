// Numbers and texts as people read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace looplet::cli {

/// "1,234,567".
std::string grouped(std::int64_t number);

/// "1 answer", "1,234 answers".
std::string counted(std::int64_t number, std::string_view one,
                    std::string_view many);

/// Rounded half away from zero to so many decimals, "-0" written "0".
std::string fixed(double number, int decimals);

/// "95 %", "99.9 %".
std::string percent(double share);

/// "p < 0.001", "p = 0.032".
std::string p_words(double p);

/// Control characters and what is not UTF-8 made harmless for a terminal
/// (line ends stay).
std::string printable(std::string_view text);

/// A text that no spreadsheet takes for a formula: one that begins with = + - @
/// (after blanks, and in full width too), a tab or a line end gets a ' before.
std::string guarded(std::string_view text);

/// A text as a cell of CSV (RFC 4180), quoted where it must be.
std::string csv_cell(std::string_view text);

}  // namespace looplet::cli
