// Decision diagrams: each yes-or-no question over numbered variables has one
// form, so that "can it ever be yes" is a look at it (Bryant 1986, doi
// 10.1109/TC.1986.1676819; inverses marked on edges: Brace, Rudell and Bryant
// 1990, doi 10.1145/123186.123222). Work is bounded: what would take more is
// kTooLarge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace looplet {

class Diagrams {
 public:
  /// A node's number, doubled; one more for its inverse.
  using Diagram = std::uint32_t;
  static constexpr Diagram kNo = 0;
  static constexpr Diagram kYes = 1;
  static constexpr Diagram kTooLarge = 0xFFFFFFFF;
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;  ///< variable of kNo

  /// `most_nodes` and `most_work` are what all diagrams together may take.
  Diagrams(std::uint32_t most_nodes, std::uint32_t most_work);

  static Diagram inverse(Diagram diagram) {
    return diagram == kTooLarge ? kTooLarge : diagram ^ 1u;
  }

  Diagram variable(std::uint32_t number);
  Diagram both(Diagram a, Diagram b);

  /// A diagram that is `a` wherever `where` is yes, chosen so that its values
  /// everywhere are values that `a` has there ("constrain": Coudert and Madre
  /// 1990, doi 10.1109/ICCAD.1990.129859). `where` is not kNo.
  Diagram within(Diagram a, Diagram where);

  std::uint32_t variable_of(Diagram diagram) const {
    return nodes_[diagram >> 1].variable;
  }
  Diagram when_no(Diagram diagram) const {
    return nodes_[diagram >> 1].no ^ (diagram & 1u);
  }
  Diagram when_yes(Diagram diagram) const {
    return nodes_[diagram >> 1].yes ^ (diagram & 1u);
  }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(nodes_.size());
  }
  bool spent() const { return work_ == 0; }
  /// Allows more work from here on.
  void allow(std::uint32_t work) { work_ = work; }

 private:
  struct Node {
    std::uint32_t variable;
    Diagram no;
    Diagram yes;  ///< never an inverse
  };
  struct Known {
    Diagram a = kTooLarge;
    Diagram b = 0;
    Diagram result = 0;
  };
  Diagram node(std::uint32_t variable, Diagram no, Diagram yes);
  std::size_t place_of(const Node& node) const;
  void make_room();
  Known& known(Diagram a, Diagram b, bool within);

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> table_;
  std::vector<Known> known_both_;
  std::vector<Known> known_within_;
  std::uint32_t most_nodes_;
  std::uint32_t work_;
};

}  // namespace looplet
