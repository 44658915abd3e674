// One row of a batch: what a file says of one answer, whatever its format.
//
//   line 14   score ok 9   "Love it"   id r-17   2026-05-04   groups {"pro"}
//
// Readers make rows, accumulators count them. Texts are views that live until
// the next row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "looplet/score.h"

namespace looplet {

/// Whether a row is an answer that counts. Only `complete` rows are in the
/// score; all others are counted apart.
enum class Standing : std::uint8_t {
  complete,      ///< sent off, or of a format that does not tell
  partial,       ///< begun and not sent off
  preview,       ///< a test by the makers
  excluded,      ///< taken out in the tool it comes from
  not_answered,  ///< was asked and kept silent: in rates, never in the score
  other_type,    ///< of another survey type (CSAT, CES) in the same file
};
constexpr std::size_t kStandings = 6;

/// How far a row is known to have come; bits of BatchRow::reached. A format
/// that does not tell leaves `reached_known` 0.
enum Reached : std::uint8_t {
  kSent = 1,
  kDelivered = 2,
  kOpened = 4,
  kStarted = 8,
  kCompleted = 16,
};

struct BatchRow {
  std::int64_t line = 0;  ///< where it starts in the file, from 1
  Disposition disposition = Disposition::missing;
  int score = 0;         ///< 0 to 10 when `disposition` is ok
  std::string_view raw;  ///< text of the score's cell
  std::string_view comment;
  std::string_view id;          ///< of the submission
  std::string_view respondent;  ///< of the person; may come again
  std::string_view locale;      ///< "de-AT"; empty: not known
  std::string_view survey;      ///< which survey, where a file has several
  /// Unix seconds: UTC, or the civil time of the file's own zone.
  std::optional<std::int64_t> time;
  double weight = 1;
  Standing standing = Standing::complete;
  std::uint8_t reached = 0;        ///< bits of Reached
  std::uint8_t reached_known = 0;  ///< which of these bits the format tells
  /// Values of the columns chosen for breakdown, in the order of the options.
  std::span<const std::string_view> groups;
};

}  // namespace looplet
