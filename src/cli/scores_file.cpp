#include "cli/scores_file.h"

#include <string_view>

#include "cli/complain.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kLargestJson = std::size_t{64} << 20;

// The first character that says something.
char first_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : bytes[at];
}

void read_csv(Input& input, ScoreReader& reader, ScoresFile& file) {
  while (const std::size_t count = input.read(reader.room()))
    reader.fill(count);
  if (!input.error().empty()) return;
  reader.finish();
  file.format = "CSV";
  file.rows = reader.rows();
  file.column = reader.column();
  file.encoding = encoding_name(reader.csv().encoding());
  file.delimiter = reader.csv().delimiter();
  file.usable = file.column.has_value();
  file.tally = file.rows.tally;
  file.counts = file.rows.tally.counts();
  complain(file.name, reader.faults(), reader.fault_count());
  file.fault_count += reader.fault_count();
}

void read_json(Input& input, std::string text, ScoresFile& file) {
  text += input.read_all(kLargestJson - text.size());
  if (!input.error().empty()) return;
  file.format = "JSON";
  Faults faults;
  if (text.size() > kLargestJson) {
    faults.push_back(make_fault(Code::too_large, "",
                                {"more than " + std::to_string(kLargestJson),
                                 std::to_string(kLargestJson)}));
  } else {
    read_json_scores(text, file, faults);
  }
  file.fault_count += static_cast<std::int64_t>(faults.size());
  complain(file.name, faults, file.fault_count, text);
}

}  // namespace

ScoresFile read_scores(const std::string& path,
                       const ScoreReaderOptions& options) {
  ScoresFile file;
  Input input(path);
  file.name = input.name();
  ScoreReader reader(options);
  const std::span<char> room = reader.room();
  const std::size_t count = input.read(room);
  const char mark = first_mark({room.data(), count});
  if (mark == '[' || mark == '{') {
    read_json(input, std::string(room.data(), count), file);
  } else {
    reader.fill(count);
    read_csv(input, reader, file);
  }
  if (!input.error().empty()) {
    complain_unreadable(file.name, input.error());
    file.usable = false;
    ++file.fault_count;
  }
  return file;
}

}  // namespace looplet::cli
