#include "looplet/score_reader.h"

#include <utility>

namespace looplet {

ScoreReader::ScoreReader(ScoreReaderOptions options)
    : csv_(CsvOptions{.delimiter = options.delimiter}),
      told_(std::move(options.column)) {}

void ScoreReader::fill(std::size_t count) {
  csv_.fill(count);
  count_rows();
}

void ScoreReader::push(std::string_view bytes) {
  while (!bytes.empty()) {
    bytes.remove_prefix(csv_.push(bytes));
    count_rows();
  }
}

void ScoreReader::finish() {
  csv_.finish();
  count_rows();
  // A file without any row never came to the choice.
  if (!chosen_ && !csv_.refused()) choose_column();
}

bool ScoreReader::choose_column() {
  chosen_ = true;
  Result<ScoreColumn> column = find_score_column(csv_.sample(), told_);
  if (!column) {
    choice_faults_ = column.faults();
    return false;
  }
  column_ = std::move(*column);
  return true;
}

void ScoreReader::count_rows() {
  while (const CsvRow* row = csv_.next()) {
    if (!chosen_) choose_column();
    if (!column_) continue;  // read on: the faults of the rest count too
    if (row->number() <= column_->header_rows) continue;
    if (row->size() != column_->columns) check_width(*row);
    const std::string_view raw = row->raw(column_->index);
    if (raw.size() == 1) {
      rows_.add(raw, row->line());
    } else {
      rows_.add(csv_text(raw, scratch_), row->line());
    }
  }
}

// Empty cells too many are a habit of spreadsheets and shift nothing.
void ScoreReader::check_width(const CsvRow& row) {
  bool harmless = row.size() > column_->columns;
  for (std::size_t i = column_->columns; harmless && i < row.size(); ++i)
    harmless = row.raw(i).empty();
  if (harmless) return;
  csv_.report(Code::ragged_row, row.line(),
              {std::to_string(row.size()), std::to_string(column_->columns)});
}

const Faults& ScoreReader::faults() {
  if (!choice_faults_.empty()) return choice_faults_;
  return csv_.faults();
}

std::int64_t ScoreReader::fault_count() const {
  if (!choice_faults_.empty())
    return static_cast<std::int64_t>(choice_faults_.size());
  return csv_.fault_count();
}

}  // namespace looplet
