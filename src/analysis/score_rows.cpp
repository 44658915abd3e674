#include "looplet/score_rows.h"

#include <algorithm>

#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::size_t kRawShown = 60;      // code points
constexpr std::int64_t kScaleDoubt = 100;  // answers without a single 0

}  // namespace

bool suspects_one_to_ten(const Tally& tally) {
  return tally.count[0] == 0 && tally.count[1] > 0 &&
         tally.counts().total() >= kScaleDoubt;
}

void ScoreRows::add_other(std::string_view cell, std::int64_t line) {
  const ParsedScore parsed = parse_score(cell);
  ++read;
  ++by_disposition[static_cast<std::size_t>(parsed.disposition)];
  switch (parsed.disposition) {
    case Disposition::ok:
      tally.add(*parsed.score);
      return;
    case Disposition::missing:
      ++missing;
      return;
    case Disposition::out_of_range:
    case Disposition::non_integer:
    case Disposition::unparseable:
      break;
  }
  if (rejected.size() == kMostRejectedKept) return;
  RejectedCell& kept = rejected.emplace_back();
  kept.line = line;
  kept.disposition = parsed.disposition;
  text::append_shortened(kept.raw, cell, kRawShown);
}

void ScoreRows::merge(const ScoreRows& later) {
  tally.merge(later.tally);
  read += later.read;
  missing += later.missing;
  for (std::size_t i = 0; i < by_disposition.size(); ++i)
    by_disposition[i] += later.by_disposition[i];
  const std::size_t room = kMostRejectedKept - rejected.size();
  const std::size_t taken = std::min(room, later.rejected.size());
  rejected.insert(rejected.end(), later.rejected.begin(),
                  later.rejected.begin() + static_cast<std::ptrdiff_t>(taken));
}

}  // namespace looplet
