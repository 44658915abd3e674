#include "report/rejected.h"

#include <algorithm>

#include "text/utf8.h"

namespace looplet::report {
namespace {

constexpr std::size_t kRawShown = 60;  // code points

bool stands_before(const RejectedCell& a, const RejectedCell& b) {
  if (a.line != b.line) return a.line < b.line;
  if (a.raw != b.raw) return a.raw < b.raw;
  return a.disposition < b.disposition;
}

}  // namespace

void RejectedList::add(std::int64_t line, std::string_view raw,
                       Disposition disposition) {
  if (most_line_ >= 0 && line > most_line_) return;
  RejectedCell& cell = cells_.emplace_back();
  cell.line = line;
  cell.disposition = disposition;
  text::append_shortened(cell.raw, raw, kRawShown);
  if (cells_.size() == 2 * kMostRejectedKept) shrink();
}

void RejectedList::shrink() {
  std::sort(cells_.begin(), cells_.end(), stands_before);
  if (cells_.size() < kMostRejectedKept) return;
  cells_.resize(kMostRejectedKept);
  most_line_ = cells_.back().line;
}

void RejectedList::merge(const RejectedList& other) {
  cells_.insert(cells_.end(), other.cells_.begin(), other.cells_.end());
  shrink();
}

std::vector<RejectedCell> RejectedList::first() const {
  RejectedList copy = *this;
  copy.shrink();
  return std::move(copy.cells_);
}

}  // namespace looplet::report
