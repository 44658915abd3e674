#include "analysis/column_chooser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/heading.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleShown = 80;  // code points of a cell

}  // namespace

void ColumnChooser::use(Role role, std::size_t column, ColumnFound how) {
  source_.used.push_back(
      {role, column, heading::name_of(sample_, headings_, column), how});
}

bool ColumnChooser::used(std::size_t column) const {
  return std::any_of(
      source_.used.begin(), source_.used.end(),
      [column](const ColumnUse& use) { return use.index == column; });
}

void ColumnChooser::offer(Role role, const Columns& columns) {
  ColumnChoice choice;
  choice.role = role;
  for (const std::size_t column : columns) {
    auto& candidate = choice.candidates.emplace_back();
    candidate.index = column;
    candidate.name = heading::name_of(sample_, headings_, column);
    for (std::size_t row = first_;
         row < sample_.size() && candidate.samples.size() < kSamples; ++row) {
      if (cell(row, column).empty()) continue;
      text::append_shortened(candidate.samples.emplace_back(),
                             cell(row, column), kSampleShown);
    }
  }
  source_.choices.push_back(std::move(choice));
}

std::optional<std::size_t> ColumnChooser::told(Role role,
                                               std::string_view name) {
  const Columns columns = heading::told_columns(sample_, headings_, name);
  if (columns.empty()) {
    faults_.push_back(
        heading::fault_with_columns(Code::unknown_column, name, sample_,
                                    headings_, heading::all_columns(sample_)));
    return std::nullopt;
  }
  if (columns.size() > 1) {
    faults_.push_back(heading::fault_with_columns(
        role == Role::score ? Code::several_score_columns
                            : Code::ambiguous_column,
        role_name(role), sample_, headings_, columns));
    offer(role, columns);
    return std::nullopt;
  }
  use(role, columns[0], ColumnFound::told);
  return columns[0];
}

// One column is taken, several are offered.
std::optional<std::size_t> ColumnChooser::take(Role role,
                                               const Columns& columns,
                                               ColumnFound how) {
  if (columns.empty()) return std::nullopt;
  if (columns.size() > 1) {
    offer(role, columns);
    return std::nullopt;
  }
  use(role, columns[0], how);
  return columns[0];
}

ColumnChooser::Columns ColumnChooser::named_one_of(
    std::string_view names) const {
  Columns columns;
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    if (heading::any_of(sample_, headings_, i, [names](std::string_view name) {
          return heading::is_one_of(heading::key_of(name), names);
        })) {
      columns.push_back(i);
    }
  }
  return columns;
}

// The first of the format's names that is there; of several columns with it
// the outermost, as "id" is before "person.id".
std::optional<std::size_t> ColumnChooser::of_format(
    std::string_view names) const {
  while (!names.empty() && headings_ > 0) {
    const std::size_t end = std::min(names.find('|'), names.size());
    const Columns columns = named_one_of(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    if (columns.empty()) continue;
    const auto depth = [this](std::size_t column) {
      return std::count(sample_[0][column].begin(), sample_[0][column].end(),
                        '.');
    };
    std::size_t best = columns[0];
    if (!source_.kind.empty() && source_.kind != "CSV") {
      for (const std::size_t column : columns) {
        if (depth(column) < depth(best)) best = column;
      }
    }
    return best;
  }
  return std::nullopt;
}

std::optional<std::size_t> ColumnChooser::find(Role role, std::string_view said,
                                               std::string_view by_format) {
  if (!said.empty()) return told(role, said);
  if (const auto column = of_format(by_format)) {
    use(role, *column, ColumnFound::by_format);
    return column;
  }
  // A known format has no other.
  if (rules_.format != ExportFormat::plain) return std::nullopt;
  for (const RoleName& tier : kRoleNames) {
    if (tier.role != role) continue;
    Columns columns = named_one_of(tier.names);
    columns.erase(
        std::remove_if(columns.begin(), columns.end(),
                       [this](std::size_t column) { return used(column); }),
        columns.end());
    if (!columns.empty()) return take(role, columns, ColumnFound::by_name);
  }
  return std::nullopt;
}

}  // namespace looplet
