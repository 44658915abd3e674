#include "looplet/report_file.h"

#include <algorithm>
#include <utility>

#include "looplet/csv.h"
#include "text/number.h"

namespace looplet {
namespace {

/// As in documents.
std::string_view why_words(Standing standing) {
  switch (standing) {
    case Standing::complete:
      return "duplicate";
    case Standing::partial:
      return "partial";
    case Standing::preview:
      return "preview";
    case Standing::excluded:
      return "excluded";
    case Standing::not_answered:
      return "notAnswered";
    case Standing::other_type:
      return "otherType";
  }
  return {};
}

std::string cells(std::int64_t count) {
  return text::whole(count) + (count == 1 ? " cell" : " cells");
}

void note_reading(const BatchSource& source, const BatchCounts& counts,
                  std::vector<ReportNote>& notes) {
  for (const ColumnChoice& choice : source.choices) {
    std::string message = "Several columns could be the ";
    message += role_name(choice.role);
    message += "; none was taken. Choose one.";
    notes.push_back({"ambiguous_column", std::move(message)});
  }
  if (source.order_found == OrderFound::undecided ||
      source.order_found == OrderFound::conflicting) {
    notes.push_back({"date_order",
                     "Dates such as 03/04/2026 can be read two ways here, so "
                     "none was read. Say which of the numbers is the day."});
  }
  if (!source.late_fields.empty()) {
    std::string names;
    for (std::size_t i = 0;
         i < std::min<std::size_t>(3, source.late_fields.size()); ++i) {
      names += (i == 0 ? "'" : ", '") + source.late_fields[i] + "'";
    }
    if (source.late_fields.size() > 3) names += " and others";
    notes.push_back(
        {"late_fields",
         "Fields that first come after many records are not read: " + names +
             "."});
  }
  if (counts.unread_times > 0) {
    notes.push_back({"unread_times", cells(counts.unread_times) +
                                         " of the time column could not be "
                                         "read as a time."});
  }
  if (counts.not_utf8 > 0) {
    notes.push_back({"not_utf8", cells(counts.not_utf8) +
                                     " not in UTF-8 were read as "
                                     "Windows-1252."});
  }
}

}  // namespace

ReportSource report_source(const BatchSource& source) {
  ReportSource shown;
  shown.format = export_format_name(source.format);
  shown.kind = source.kind;
  shown.encoding = source.encoding;
  if (source.delimiter != 0) shown.delimiter = source.delimiter;
  shown.header_rows = source.header_rows;
  shown.headings = source.columns;
  shown.late_fields = source.late_fields;
  for (const ColumnUse& use : source.used) {
    SourceColumn& column = shown.columns.emplace_back();
    column.role = role_name(use.role);
    column.name = use.name;
    column.number = static_cast<std::int64_t>(use.index) + 1;
    column.found = column_found_words(use.how);
  }
  for (const ColumnChoice& open : source.choices) {
    SourceChoice& choice = shown.choices.emplace_back();
    choice.role = role_name(open.role);
    for (const ColumnChoice::Candidate& one : open.candidates) {
      choice.candidates.push_back(
          {static_cast<std::int64_t>(one.index) + 1, one.name, one.samples});
    }
  }
  shown.date_order = date_order_name(source.date_order);
  shown.date_order_found = order_found_words(source.order_found);
  return shown;
}

FileReport::FileReport(BatchOptions reading, AnalyzeOptions options,
                       const Tagger* tagger, std::string locale)
    : reading_((reading.skip_comments = !options.themes, std::move(reading))),
      options_(std::move(options)),
      tagger_(tagger),
      locale_(std::move(locale)),
      reader_(reading_),
      builder_((options_.by = reading_.by, options_), tagger) {}

void FileReport::fill(std::size_t count) {
  reader_.fill(count);
  count_rows();
}

void FileReport::push(std::string_view bytes) {
  while (!bytes.empty()) {
    bytes.remove_prefix(reader_.push(bytes));
    count_rows();
  }
}

void FileReport::finish() {
  reader_.finish();
  count_rows();
}

void FileReport::count_rows() {
  while (const BatchRow* row = reader_.next()) {
    if (row->locale.empty() && !locale_.empty()) {
      BatchRow known = *row;
      known.locale = locale_;
      builder_.add(known);
    } else {
      builder_.add(*row);
    }
  }
}

bool FileReport::again() {
  if (reader_.settled()) return false;
  BatchOptions once_more = reading_;
  once_more.leave_out = reader_.to_leave_out();
  reader_ = BatchReader(std::move(once_more));
  builder_ = ReportBuilder(options_, tagger_);
  return true;
}

Result<Report> FileReport::report(Detail detail) {
  if (reader_.ready() && !reader_.usable()) return reader_.faults();
  Result<Report> made = builder_.finish(detail);
  if (!made) return made;
  Report& report = *made;
  report.source = source();
  const BatchCounts& counts = reader_.counts();
  report.rows.duplicates = counts.duplicates;
  report.rows.read += counts.duplicates;
  for (const SetAside& row : counts.set_aside) {
    report.rows.set_aside.push_back(
        {row.line, std::string(why_words(row.standing))});
  }
  note_reading(reader_.source(), counts, report.notes);
  report.fault_count = reader_.fault_count();
  for (const Fault& fault : reader_.faults()) {
    report.faults.push_back(
        {std::string(code_name(fault.code)), fault.where, fault.message});
  }
  return made;
}

}  // namespace looplet
