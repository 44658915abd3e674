// Rows as CSV (RFC 4180) that a spreadsheet cannot mistake for formulas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store.h"

namespace looplet::collector {

/// Appends one cell of text. With `guard`, text a spreadsheet might run (its
/// first character after spaces is one of = + - @, their full-width forms, a
/// tab or a line break) gets an apostrophe in front.
void append_cell(std::string& out, std::string_view text, bool guard);

/// The header line: the columns of the store, then one for each step.
std::string csv_header(const std::vector<std::string>& steps, bool guard);

/// One line. A choice of several is joined by "; "; a contact is
/// "name=...; email=...".
std::string csv_line(const Row& row, const std::vector<std::string>& steps,
                     bool guard);

}  // namespace looplet::collector
