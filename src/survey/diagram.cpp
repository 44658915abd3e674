#include "survey/diagram.h"

#include <utility>

namespace looplet {
namespace {

constexpr std::size_t kMostKnown = 1 << 16;  ///< results remembered, each

std::size_t mix(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t key = (std::uint64_t{a} << 32) | b;
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 33);
}

}  // namespace

Diagrams::Diagrams(std::uint32_t most_nodes, std::uint32_t most_work)
    : nodes_(1, Node{kEnd, kNo, kNo}),
      table_(1024, 0),
      known_both_(1024),
      known_within_(1024),
      most_nodes_(most_nodes),
      work_(most_work) {}

Diagrams::Diagram Diagrams::variable(std::uint32_t number) {
  return node(number, kNo, kYes);
}

Diagrams::Diagram Diagrams::node(std::uint32_t variable, Diagram no,
                                 Diagram yes) {
  if (no == kTooLarge || yes == kTooLarge) return kTooLarge;
  if (no == yes) return no;
  // Inverses stand on the edge to "no" alone, so that a form stays the only
  // one: kYes is the inverse of kNo, and "yes" edges are turned.
  const Diagram flip = yes & 1u;
  const Node wanted{variable, no ^ flip, yes ^ flip};
  const std::size_t place = place_of(wanted);
  if (table_[place] != 0) return (table_[place] << 1) ^ flip;
  if (nodes_.size() >= most_nodes_) {
    work_ = 0;
    return kTooLarge;
  }
  nodes_.push_back(wanted);
  table_[place] = size() - 1;
  const Diagram made = ((size() - 1) << 1) ^ flip;
  if (nodes_.size() * 2 > table_.size()) make_room();
  return made;
}

std::size_t Diagrams::place_of(const Node& node) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t place = (mix(node.no, node.yes) + node.variable * 40503u) & mask;
  while (table_[place] != 0) {
    const Node& other = nodes_[table_[place]];
    if (other.variable == node.variable && other.no == node.no &&
        other.yes == node.yes) {
      break;
    }
    place = (place + 1) & mask;
  }
  return place;
}

void Diagrams::make_room() {
  table_.assign(table_.size() * 2, 0);
  for (std::uint32_t i = 1; i < size(); ++i) table_[place_of(nodes_[i])] = i;
  if (table_.size() > kMostKnown) return;
  known_both_.assign(table_.size(), {});
  known_within_.assign(table_.size(), {});
}

Diagrams::Known& Diagrams::known(Diagram a, Diagram b, bool within) {
  return (within ? known_within_
                 : known_both_)[mix(a, b) & (known_both_.size() - 1)];
}

Diagrams::Diagram Diagrams::both(Diagram a, Diagram b) {
  if (a == kNo || b == kNo) return kNo;
  if (a == kTooLarge || b == kTooLarge) return kTooLarge;
  if (a > b) std::swap(a, b);
  if (a == inverse(b)) return kNo;
  if (a == kYes || a == b) return b;
  {
    const Known& known_already = known(a, b, false);
    if (known_already.a == a && known_already.b == b) {
      return known_already.result;
    }
  }
  if (work_ == 0) return kTooLarge;
  --work_;
  const std::uint32_t first =
      variable_of(a) < variable_of(b) ? variable_of(a) : variable_of(b);
  const bool in_a = variable_of(a) == first;
  const bool in_b = variable_of(b) == first;
  const Diagram no = both(in_a ? when_no(a) : a, in_b ? when_no(b) : b);
  const Diagram yes = both(in_a ? when_yes(a) : a, in_b ? when_yes(b) : b);
  const Diagram result = node(first, no, yes);
  if (result != kTooLarge) known(a, b, false) = {a, b, result};
  return result;
}

Diagrams::Diagram Diagrams::within(Diagram a, Diagram where) {
  if (a == kTooLarge || where == kTooLarge) return kTooLarge;
  if (where == kYes || a == kNo || a == kYes) return a;
  if (a == where) return kYes;
  if (a == inverse(where)) return kNo;
  {
    const Known& known_already = known(a, where, true);
    if (known_already.a == a && known_already.b == where) {
      return known_already.result;
    }
  }
  if (work_ == 0) return kTooLarge;
  --work_;
  const std::uint32_t first =
      variable_of(a) < variable_of(where) ? variable_of(a) : variable_of(where);
  const bool in_a = variable_of(a) == first;
  const bool in_where = variable_of(where) == first;
  const Diagram where_no = in_where ? when_no(where) : where;
  const Diagram where_yes = in_where ? when_yes(where) : where;
  const Diagram a_no = in_a ? when_no(a) : a;
  const Diagram a_yes = in_a ? when_yes(a) : a;
  Diagram result = kNo;
  if (where_no == kNo) {
    result = within(a_yes, where_yes);
  } else if (where_yes == kNo) {
    result = within(a_no, where_no);
  } else {
    result = node(first, within(a_no, where_no), within(a_yes, where_yes));
  }
  if (result != kTooLarge) known(a, where, true) = {a, where, result};
  return result;
}

}  // namespace looplet
