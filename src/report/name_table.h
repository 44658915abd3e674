// Groups of answers by name, in bounded memory.
//
// Up to kMostGroupsKept names are all kept and exact. Of more, those with the
// smallest hashes are kept, and stay exact; the others are together in
// `other`. Which those are depends on the names alone, not on the order of the
// rows: a name among the smallest of all is among the smallest of any part, so
// it is never given up on the way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/group_tally.h"

namespace looplet::report {

class NameTable {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::string name;
    GroupTally tally;
  };

  explicit NameTable(std::size_t most);

  void add(std::string_view name, Segment segment, double weight) {
    tally_of(name).add(segment, weight);
  }
  void merge(const NameTable& other);

  /// The entries that are kept, by hash.
  std::vector<const Entry*> kept() const;
  /// Names that are not, and their answers: a guess of how many (the k-th
  /// smallest hash tells: Bar-Yossef et al. 2002), and exact counts.
  std::int64_t others() const;
  Counts other_counts() const;

 private:
  GroupTally& tally_of(std::string_view name);
  GroupTally& find(std::uint64_t hash, std::string_view name);
  void shrink();
  void index();

  std::size_t most_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;           ///< place of an entry + 1, or 0
  std::uint64_t ceiling_ = ~std::uint64_t{0};  ///< hashes above are given up
  GroupTally other_;
  std::uint32_t last_ = 0;  ///< entry of the row before
};

}  // namespace looplet::report
