#include "analysis/seen_ids.h"

#include <cstring>
#include <utility>

namespace looplet {
namespace {

constexpr std::size_t kFewest = 1024;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  // The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over both.
  std::uint64_t h = a ^ b * 0x9E3779B97F4A7C15u;
  h = (h ^ h >> 30) * 0xBF58476D1CE4E5B9u;
  h = (h ^ h >> 27) * 0x94D049BB133111EBu;
  return h ^ h >> 31;
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t h = 0x2545F4914F6CDD1Du + text.size();
  while (text.size() >= 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data(), 8);
    h = mixed(h, eight);
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    rest |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  }
  h = mixed(h, rest);
  return h == 0 ? 1 : h;
}

SeenRow* SeenIds::place(std::vector<SeenRow>& in, std::uint64_t hash) {
  // The upper half scaled to the size, so that it need not be a power of two.
  std::size_t at = static_cast<std::size_t>(
      (hash >> 32) * static_cast<std::uint64_t>(in.size()) >> 32);
  while (in[at].hash != 0 && in[at].hash != hash) {
    if (++at == in.size()) at = 0;
  }
  return &in[at];
}

void SeenIds::grow() {
  std::vector<SeenRow> larger(rows_.empty() ? kFewest
                                            : rows_.size() + rows_.size() / 2);
  for (const SeenRow& row : rows_) {
    if (row.hash != 0) *place(larger, row.hash) = row;
  }
  rows_ = std::move(larger);
}

SeenRow& SeenIds::find(std::uint64_t hash) {
  if (size_ * 5 >= rows_.size() * 4) grow();
  SeenRow* row = place(rows_, hash);
  if (row->hash == 0) {
    row->hash = hash;
    ++size_;
  }
  return *row;
}

}  // namespace looplet
