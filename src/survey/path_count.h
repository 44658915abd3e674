// How many ways respondents can go, each counted once however many go it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "survey/diagram.h"

namespace looplet {

/// Counts the different values that a row of questions has together: the ways
/// through a flow are the sets of steps that are come to. One question at a
/// time is decided and the others narrowed to that ("image of a vector by
/// cofactoring": Coudert and Madre 1990, doi 10.1109/ICCAD.1990.129859);
/// questions about different things are counted apart and multiplied.
class PathCounter {
 public:
  struct Result {
    double count = 0;          ///< exact up to 2^53
    std::int64_t longest = 0;  ///< most questions that are yes together
    bool known = true;         ///< false: it would have taken too much work
  };

  PathCounter(Diagrams& diagrams, std::uint32_t work)
      : diagrams_(diagrams), work_(work) {}

  /// The values of `questions` where `where` is yes; no values if it never is.
  Result count(const std::vector<Diagrams::Diagram>& questions,
               Diagrams::Diagram where);

 private:
  using Diagram = Diagrams::Diagram;
  /// A question and how many steps its answer stands for.
  struct Item {
    Diagram asked;
    std::int32_t yes;
    std::int32_t no;
  };
  using Items = std::vector<Item>;

  Result count_all(Items items);
  Result count_joined(const Items& items);
  /// Takes out what is decided, makes one of what is the same or the inverse.
  std::int64_t tidy(Items& items) const;
  std::vector<Items> parts(const Items& items);
  const std::vector<std::uint32_t>& variables(Diagram diagram);

  Diagrams& diagrams_;
  std::uint32_t work_;
  std::map<std::vector<std::uint32_t>, Result> known_;
  std::map<Diagram, std::vector<std::uint32_t>> variables_;
  std::vector<std::uint32_t> seen_;  ///< by node: the last look that saw it
  std::uint32_t look_ = 0;
};

}  // namespace looplet
