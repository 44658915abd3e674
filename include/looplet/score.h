// One answer to the 0-10 question, and counts of many.
//
//   detractor 0 1 2 3 4 5 6 | passive 7 8 | promoter 9 10
//
//   Counts{.promoters = 6, .passives = 3, .detractors = 1}   NPS = 50
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace looplet {

constexpr int kLowestScore = 0;
constexpr int kHighestScore = 10;

enum class Segment : std::uint8_t { detractor, passive, promoter };

/// The segment of a score from 0 to 10; nothing for any other number.
constexpr std::optional<Segment> segment_of(int score) {
  if (score < kLowestScore || score > kHighestScore) return std::nullopt;
  if (score <= 6) return Segment::detractor;
  return score <= 8 ? Segment::passive : Segment::promoter;
}

/// "detractor", "passive" or "promoter".
std::string_view segment_name(Segment segment);

/// How many answered each way.
struct Counts {
  std::int64_t promoters = 0;   ///< 9 and 10
  std::int64_t passives = 0;    ///< 7 and 8
  std::int64_t detractors = 0;  ///< 0 to 6

  std::int64_t total() const { return promoters + passives + detractors; }
  std::int64_t& of(Segment segment);
  /// Without a branch: which segment comes next, no processor can guess.
  void add(Segment segment) {
    promoters += segment == Segment::promoter;
    passives += segment == Segment::passive;
    detractors += segment == Segment::detractor;
  }
  void merge(const Counts& other);
  bool operator==(const Counts&) const = default;
};

/// How many gave each score; `count[7]` is the number of sevens.
struct Tally {
  std::array<std::int64_t, kHighestScore + 1> count{};

  /// Counts one answer; false, and nothing counted, when it is not 0-10.
  bool add(int score) {
    if (score < kLowestScore || score > kHighestScore) return false;
    ++count[static_cast<std::size_t>(score)];
    return true;
  }
  void merge(const Tally& other);
  Counts counts() const;
  bool operator==(const Tally&) const = default;
};

/// What the text of a cell says about a score. Nothing is rounded or clamped.
enum class Disposition : std::uint8_t {
  ok,            ///< a whole number from 0 to 10
  missing,       ///< blank, or a word for no answer such as "N/A"
  out_of_range,  ///< a whole number, but not 0-10
  non_integer,   ///< a number with a fraction
  unparseable,   ///< anything else
};

struct ParsedScore {
  Disposition disposition = Disposition::missing;
  std::optional<int> score;  ///< set exactly when `disposition` is ok
  bool operator==(const ParsedScore&) const = default;
};

/// "ok", "missing", "out_of_range", "non_integer" or "unparseable".
std::string_view disposition_name(Disposition disposition);

/// Reads a score from a cell: "7", " 7 ", "7.0", "10 - Extremely likely",
/// "Not at all likely - 0". See docs on Disposition for the rest.
ParsedScore parse_score(std::string_view raw);

}  // namespace looplet
