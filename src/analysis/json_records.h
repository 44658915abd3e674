// Cuts JSON text into its records as it comes in, holding one at a time.
//
//   [{...}, {...}]                  the items of a list
//   {"results": [{...}, {...}]}     of a list inside an object (also responses,
//                                   data, items, records, rows, submissions)
//   {...} LF {...} LF               JSON Lines: a line that is no JSON does not
//                                   spoil the next
//   {...}                           one record
//
// Only brackets and strings are looked at; json_cells.h reads a record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/fault_list.h"

namespace looplet::json_text {

struct Record {
  std::string_view text;
  std::int64_t line = 0;  ///< where it starts, from 1
};

class Records {
 public:
  explicit Records(csv::FaultList& faults) : faults_(faults) {}

  /// Where the next bytes may be written; ends the life of the last record.
  std::span<char> room();
  void fill(std::size_t count) { size_ += count; }
  /// Says that nothing more comes.
  void finish() { finished_ = true; }

  /// The next record, or null when more bytes are needed or all is read.
  const Record* next();

  /// True when each line is a record of its own.
  bool lines() const { return mode_ == Mode::lines; }

 private:
  enum class Mode : std::uint8_t {
    top,    // between values
    value,  // in a value, which may turn out to be around a list
    items,  // in a list, between its items
    item,
    rest,  // in the object around the list, behind it
    lines,
  };

  void start_value(Mode mode);
  void give_up();
  bool read_value();
  bool read_items(char c);
  const Record* next_line();
  const Record* end_value(std::size_t end);
  void end_text();
  void step_string(char c);
  void complain(std::int64_t line, std::string_view reason);

  csv::FaultList& faults_;
  std::vector<char> window_;
  std::size_t size_ = 0;
  std::size_t begin_ = 0;    // of the record, or nothing before it is needed
  std::size_t scanned_ = 0;  // up to here it has been looked at
  bool finished_ = false;

  Mode mode_ = Mode::top;
  std::int64_t line_ = 1;  // at scanned_
  std::int64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool skipping_ = false;  // in a record that is too large
  bool wrapped_ = false;   // the list stands in an object
  bool list_open_ = false;
  bool item_due_ = false;  // after a comma
  std::int64_t values_ = 0;
  std::string key_;  // last string at depth 1, at most 32 bytes
  bool key_is_name_ = false;
  Record record_;
};

}  // namespace looplet::json_text
