// The door for files of answers: any bytes, in pieces, give what they give
// whole; every row of the file is accounted for; held rows and a second
// reading agree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "looplet/batch_reader.h"
#include "text/utf8.h"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

struct Reading {
  std::string rows;
  std::int64_t given = 0;
  looplet::BatchCounts counts;
  std::int64_t faults = 0;
  bool settled = true;
  std::vector<std::int64_t> out;
};

Reading read(std::string_view input, const looplet::BatchOptions& options,
             std::size_t piece) {
  looplet::BatchReader reader(options);
  Reading got;
  const auto use = [&got](const looplet::BatchRow& row) {
    ++got.given;
    got.rows += std::to_string(row.line) + ' ' +
                std::to_string(static_cast<int>(row.standing)) + ' ' +
                std::to_string(row.score) + ' ';
    for (const std::string_view text :
         {row.raw, row.comment, row.id, row.respondent, row.locale,
          row.survey}) {
      demand(looplet::text::is_utf8(text));
      got.rows += text;
      got.rows += '\x1F';
    }
    got.rows += row.time ? std::to_string(*row.time) : "-";
    got.rows += '\n';
    demand(row.disposition == looplet::Disposition::ok || row.score == 0);
    demand(row.score >= 0 && row.score <= 10);
  };
  for (std::size_t at = 0; at < input.size(); at += piece) {
    looplet::push_rows(reader, input.substr(at, piece), use);
  }
  looplet::finish_rows(reader, use);
  got.counts = reader.counts();
  got.faults = reader.fault_count();
  got.settled = reader.settled();
  got.out = reader.to_leave_out();
  if (!reader.usable()) demand(got.given == 0 && got.faults > 0);
  std::int64_t sum = got.counts.duplicates;
  for (const std::int64_t count : got.counts.by_standing) sum += count;
  demand(sum == got.counts.read);
  return got;
}

// The cells of every row, comments alone being wanted.
std::string read_comments(std::string_view input, std::size_t piece) {
  looplet::BatchOptions options;
  options.comments_only = true;
  looplet::BatchReader reader(options);
  std::string got;
  std::string scratch;
  const auto use = [&](const looplet::BatchRow& row) {
    demand(looplet::text::is_utf8(row.comment));
    got += std::to_string(row.line) + ' ' + std::string(row.comment) + '\n';
    demand(reader.cells() >= reader.source().columns.size());
    for (std::size_t i = 0; i < reader.cells(); ++i) {
      const std::string_view cell = reader.cell(i, scratch);
      demand(looplet::text::is_utf8(cell));
      got += cell;
      got += reader.is_quoted(i) ? '"' : '\x1F';
    }
  };
  for (std::size_t at = 0; at < input.size(); at += piece) {
    looplet::push_rows(reader, input.substr(at, piece), use);
  }
  looplet::finish_rows(reader, use);
  if (!reader.usable()) demand(got.empty() && reader.fault_count() > 0);
  return got;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = 1 + data[0] % 67;
  const std::string input(reinterpret_cast<const char*>(data + 1), size - 1);
  looplet::BatchOptions options;
  const Reading whole = read(input, options, input.size() + 1);
  const Reading parts = read(input, options, piece);
  demand(parts.rows == whole.rows && parts.counts == whole.counts);
  demand(parts.faults == whole.faults);

  options.leave_out = whole.out;
  const Reading again = whole.settled ? whole : read(input, options, piece);
  demand(again.settled);
  options.leave_out.clear();
  options.hold = true;
  const Reading held = read(input, options, piece);
  demand(held.settled && held.rows == again.rows);
  demand(held.counts == again.counts);

  looplet::BatchOptions scores;
  scores.scores_only = true;
  read(input, scores, piece);
  looplet::BatchOptions uncommented;
  uncommented.skip_comments = true;
  demand(read(input, uncommented, piece).given == whole.given);
  demand(read_comments(input, input.size() + 1) == read_comments(input, piece));
  return 0;
}
