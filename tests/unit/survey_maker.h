// Small surveys by chance: steps of every type, rules with nested conditions,
// names in texts.
#pragma once

#include <random>
#include <string_view>

#include "looplet/arena.h"
#include "looplet/survey.h"

namespace looplet::surveys {

class SurveyMaker {
 public:
  SurveyMaker(Arena& arena, unsigned seed) : engine_(seed), arena_(arena) {}

  /// Always one that compiles; its texts are in the arena.
  Survey make();

 private:
  int below(int count) {
    return static_cast<int>(engine_() % static_cast<unsigned>(count));
  }
  bool one_in(int count) { return below(count) == 0; }
  Step step(int index, int count);
  LocalText text(int index);
  Next next(int index, int count);
  Condition condition(int depth);
  void leaf(Condition& made);
  void about_step(Condition& made);
  List<Condition> parts(int depth);
  ScoreSet scores();
  Scalar word(std::string_view text) const;

  std::mt19937 engine_;
  Arena& arena_;
  Survey made_;
  bool gentle_ = false;  ///< few rules, so that more of them are sound
};

}  // namespace looplet::surveys
