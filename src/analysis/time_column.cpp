// Which column says when an answer came, and which of the numbers of its dates
// is the day.
#include <algorithm>

#include "analysis/column_chooser.h"
#include "analysis/heading.h"
#include "core/civil_time.h"

namespace looplet {

// Nearly all of its filled cells can be read as times, in one order or other.
bool ColumnChooser::has_times(std::size_t column) const {
  int filled = 0;
  int times = 0;
  for (std::size_t row = first_; row < sample_.size(); ++row) {
    const std::string_view text = heading::trim(cell(row, column));
    if (text.empty()) continue;
    ++filled;
    times += read_time(text, DateOrder::day_first).has_value() ||
             read_time(text, DateOrder::month_first).has_value();
  }
  return times > 0 && times * 10 >= filled * 9;
}

std::optional<std::size_t> ColumnChooser::time() {
  if (!options_.time.empty()) return told(Role::time, options_.time);
  if (const auto column = of_format(rules_.time)) {
    use(Role::time, *column, ColumnFound::by_format);
    return column;
  }
  Columns dated;  // looked for by content, Unix seconds left out
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    if (!used(i) && has_times(i)) dated.push_back(i);
  }
  for (const RoleName& tier : kRoleNames) {
    if (tier.role != Role::time) continue;
    Columns columns;
    for (const std::size_t column : named_one_of(tier.names)) {
      if (std::count(dated.begin(), dated.end(), column) > 0) {
        columns.push_back(column);
      }
    }
    if (!columns.empty())
      return take(Role::time, columns, ColumnFound::by_name);
  }
  Columns written;
  for (const std::size_t column : dated) {
    for (std::size_t row = first_; row < sample_.size(); ++row) {
      const std::string_view text = heading::trim(cell(row, column));
      if (text.empty()) continue;
      if (text.find_first_not_of("0123456789") != std::string_view::npos) {
        written.push_back(column);
      }
      break;
    }
  }
  return take(Role::time, written, ColumnFound::by_content);
}

// Decided from the whole sample, never row by row.
void ColumnChooser::order(const std::optional<std::size_t>& column) {
  source_.order_found = OrderFound::not_needed;
  if (!column) return;
  bool day_first = false;
  bool month_first = false;
  bool needed = false;
  for (std::size_t row = first_; row < sample_.size(); ++row) {
    const OrderShown shown = order_shown(cell(row, *column));
    needed = needed || shown.ambiguous;
    day_first = day_first || shown.order == DateOrder::day_first;
    month_first = month_first || shown.order == DateOrder::month_first;
  }
  if (options_.date_order != DateOrder::unknown) {
    source_.date_order = options_.date_order;
    source_.order_found = OrderFound::told;
  } else if (day_first && month_first) {
    source_.order_found = OrderFound::conflicting;
  } else if (day_first || month_first) {
    source_.date_order =
        day_first ? DateOrder::day_first : DateOrder::month_first;
    source_.order_found = OrderFound::by_content;
  } else if (rules_.order != DateOrder::unknown) {
    source_.date_order = rules_.order;
    source_.order_found = OrderFound::by_format;
  } else if (needed) {
    source_.order_found = OrderFound::undecided;
  }
}

}  // namespace looplet
