// A survey and a mix as tables of numbers: all that a simulated respondent
// needs. See looplet/simulate.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "looplet/simulate.h"

namespace looplet {

struct SimulationPlan {
  static constexpr std::uint16_t kLeave = 0xFFFF;  ///< an address
  static constexpr std::int64_t kPilot = 65536;    ///< respondents
  static constexpr std::size_t kMaxPaths = 4096;

  /// What one draw comes to.
  struct Outcome {
    enum Follows : std::uint8_t { nothing, picks, comment };
    std::uint64_t fact = 0;    ///< of the step's own slot
    std::uint16_t themes = 0;  ///< a set
    std::uint16_t at = 0;      ///< a test, a step from Flow::kStep on, kLeave
    std::uint8_t segment = 0;  ///< of a score: 1 + Segment
    Follows follows = nothing;
    bool operator==(const Outcome&) const = default;
  };

  /// One column of an alias table (Walker 1977, doi 10.1145/355744.355749):
  /// the outcome `below` when the draw is below the threshold, else `above`.
  struct Column {
    std::uint64_t threshold = 0;  ///< of 2^32
    std::uint32_t below = 0;
    std::uint32_t above = 0;
    bool operator==(const Column&) const = default;
  };
  /// Columns that stand together; none when there is nothing to draw.
  struct Table {
    std::uint32_t first = 0;
    std::uint32_t columns = 0;
    bool operator==(const Table&) const = default;
  };

  struct StepTables {
    Table answers;           ///< leaving and skipping among them
    Table picks;             ///< choice of many: one option each
    std::uint64_t more = 0;  ///< chance of one more pick, of 2^32
    std::uint16_t slot = 0;
    bool end = false;
    bool operator==(const StepTables&) const = default;
  };
  /// A fact that is drawn before the first step.
  struct FirstFact {
    std::uint16_t slot = 0;
    Table values;
    bool operator==(const FirstFact&) const = default;
  };

  /// One respondent's way. The steps of a way are a set: a flow without
  /// circles puts them into one order.
  struct Walked {
    std::uint64_t steps = 0;
    std::uint16_t last = 0;
    std::uint8_t segment = 0;  ///< 0: none, else 1 + Segment
  };

  std::vector<Flow::Test> tests;  ///< their slots are those that are tested
  std::vector<Outcome> outcomes;
  std::vector<Column> columns;
  std::vector<StepTables> steps;
  std::vector<FirstFact> firsts;
  std::uint16_t slots = 0;  ///< the last is for what nothing tests
  std::uint16_t theme_slot = 0;
  std::uint16_t sentiment_slot = 0;
  std::uint16_t themes_asked = 0;     ///< by conditions: a set
  std::uint64_t theme_threshold = 0;  ///< of 2^32
  std::array<Table, 4> sentiments{};  ///< by segment; none when not asked
  std::int64_t seed = 0;
  std::uint64_t key = 0;

  // For the report.
  std::vector<std::string> ids;
  std::vector<std::uint16_t> order;  ///< all steps, as ways take them
  std::uint64_t ends = 0;            ///< a set of steps
  std::uint64_t asks = 0;            ///< steps that want an answer

  /// The ways that are counted one by one, the most frequent of the pilot
  /// first, and where to find them: 1 + the way's number, 0 where none is, at
  /// the way's hash and behind it.
  std::vector<std::uint64_t> paths;
  std::vector<std::uint16_t> places;

  /// Respondent number `n`.
  Walked walk(std::int64_t n, std::uint64_t* facts) const;

  /// The number of a way, or paths.size().
  std::size_t path_number(std::uint64_t set) const {
    const std::size_t mask = places.size() - 1;
    for (std::size_t at = hash(set) & mask;; at = (at + 1) & mask) {
      if (places[at] == 0) return paths.size();
      if (paths[places[at] - 1u] == set) return places[at] - 1u;
    }
  }

  /// Chooses `paths` by walking the pilot.
  void find_paths();

  /// Whether two plans draw the same for the same respondent.
  bool same_as(const SimulationPlan& other) const;

  static std::size_t hash(std::uint64_t set) {  // Fibonacci hashing
    return static_cast<std::size_t>(set * 0x9E3779B97F4A7C15u >> 40);
  }

  /// What a number of a respondent's comes to.
  const Outcome& draw(const Table& table, std::uint64_t number) const {
    // 32 bits choose the column, 32 the side of it.
    const std::uint64_t at = (number & 0xFFFFFFFFu) * table.columns >> 32;
    const Column& column = columns[table.first + static_cast<std::size_t>(at)];
    return outcomes[(number >> 32) < column.threshold ? column.below
                                                      : column.above];
  }
};

/// The numbers of one respondent: a piece of the one series of splitmix64
/// (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195) that starts at
/// the seed's key. Piece n begins at number n * kPiece.
class SimulationDraws {
 public:
  static constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15u;
  /// More than one respondent can draw: 64 traits and a language, then at
  /// each of 64 steps at most an answer, 13 themes and a sentiment.
  static constexpr std::uint64_t kPiece = 2048;

  SimulationDraws(std::uint64_t key, std::int64_t n)
      : state_(key + static_cast<std::uint64_t>(n) * (kPiece * kGolden)) {}
  std::uint64_t next() { return mixed(state_ += kGolden); }

  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

}  // namespace looplet
