#include "looplet/check.h"

#include "looplet/flow.h"
#include "survey/check_texts.h"
#include "survey/compile_condition.h"

namespace looplet {
namespace {

constexpr std::uint64_t kAllScores = 0x7FF;
constexpr std::uint64_t kNoScore = 0x800;  ///< one more, of who gave none
constexpr std::uint64_t kScoresOf[] = {0x07F, 0x180, 0x600};
constexpr Segment kSegments[] = {Segment::detractor, Segment::passive,
                                 Segment::promoter};

/// The steps a step may lead to for one segment, each once, in order of their
/// tests. A test of the score is decided as far as the segment decides it;
/// every other test may go both ways.
class Successors {
 public:
  explicit Successors(const CompiledSurvey& survey)
      : survey_(survey),
        may_have_score_(survey.survey.steps.size(), true),
        may_lack_score_(survey.survey.steps.size(), true) {
    if (survey.score_step < 0) return;
    const std::size_t count = may_have_score_.size();
    const auto asks = static_cast<std::uint16_t>(survey.score_step);
    const bool optional = survey.survey.steps[asks].optional;
    // Here every test still goes both ways, so that no way is overlooked.
    std::vector<bool> after = reach(asks, count);
    std::vector<bool> without = reach(0, optional ? count : asks);
    after[asks] = true;
    without[0] = true;
    without[asks] = without[asks] && optional;
    may_have_score_ = std::move(after);
    may_lack_score_ = std::move(without);
  }

  std::vector<std::uint16_t> of(std::size_t step, std::uint64_t scores) {
    found_.clear();
    seen_.assign(survey_.flow.tests.size(), 0);
    if (survey_.survey.steps[step].type == StepType::end) return found_;
    // Whoever is of a segment has given a score, where one can be given.
    if (!may_have_score_[step]) scores = kNoScore;
    if (may_lack_score_[step] && scores == kAllScores) scores |= kNoScore;
    follow(survey_.flow.entry[step], scores);
    return found_;
  }

 private:
  /// The steps behind `from`, without going on from `stop`.
  std::vector<bool> reach(std::uint16_t from, std::size_t stop) {
    std::vector<bool> reached(survey_.survey.steps.size(), false);
    std::vector<std::uint16_t> open = {from};
    while (!open.empty()) {
      const std::uint16_t step = open.back();
      open.pop_back();
      if (step == stop) continue;
      for (const std::uint16_t target : of(step, kAllScores)) {
        if (reached[target]) continue;
        reached[target] = true;
        open.push_back(target);
      }
    }
    return reached;
  }

  /// Goes on with those of `scores` that have not come by here yet: every
  /// score goes its own way, whatever the others do.
  void follow(std::uint16_t at, std::uint64_t scores) {
    if (at >= Flow::kStep) {
      const auto step = static_cast<std::uint16_t>(at - Flow::kStep);
      for (const std::uint16_t known : found_) {
        if (known == step) return;
      }
      found_.push_back(step);
      return;
    }
    scores &= ~seen_[at];
    if (scores == 0) return;
    seen_[at] |= scores;
    const Flow::Test& test = survey_.flow.tests[at];
    std::uint64_t equal = scores;
    std::uint64_t unequal = scores;
    if (test.slot == survey_.score_step && test.value == 0 &&
        test.mask <= kAllScores) {
      equal = scores & ~test.mask;
      unequal = scores & test.mask;
    }
    if (equal != 0) follow(test.equal, equal);
    if (unequal != 0) follow(test.unequal, unequal);
  }

  const CompiledSurvey& survey_;
  std::vector<bool> may_have_score_;  ///< by step, once it is answered
  std::vector<bool> may_lack_score_;
  std::vector<std::uint16_t> found_;
  std::vector<std::uint64_t> seen_;  ///< by test: the scores that came by
};

/// Ways and longest way to an end from one step; without loops, `compile`
/// has seen to that.
class Ways {
 public:
  Ways(const std::vector<std::vector<std::uint16_t>>& next)
      : next_(next), count_(next.size(), -1), longest_(next.size(), 0) {
    visit(0);
  }
  double count() const { return count_[0]; }
  std::int64_t longest() const { return longest_[0]; }

 private:
  void visit(std::size_t step) {
    count_[step] = next_[step].empty() ? 1 : 0;
    for (const std::uint16_t target : next_[step]) {
      if (count_[target] < 0) visit(target);
      count_[step] += count_[target];
      if (longest_[target] + 1 > longest_[step]) {
        longest_[step] = longest_[target] + 1;
      }
    }
    if (next_[step].empty()) longest_[step] = 0;
  }

  const std::vector<std::vector<std::uint16_t>>& next_;
  std::vector<double> count_;
  std::vector<std::int64_t> longest_;
};

void find_ways(const CompiledSurvey& survey, Check& found) {
  const List<Step> steps = survey.survey.steps;
  Successors successors(survey);
  std::vector<std::vector<std::uint16_t>> all(steps.size());
  std::vector<std::vector<std::vector<std::uint16_t>>> by_segment(
      3, std::vector<std::vector<std::uint16_t>>(steps.size()));
  const bool scored = survey.score_step >= 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    all[i] = successors.of(i, kAllScores);
    for (std::size_t s = 0; s < 3; ++s) {
      by_segment[s][i] = successors.of(i, kScoresOf[s]);
    }
    for (const std::uint16_t target : all[i]) {
      Edge edge{std::string(steps[i].id), std::string(steps[target].id), {}};
      for (std::size_t s = 0; s < 3; ++s) {
        for (const std::uint16_t candidate : by_segment[s][i]) {
          if (candidate == target) edge.segments.push_back(kSegments[s]);
        }
      }
      found.edges.push_back(std::move(edge));
    }
  }
  const Ways ways(all);
  found.count = ways.count();
  found.longest = ways.longest() + 1;
  for (std::size_t s = 0; scored && s < 3; ++s) {
    const Ways own(by_segment[s]);
    found.by_segment.push_back({kSegments[s], own.count(), own.longest() + 1});
  }

  std::vector<bool> reached(steps.size(), false);
  std::vector<std::uint16_t> open = {0};
  reached[0] = true;
  while (!open.empty()) {
    const std::uint16_t step = open.back();
    open.pop_back();
    for (const std::uint16_t target : all[step]) {
      if (reached[target]) continue;
      reached[target] = true;
      open.push_back(target);
    }
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (reached[i]) continue;
    found.problems.push_back(
        {Severity::error,
         make_fault(Code::unreachable_step, step_pointer(i), {steps[i].id}),
         {}});
  }
}

}  // namespace

Check check(const Survey& survey) {
  Check found;
  for (const Step& step : survey.steps) found.nodes.emplace_back(step.id);
  const Result<CompiledSurvey> compiled = compile(survey, Arena());
  found.runs = compiled.ok();
  if (compiled) {
    find_ways(*compiled, found);
  } else {
    for (const Fault& fault : compiled.faults()) {
      found.problems.push_back({Severity::error, fault, {}});
    }
  }
  check_texts(survey, found.problems);
  return found;
}

}  // namespace looplet
