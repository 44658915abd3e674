// Comments, all of them while they are few, then a sample of bounded size.
//
// Each comment has a number that looks random (of its line). Those with the
// smallest numbers are kept, as many as fit: whatever the order of the rows
// and however they were split, these are the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "looplet/batch_row.h"

namespace looplet::report {

/// Code points of a comment that are kept.
constexpr std::size_t kCommentShown = 1000;

struct KeptComment {
  std::uint64_t key = 0;
  std::int64_t line = 0;
  int score = 0;
  std::string text;
  std::string locale;
};

class CommentSample {
 public:
  /// `most_bytes` of text.
  explicit CommentSample(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  void add(const BatchRow& row);
  void merge(const CommentSample& other);

  /// By number, without what does not fit.
  std::vector<const KeptComment*> kept() const;
  bool complete() const;  ///< nothing was left out

 private:
  void take(KeptComment comment);
  void shrink();

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::uint64_t ceiling_ = ~std::uint64_t{0};
  std::vector<KeptComment> comments_;
};

}  // namespace looplet::report
