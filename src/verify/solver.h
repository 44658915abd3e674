// Whether yes-or-no variables can be set so that every clause has a literal
// that holds: conflict-driven search with learnt clauses (Marques-Silva and
// Sakallah 1999, doi 10.1109/12.769433; watched literals and activities:
// Moskewicz et al. 2001, doi 10.1145/378239.379017; restarts: Luby et al.
// 1993, doi 10.1016/0020-0190(93)90029-9). The same clauses give the same
// answer and the same setting for ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace looplet {

class Solver {
 public:
  /// A variable's number, doubled; one more for its inverse.
  using Literal = std::uint32_t;
  enum class Answer : std::uint8_t { no, yes, unknown };

  /// Makes variables up to `count` known.
  void grow(std::uint32_t count);
  /// The search may choose values for it.
  void use(std::uint32_t variable);
  /// Adds a clause; between two searches only.
  void add(const std::vector<Literal>& clause);

  /// Whether everything added can hold together with `wanted`; unknown when
  /// that takes more than `work` looks at clauses, which are taken from it.
  Answer solve(Literal wanted, std::uint64_t& work);
  /// After Answer::yes: the setting found.
  bool value(std::uint32_t variable) const { return model_[variable] == 1; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Watch {
    std::uint32_t clause;
    Literal other;  ///< holds: the clause need not be looked at
  };
  /// 1: holds, 0: does not, -1: open.
  int now(Literal literal) const {
    const auto value = value_[literal >> 1];
    return value < 0 ? -1 : value ^ static_cast<int>(literal & 1u);
  }
  std::uint32_t store(const std::vector<Literal>& clause);
  void set(Literal literal, std::uint32_t reason);
  std::uint32_t follow(std::uint64_t& work);
  void learn(std::uint32_t conflict, std::size_t& back_to);
  bool is_implied(Literal literal) const;
  void take_back(std::size_t level);
  void bump(std::uint32_t variable);
  std::size_t level() const { return starts_.size(); }

  void heap_add(std::uint32_t variable);
  void heap_up(std::size_t i);
  void heap_down(std::size_t i);
  std::uint32_t heap_take();

  std::vector<std::uint32_t> clauses_;       ///< each: its size, its literals
  std::vector<std::vector<Watch>> watches_;  ///< by literal that turned false
  std::vector<std::int8_t> value_;
  std::vector<std::int8_t> model_;
  std::vector<std::int8_t> last_;  ///< value it had last
  std::vector<std::uint32_t> reason_;
  std::vector<std::uint32_t> level_;
  std::vector<double> activity_;
  std::vector<std::uint8_t> used_;
  std::vector<std::uint8_t> seen_;
  std::vector<std::uint32_t> heap_;
  std::vector<std::uint32_t> heap_place_;
  std::vector<Literal> trail_;
  std::vector<std::size_t> starts_;  ///< of levels in the trail
  std::size_t followed_ = 0;
  double step_ = 1;
  bool never_ = false;
  std::vector<Literal> learnt_;
};

}  // namespace looplet
