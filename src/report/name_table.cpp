#include "report/name_table.h"

#include <algorithm>

#include "report/mix.h"

namespace looplet::report {
namespace {

bool before(const NameTable::Entry& a, const NameTable::Entry& b) {
  return a.hash != b.hash ? a.hash < b.hash : a.name < b.name;
}

}  // namespace

NameTable::NameTable(std::size_t most) : most_(most), slots_(64) {}

GroupTally& NameTable::tally_of(std::string_view name) {
  if (last_ < entries_.size() && entries_[last_].name == name) {
    return entries_[last_].tally;
  }
  return find(mixed(name), name);
}

GroupTally& NameTable::find(std::uint64_t hash, std::string_view name) {
  if (hash > ceiling_) return other_;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t place = slots_[slot] - 1;
    if (entries_[place].hash == hash && entries_[place].name == name) {
      last_ = place;
      return entries_[place].tally;
    }
  }
  // Room for twice as many, so that giving up is rare.
  if (entries_.size() == 2 * most_) {
    shrink();
    return find(hash, name);
  }
  entries_.push_back({hash, std::string(name), {}});
  last_ = static_cast<std::uint32_t>(entries_.size() - 1);
  slots_[slot] = last_ + 1;
  if (entries_.size() * 2 > slots_.size()) {
    slots_.resize(slots_.size() * 2);
    index();
  }
  return entries_[last_].tally;
}

void NameTable::index() {
  std::fill(slots_.begin(), slots_.end(), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void NameTable::shrink() {
  std::sort(entries_.begin(), entries_.end(), before);
  for (std::size_t i = most_; i < entries_.size(); ++i) {
    other_.merge(entries_[i].tally);
  }
  entries_.resize(most_);
  ceiling_ = entries_.back().hash;
  last_ = 0;
  index();
}

void NameTable::merge(const NameTable& other) {
  other_.merge(other.other_);
  if (other.ceiling_ < ceiling_) {
    ceiling_ = other.ceiling_;
    std::vector<Entry> kept;
    for (Entry& entry : entries_) {
      if (entry.hash <= ceiling_) {
        kept.push_back(std::move(entry));
      } else {
        other_.merge(entry.tally);
      }
    }
    entries_ = std::move(kept);
    last_ = 0;
    index();
  }
  for (const Entry& entry : other.entries_) {
    find(entry.hash, entry.name).merge(entry.tally);
  }
}

std::vector<const NameTable::Entry*> NameTable::kept() const {
  std::vector<const Entry*> all;
  for (const Entry& entry : entries_) all.push_back(&entry);
  std::sort(all.begin(), all.end(),
            [](const Entry* a, const Entry* b) { return before(*a, *b); });
  if (all.size() > most_) all.resize(most_);
  return all;
}

std::int64_t NameTable::others() const {
  if (entries_.size() <= most_ && ceiling_ == ~std::uint64_t{0}) return 0;
  const auto k = static_cast<double>(most_);
  const double share =
      static_cast<double>(kept().back()->hash) / 18446744073709551616.0;
  const double all = share > 0 ? (k - 1) / share : k;
  return std::max<std::int64_t>(
      1, static_cast<std::int64_t>(all) - static_cast<std::int64_t>(most_));
}

Counts NameTable::other_counts() const {
  Counts counts = other_.counts();
  for (const Entry& entry : entries_) counts.merge(entry.tally.counts());
  for (const Entry* entry : kept()) {
    counts.promoters -= entry->tally.counts().promoters;
    counts.passives -= entry->tally.counts().passives;
    counts.detractors -= entry->tally.counts().detractors;
  }
  return counts;
}

}  // namespace looplet::report
