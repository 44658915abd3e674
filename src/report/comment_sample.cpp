#include "report/comment_sample.h"

#include <algorithm>
#include <utility>

#include "report/mix.h"
#include "text/utf8.h"

namespace looplet::report {
namespace {

constexpr std::size_t kBeside = 100;  // bytes that a comment costs besides

std::size_t cost(const KeptComment& comment) {
  return comment.text.size() + kBeside;
}

bool before(const KeptComment& a, const KeptComment& b) {
  if (a.key != b.key) return a.key < b.key;
  if (a.line != b.line) return a.line < b.line;
  if (a.score != b.score) return a.score < b.score;
  return a.text < b.text;
}

/// How many of those in front fit.
template <class Comments, class Cost>
std::size_t fitting(const Comments& comments, std::size_t most, Cost&& of) {
  std::size_t bytes = 0;
  std::size_t count = 0;
  while (count < comments.size() && (bytes += of(comments[count])) <= most) {
    ++count;
  }
  return count;
}

}  // namespace

void CommentSample::add(const BatchRow& row) {
  const std::uint64_t key = mixed(static_cast<std::uint64_t>(row.line));
  if (key > ceiling_) return;
  KeptComment comment;
  comment.key = key;
  comment.line = row.line;
  comment.score = row.score;
  comment.text =
      row.comment.substr(0, text::prefix_bytes(row.comment, kCommentShown));
  comment.locale = row.locale.substr(0, 35);
  take(std::move(comment));
}

void CommentSample::take(KeptComment comment) {
  bytes_ += cost(comment);
  comments_.push_back(std::move(comment));
  if (bytes_ > 2 * most_bytes_) shrink();
}

void CommentSample::shrink() {
  std::sort(comments_.begin(), comments_.end(), before);
  const std::size_t count = fitting(comments_, most_bytes_, cost);
  if (count < comments_.size()) {
    // The first that does not fit closes the door, for itself as well.
    ceiling_ = std::min(ceiling_, comments_[count].key);
    comments_.resize(count);
    while (!comments_.empty() && comments_.back().key >= ceiling_) {
      comments_.pop_back();
    }
    if (ceiling_ > 0) --ceiling_;
  }
  bytes_ = 0;
  for (const KeptComment& comment : comments_) bytes_ += cost(comment);
}

void CommentSample::merge(const CommentSample& other) {
  ceiling_ = std::min(ceiling_, other.ceiling_);
  std::vector<KeptComment> all;
  bytes_ = 0;
  for (const std::vector<KeptComment>* from :
       {&std::as_const(comments_), &other.comments_}) {
    for (const KeptComment& comment : *from) {
      if (comment.key > ceiling_) continue;
      bytes_ += cost(comment);
      all.push_back(comment);
    }
  }
  comments_ = std::move(all);
  if (bytes_ > 2 * most_bytes_) shrink();
}

std::vector<const KeptComment*> CommentSample::kept() const {
  std::vector<const KeptComment*> all;
  for (const KeptComment& comment : comments_) all.push_back(&comment);
  std::sort(all.begin(), all.end(),
            [](const KeptComment* a, const KeptComment* b) {
              return before(*a, *b);
            });
  const std::size_t count =
      fitting(all, most_bytes_,
              [](const KeptComment* comment) { return cost(*comment); });
  if (count < all.size()) {
    const std::uint64_t key = all[count]->key;
    all.resize(count);
    while (!all.empty() && all.back()->key == key) all.pop_back();
  }
  return all;
}

bool CommentSample::complete() const {
  return ceiling_ == ~std::uint64_t{0} && kept().size() == comments_.size();
}

}  // namespace looplet::report
