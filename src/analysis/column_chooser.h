// Chooses the columns of a table of answers, one role after another; what was
// chosen and why goes into the source, what could not be into the faults.
//
//   told by the person  >  by the format  >  by its name  >  by its content
//
// Of several columns that could have a role none is taken: they are offered.
// batch_columns.cpp goes through the roles, time_column.cpp finds the time and
// the order of its dates, comment_column.cpp what people wrote.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/batch_columns.h"

namespace looplet {

struct RoleName {
  Role role;
  std::string_view names;
};
/// Of one role the first line that names a column decides.
inline constexpr RoleName kRoleNames[] = {
#include "analysis/role_names.inc"
};

class ColumnChooser {
 public:
  ColumnChooser(const SampleRows& sample, int headings,
                const BatchOptions& options, BatchSource& source,
                Faults& faults)
      : sample_(sample),
        headings_(headings),
        first_(static_cast<std::size_t>(headings)),
        options_(options),
        source_(source),
        faults_(faults),
        rules_(recognise_export(sample, headings)) {}

  BatchColumns choose();

 private:
  using Columns = std::vector<std::size_t>;

  std::optional<std::size_t> told(Role role, std::string_view name);
  std::optional<std::size_t> take(Role role, const Columns& columns,
                                  ColumnFound how);
  void use(Role role, std::size_t column, ColumnFound how);
  void offer(Role role, const Columns& columns);
  bool used(std::size_t column) const;

  Columns named_one_of(std::string_view names) const;
  std::optional<std::size_t> of_format(std::string_view names) const;
  std::optional<std::size_t> find(Role role, std::string_view said,
                                  std::string_view by_format);
  std::optional<std::size_t> score();
  std::optional<std::size_t> score_if_any();
  std::optional<std::size_t> time();
  Columns comments();
  Columns comments_wanted();
  void order(const std::optional<std::size_t>& time);

  bool has_times(std::size_t column) const;
  bool plausible(std::size_t column) const;
  void drop_alike(Columns& columns) const;
  std::string_view cell(std::size_t row, std::size_t column) const {
    return column < sample_[row].size() ? std::string_view(sample_[row][column])
                                        : std::string_view();
  }

  const SampleRows& sample_;
  int headings_;
  std::size_t first_;
  const BatchOptions& options_;
  BatchSource& source_;
  Faults& faults_;
  const ExportRules& rules_;
};

}  // namespace looplet
