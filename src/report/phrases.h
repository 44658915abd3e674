// Phrases that tell detractors from promoters.
//
// Every run of one to three words that does not begin or end with a small word
// is a phrase; a comment counts once for each. Two passes over the kept
// comments: hashes are counted first, then the texts of the few that matter
// are looked up, so that memory is eight bytes for each phrase of a comment.
#pragma once

#include "looplet/report.h"
#include "report/comment_sample.h"

namespace looplet::report {

constexpr std::size_t kPhrasesShown = 15;     ///< of each side
constexpr std::int64_t kFewestForPhrase = 3;  ///< comments that have it

/// Of the comments of each segment; passives have a part in how usual a phrase
/// is. Only phrases with a |z| of at least 1.96 are listed.
ReportPhrases phrases_of(const CommentSample& detractors,
                         const CommentSample& passives,
                         const CommentSample& promoters);

/// Log-odds and z of one phrase: `hits` of `n` comments have it, of the two
/// sides, and `all_hits` of `all` of any side; zeros for one that all have. See
/// ReportPhrase.
struct LogOdds {
  double log_odds;
  double z;
};
LogOdds phrase_log_odds(std::int64_t hits_a, std::int64_t n_a,
                        std::int64_t hits_b, std::int64_t n_b,
                        std::int64_t all_hits, std::int64_t all);

}  // namespace looplet::report
