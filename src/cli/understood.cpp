#include "cli/understood.h"

#include <algorithm>
#include <string_view>

#include "cli/words.h"
#include "text/utf8.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kRejectedShown = 5;
constexpr std::size_t kHeadingShown = 60;  // code points

// What is said of rows that do not count, by Standing.
constexpr const char* kStandingWords[] = {
    "complete", "partial",      "previews",
    "excluded", "not answered", "of another survey type"};

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
  const BatchSource& source = file.source;
  std::string out = file.name + ": ";
  if (file.is_counts) return out + "JSON\n";
  if (source.format != ExportFormat::plain) {
    out += export_format_name(source.format);
    out += ", ";
  }
  out += source.kind;
  out += ", ";
  out += source.encoding;
  const ColumnUse* column = file.score_column();
  if (column == nullptr) return out + "\n";
  const bool json = source.delimiter == 0;
  if (!json && source.columns.size() > 1) {
    out += ", " + delimiter_name(source.delimiter);
  }
  out += "; the score is ";
  if (!json) out += "column " + std::to_string(column->index + 1);
  if (json || source.header_rows > 0) {
    out += json ? "'" : " '";
    text::append_shortened(out, column->name, kHeadingShown);
    out += "'";
  }
  out += column->how == ColumnFound::told
             ? ", as told"
             : ", found " + std::string(column_found_words(column->how));
  if (!json && source.header_rows == 0) out += "; there are no headings";
  std::replace(out.begin(), out.end(), '\n', ' ');
  return printable(out) + "\n";
}

std::string row_words(const ScoresFile& file) {
  if (file.is_counts) return {};
  const ScoreRows& rows = file.rows;
  std::string out = counted(file.batch.read, "row", "rows") + ": " +
                    grouped(rows.scored()) + " scored, " +
                    grouped(rows.missing) + " missing, " +
                    grouped(rows.rejected_count()) + " rejected";
  for (std::size_t i = 1; i < kStandings; ++i) {
    const std::int64_t count = file.batch.by_standing[i];
    if (count > 0) out += ", " + grouped(count) + " " + kStandingWords[i];
  }
  if (file.batch.duplicates > 0) {
    out += ", " + counted(file.batch.duplicates, "duplicate", "duplicates");
  }
  out += "\n";
  const std::size_t shown = std::min(rows.rejected.size(), kRejectedShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const RejectedCell& cell = rows.rejected[i];
    std::string raw = printable(cell.raw);
    std::replace(raw.begin(), raw.end(), '\n', ' ');
    out += "  line " + std::to_string(cell.line) + ": '" + raw + "' is " +
           std::string(reason(cell.disposition)) + "\n";
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
