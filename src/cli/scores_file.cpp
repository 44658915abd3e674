#include "cli/scores_file.h"

#include <string_view>
#include <utility>

#include "cli/batch_file.h"
#include "cli/complain.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kLargestCounts = 64 * 1024;

// Could this be a document of counts? It begins with an object that has one
// of their names.
bool may_be_counts(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos || bytes[at] != '{') return false;
  for (const std::string_view name :
       {"\"promoters\"", "\"passives\"", "\"detractors\"", "\"scores\""}) {
    if (bytes.find(name) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

const ColumnUse* ScoresFile::score_column() const {
  for (const ColumnUse& use : source.used) {
    if (use.role == Role::score) return &use;
  }
  return nullptr;
}

ScoresFile read_scores(const std::string& path, BatchOptions options) {
  ScoresFile file;
  Input input(path);
  file.name = input.name();
  options.scores_only = true;
  // A pipe gives as little as it has.
  std::string head = input.read_all(kLargestCounts - 1);
  if (head.size() < kLargestCounts && may_be_counts(head)) {
    Faults faults;
    if (read_json_counts(head, file, faults)) {
      file.is_counts = true;
      file.fault_count = static_cast<std::int64_t>(faults.size());
      complain(file.name, faults, file.fault_count, head);
      return file;
    }
  }
  BatchReader reader = read_batch(
      input, std::move(options), head, [&file] { file.rows = {}; },
      [&file](const BatchRow& row) {
        if (row.standing == Standing::complete)
          file.rows.add(row.raw, row.line);
      });
  if (!input.error().empty()) {
    complain_unreadable(file.name, input.error());
    ++file.fault_count;
    return file;
  }
  file.usable = reader.usable();
  file.source = reader.source();
  file.batch = reader.counts();
  file.tally = file.rows.tally;
  file.counts = file.rows.tally.counts();
  file.fault_count = reader.fault_count();
  complain(file.name, reader.faults(), file.fault_count);
  return file;
}

}  // namespace looplet::cli
