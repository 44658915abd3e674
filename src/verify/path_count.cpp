#include "verify/path_count.h"

#include <algorithm>

namespace looplet {

PathCounter::Result PathCounter::count(const std::vector<Diagram>& questions,
                                       Diagram where) {
  if (where == Diagrams::kNo) return {};
  Items items;
  for (const Diagram question : questions) {
    const Diagram narrowed = diagrams_.within(question, where);
    if (narrowed == Diagrams::kTooLarge) return {0, 0, false};
    items.push_back({narrowed, 1, 0});
  }
  return count_all(std::move(items));
}

std::int64_t PathCounter::tidy(Items& items) const {
  std::int64_t sure = 0;
  std::size_t kept = 0;
  for (Item item : items) {
    if ((item.asked & 1u) != 0) {
      item.asked = Diagrams::inverse(item.asked);
      std::swap(item.yes, item.no);
    }
    if (item.asked == Diagrams::kNo) {
      sure += item.no;
    } else {
      items[kept++] = item;
    }
  }
  items.resize(kept);
  std::sort(items.begin(), items.end(), [this](const Item& a, const Item& b) {
    const std::uint32_t first = diagrams_.variable_of(a.asked);
    const std::uint32_t second = diagrams_.variable_of(b.asked);
    return first != second ? first < second : a.asked < b.asked;
  });
  kept = 0;
  for (const Item& item : items) {
    if (kept > 0 && items[kept - 1].asked == item.asked) {
      items[kept - 1].yes += item.yes;
      items[kept - 1].no += item.no;
    } else {
      items[kept++] = item;
    }
  }
  items.resize(kept);
  return sure;
}

PathCounter::Result PathCounter::count_all(Items items) {
  Result all;
  all.count = 1;
  all.longest = tidy(items);
  if (items.empty()) return all;
  for (const Items& part : parts(items)) {
    const Result own = count_joined(part);
    if (!own.known) return own;
    all.count *= own.count;
    all.longest += own.longest;
  }
  return all;
}

PathCounter::Result PathCounter::count_joined(const Items& items) {
  if (items.size() == 1) {
    return {2, std::max(items[0].yes, items[0].no), true};
  }
  std::vector<std::uint32_t> key;
  key.reserve(items.size() * 3);
  for (const Item& item : items) {
    key.push_back(item.asked);
    key.push_back(static_cast<std::uint32_t>(item.yes));
    key.push_back(static_cast<std::uint32_t>(item.no));
  }
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  const auto cost = static_cast<std::uint32_t>(items.size());
  if (work_ < cost) return {0, 0, false};
  work_ -= cost;
  Result sum;
  for (const bool yes : {true, false}) {
    const Diagram where =
        yes ? items[0].asked : Diagrams::inverse(items[0].asked);
    Items narrowed;
    narrowed.reserve(items.size() - 1);
    for (std::size_t i = 1; i < items.size(); ++i) {
      Item item = items[i];
      item.asked = diagrams_.within(item.asked, where);
      if (item.asked == Diagrams::kTooLarge) return {0, 0, false};
      narrowed.push_back(item);
    }
    const Result own = count_all(std::move(narrowed));
    if (!own.known) return own;
    sum.count += own.count;
    sum.longest =
        std::max(sum.longest, own.longest + (yes ? items[0].yes : items[0].no));
  }
  known_.emplace(std::move(key), sum);
  return sum;
}

std::vector<PathCounter::Items> PathCounter::parts(const Items& items) {
  std::vector<std::size_t> part_of(items.size());
  std::map<std::uint32_t, std::size_t> first_with;
  const auto root = [&part_of](std::size_t i) {
    while (part_of[i] != i) i = part_of[i] = part_of[part_of[i]];
    return i;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    part_of[i] = i;
    for (const std::uint32_t variable : variables(items[i].asked)) {
      const auto [other, is_new] = first_with.emplace(variable, i);
      if (!is_new) part_of[root(i)] = root(other->second);
    }
  }
  std::map<std::size_t, Items> by_root;
  for (std::size_t i = 0; i < items.size(); ++i) {
    by_root[root(i)].push_back(items[i]);
  }
  std::vector<Items> out;
  out.reserve(by_root.size());
  for (auto& [number, part] : by_root) out.push_back(std::move(part));
  return out;
}

const std::vector<std::uint32_t>& PathCounter::variables(Diagram diagram) {
  const auto [place, is_new] = variables_.try_emplace(diagram & ~1u);
  if (!is_new) return place->second;
  std::vector<std::uint32_t>& out = place->second;
  seen_.resize(diagrams_.size(), 0);
  ++look_;
  std::vector<Diagram> open = {diagram};
  while (!open.empty()) {
    const Diagram at = open.back();
    open.pop_back();
    if ((at >> 1) == 0 || seen_[at >> 1] == look_) continue;
    seen_[at >> 1] = look_;
    work_ -= work_ > 0;
    out.push_back(diagrams_.variable_of(at));
    open.push_back(diagrams_.when_no(at));
    open.push_back(diagrams_.when_yes(at));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace looplet
