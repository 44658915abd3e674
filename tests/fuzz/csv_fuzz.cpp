// The CSV reader's door: any bytes, in pieces, give what they give whole, and
// nothing is lost in between.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/csv.h"

namespace {

struct Reading {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::int64_t> lines;
  looplet::Faults faults;
  bool operator==(const Reading&) const = default;
};

Reading read(std::string_view input, std::size_t piece) {
  looplet::CsvReader reader;
  Reading got;
  std::string scratch;
  const auto use = [&](const looplet::CsvRow& row) {
    auto& cells = got.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      cells.emplace_back(row.text(i, scratch));
    got.lines.push_back(row.line());
  };
  for (std::size_t at = 0; at < input.size(); at += piece)
    looplet::push_rows(reader, input.substr(at, piece), use);
  looplet::finish_rows(reader, use);
  if (reader.fault_count() <=
      static_cast<std::int64_t>(looplet::kMostStoredFaults)) {
    got.faults = reader.faults();
  }
  return got;
}

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = 1 + data[0] % 67;
  std::string input(reinterpret_cast<const char*>(data + 1), size - 1);
  // Now and then past the sample and the window, where pieces are real.
  if (data[0] >= 224) {
    std::string longer;
    while (longer.size() < 2 * looplet::kCsvSampleBytes && !input.empty())
      longer += input;
    input = std::move(longer);
  }
  const Reading whole = read(input, input.size() + 1);
  demand(read(input, piece) == whole);
  if (input.size() < 4096) demand(read(input, 1) == whole);
  for (std::size_t i = 1; i < whole.lines.size(); ++i)
    demand(whole.lines[i - 1] < whole.lines[i]);
  return 0;
}
