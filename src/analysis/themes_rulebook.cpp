#include "analysis/themes_rulebook.h"

#include <algorithm>
#include <cstring>

namespace looplet::themes {
namespace {

std::uint32_t four_of(const char* text) {
  std::uint32_t four = 0;
  std::memcpy(&four, text, 4);
  return four;
}

/// True when one letter put in, left out or exchanged, or two neighbours
/// swapped, make one of the other (Damerau 1964, restricted).
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  if (a.size() != b.size()) return a.substr(front) == b.substr(front + 1);
  if (front == a.size()) return false;  // the same
  if (a.substr(front + 1) == b.substr(front + 1)) return true;
  return front + 1 < a.size() && a[front] == b[front + 1] &&
         a[front + 1] == b[front] && a.substr(front + 2) == b.substr(front + 2);
}

}  // namespace

std::uint32_t Rulebook::search(const text::WordKey& key, std::size_t at) const {
  const std::size_t places = slots.size() - 1;
  for (; slots[at].bytes != 0; at = (at + 1) & places) {
    const Stored& stored = slots[at];
    if (stored.low == key.low && stored.high == key.high &&
        stored.bytes == key.bytes &&
        (key.bytes <= 16 ||
         std::memcmp(texts.data() + stored.text, key.text, key.bytes) == 0)) {
      return stored.entry;
    }
  }
  if (key.bytes < 4) return kUnknown;
  const auto four = static_cast<std::uint32_t>(key.low);
  if (!has_bit(four_filter, four_bit(four))) return kUnknown;
  const std::size_t mask = beginnings.size() - 1;
  for (at = four_bit(four) & mask; beginnings[at].count != 0;
       at = (at + 1) & mask) {
    if (beginnings[at].four != four) continue;
    for (std::uint32_t i = 0; i < beginnings[at].count; ++i) {
      const Stored& stem = stems[beginnings[at].first + i];
      if (stem.bytes <= key.bytes &&
          std::memcmp(texts.data() + stem.text, key.text, stem.bytes) == 0) {
        return stem.entry;
      }
    }
    return kUnknown;
  }
  return kUnknown;
}

std::uint32_t Rulebook::entry_near(std::string_view word,
                                   Languages language) const {
  if (word.size() < kShortestSlip) return kUnknown;
  std::uint32_t best = ~std::uint32_t{0};
  const auto look = [&](const std::vector<Near>& list, std::uint32_t four) {
    if (!has_bit(near_filter, four_bit(four))) return;
    auto at = std::lower_bound(list.begin(), list.end(), four,
                               [](const Near& near, std::uint32_t value) {
                                 return near.four < value;
                               });
    for (; at != list.end() && at->four == four; ++at) {
      const Stored& stored = words[at->word];
      if ((word_languages[at->word] & language) == 0 || at->word >= best) {
        continue;
      }
      const std::string_view known(texts.data() + stored.text, stored.bytes);
      if (known[0] == word[0] && one_slip(word, known)) best = at->word;
    }
  };
  // One slip leaves the first four bytes as they are, or the last four.
  look(heads, four_of(word.data()));
  look(tails, four_of(word.data() + word.size() - 4));
  return best == ~std::uint32_t{0} ? kUnknown : words[best].entry;
}

}  // namespace looplet::themes
