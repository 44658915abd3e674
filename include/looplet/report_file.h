// The report of a file, as it comes in: a reader and a builder together.
//
//   FileReport file(reading, options);
//   do {
//     while (const std::size_t n = read_some(file.room())) file.fill(n);
//     file.finish();
//   } while (file.again());  // from the front; see BatchReader::settled
//   Result<Report> report = file.report();
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "looplet/batch_reader.h"
#include "looplet/report.h"

namespace looplet {

/// What a reader understood, for a report.
ReportSource report_source(const BatchSource& source);

class FileReport {
 public:
  /// Columns to break down by are those of `reading.by`. `tagger` outlives
  /// this; null: the built-in rules. `locale` is that of comments whose rows
  /// do not tell theirs.
  FileReport(BatchOptions reading, AnalyzeOptions options,
             const Tagger* tagger = nullptr, std::string locale = {});

  /// Where the next bytes may be written; never empty.
  std::span<char> room() { return reader_.room(); }
  /// Says that `count` bytes were written to `room()`, and counts their rows.
  void fill(std::size_t count);
  /// Copies and counts all of `bytes`.
  void push(std::string_view bytes);
  /// Says that nothing more comes.
  void finish();

  /// True when the file has to be read once more, from the front: rows were
  /// counted that later rows stand for. Everything starts over then, and this
  /// is false the next time.
  bool again();

  /// What was counted so far. Fails when no score could be told, and where
  /// the options are out of range.
  Result<Report> report(Detail detail = Detail::all);

  /// What was understood; complete once `BatchReader::ready`.
  ReportSource source() const { return report_source(reader_.source()); }
  BatchReader& reader() { return reader_; }

 private:
  void count_rows();

  BatchOptions reading_;
  AnalyzeOptions options_;
  const Tagger* tagger_;
  std::string locale_;
  BatchReader reader_;
  ReportBuilder builder_;
};

}  // namespace looplet
