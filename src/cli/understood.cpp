#include "cli/understood.h"

#include <algorithm>
#include <string_view>

#include "cli/words.h"
#include "text/utf8.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kRejectedShown = 5;
constexpr std::size_t kHeadingShown = 60;  // code points

std::string_view reason(Disposition disposition) {
  switch (disposition) {
    case Disposition::out_of_range:
      return "not from 0 to 10";
    case Disposition::non_integer:
      return "not a whole number";
    case Disposition::ok:
    case Disposition::missing:
    case Disposition::unparseable:
      return "not a score";
  }
  return {};
}

}  // namespace

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ',':
      return "comma";
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case '|':
      return "bar";
    default:
      return std::string("'") + delimiter + "'";
  }
}

std::string understood(const ScoresFile& file) {
  std::string out = file.name + ": " + file.format;
  if (file.format == "JSON") return out + "\n";
  out += ", " + file.encoding;
  if (!file.column) return out + "\n";
  const ScoreColumn& column = *file.column;
  if (column.columns > 1) out += ", " + delimiter_name(file.delimiter);
  out += "; the score is column " + std::to_string(column.index + 1);
  if (column.header_rows > 0) {
    out += " '";
    text::append_shortened(out, column.name, kHeadingShown);
    out += "'";
  }
  out += column.how == ColumnFound::told
             ? ", as told"
             : ", found " + std::string(column_found_words(column.how));
  if (column.header_rows == 0) out += "; there are no headings";
  std::replace(out.begin(), out.end(), '\n', ' ');
  return printable(out) + "\n";
}

std::string row_words(const ScoresFile& file) {
  const ScoreRows& rows = file.rows;
  if (file.format == "JSON" && rows.read == 0) return {};
  std::string out = counted(rows.read, "row", "rows") + ": " +
                    grouped(rows.scored()) + " scored, " +
                    grouped(rows.missing) + " missing, " +
                    grouped(rows.rejected_count()) + " rejected\n";
  const std::size_t shown = std::min(rows.rejected.size(), kRejectedShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const RejectedCell& cell = rows.rejected[i];
    std::string raw = printable(cell.raw);
    std::replace(raw.begin(), raw.end(), '\n', ' ');
    out += "  " + file.place + " " + std::to_string(cell.line) + ": '" + raw +
           "' is " + std::string(reason(cell.disposition)) + "\n";
  }
  const std::int64_t more =
      rows.rejected_count() - static_cast<std::int64_t>(shown);
  if (more > 0) out += "  and " + grouped(more) + " more\n";
  return out;
}

std::string cautions(const ScoresFile& file) {
  if (!file.tally) return {};
  if (suspects_one_to_ten(*file.tally)) {
    return "Nobody answered 0: if the scale was 1 to 10, this score cannot be "
           "compared with one from 0 to 10.\n";
  }
  return {};
}

}  // namespace looplet::cli
