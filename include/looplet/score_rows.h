// Scores counted row by row: how many of each, what was missing, and what
// could not be taken for a score, with its line.
//
//   ScoreRows rows;
//   rows.add("9", 2);  rows.add("n/a", 3);  rows.add("11", 4);
//   rows.tally.count[9] == 1, rows.missing == 1, rows.rejected[0].line == 4
//
// The parts of a file counted apart and merged in order give the whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/score.h"

namespace looplet {

constexpr std::size_t kMostRejectedKept = 1000;  ///< the rest is counted

/// Whether a scale of 1 to 10 is likelier than one of 0 to 10: of a hundred
/// answers or more nobody gave 0, and somebody 1.
bool suspects_one_to_ten(const Tally& tally);

struct RejectedCell {
  std::int64_t line = 0;  ///< where the row starts, from 1
  std::string raw;        ///< the cell, at most 60 code points
  Disposition disposition = Disposition::unparseable;
  bool operator==(const RejectedCell&) const = default;
};

struct ScoreRows {
  Tally tally;
  std::int64_t read = 0;     ///< rows, of which each is one of these three:
  std::int64_t missing = 0;  ///< blank, or said to be no answer
  std::array<std::int64_t, 5> by_disposition{};  ///< index is Disposition
  std::vector<RejectedCell> rejected;  ///< the first kMostRejectedKept

  /// Counts one cell, without quotes.
  void add(std::string_view cell, std::int64_t line) {
    // Nearly every cell is one digit or "10".
    if (cell.size() == 1) {
      const auto digit = static_cast<unsigned char>(cell[0] - '0');
      if (digit <= 9) return add_score(digit);
    } else if (cell == "10") {
      return add_score(10);
    }
    add_other(cell, line);
  }

  /// Adds the rows that come after these.
  void merge(const ScoreRows& later);

  std::int64_t scored() const {
    return by_disposition[static_cast<std::size_t>(Disposition::ok)];
  }
  /// Neither a score nor missing.
  std::int64_t rejected_count() const { return read - scored() - missing; }
  bool operator==(const ScoreRows&) const = default;

 private:
  void add_score(std::size_t score) {
    ++read;
    ++by_disposition[static_cast<std::size_t>(Disposition::ok)];
    ++tally.count[score];
  }
  void add_other(std::string_view cell, std::int64_t line);
};

}  // namespace looplet
