#include "survey/edges.h"

#include "survey/compile_condition.h"
#include "text/report.h"

namespace looplet {

List<Edges> find_edges(const Survey& survey, Arena& arena, Reporter& found) {
  const std::size_t count = survey.steps.size();
  List<Edges> all = arena.zeros<Edges>(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Step& step = survey.steps[i];
    const List<Rule> rules = step.next.rules;
    const Below here(found, i);
    Edges& edges = all[i];
    edges.targets = arena.zeros<std::uint16_t>(rules.size());
    if (step.type == StepType::end) {
      edges.below = static_cast<std::uint16_t>(i);
      if (!rules.empty()) {
        found.report_at("next", Code::next_after_end);
      }
      continue;
    }
    edges.below = static_cast<std::uint16_t>(i + 1);
    edges.falls = true;
    for (std::size_t k = 0; k < rules.size(); ++k) {
      const auto target = find_step(survey, rules[k].to);
      // No step has the number `count`: an unknown target leads nowhere, so
      // that it is one fault and not a circle as well.
      edges.targets[k] = target.value_or(static_cast<std::uint16_t>(count));
      if (!target) {
        const Below next(found, "next");
        if (step.next.is_plain()) {
          found.report(Code::unknown_target, rules[k].to);
        } else {
          const Below rule(found, k);
          found.report_at("to", Code::unknown_target, rules[k].to);
        }
      }
      if (!rules[k].when) edges.falls = false;
    }
    if (edges.falls && i + 1 == count) {
      found.report(Code::dead_end, step.id);
    }
  }
  return all;
}

namespace {

/// Depth first over the steps.
class LongestWays {
 public:
  LongestWays(const Survey& survey, List<Edges> edges, Arena& arena,
              Reporter& found)
      : survey_(survey),
        edges_(edges),
        arena_(arena),
        found_(found),
        mark_(arena.zeros<Mark>(edges.size())),
        longest_(arena.zeros<std::uint16_t>(edges.size())),
        path_(arena.zeros<std::uint16_t>(edges.size())) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (mark_[i] == Mark::fresh) visit(static_cast<std::uint16_t>(i));
    }
  }

  List<std::uint16_t> longest() const { return longest_; }

 private:
  enum class Mark : std::uint8_t { fresh, open, done };

  void visit(std::uint16_t step) {
    mark_[step] = Mark::open;
    path_[depth_++] = step;
    const Edges& edges = edges_[step];
    if (survey_.steps[step].type != StepType::end) {
      for (const std::uint16_t target : edges.targets) follow(step, target);
      if (edges.falls) follow(step, edges.below);
    }
    --depth_;
    mark_[step] = Mark::done;
  }

  void follow(std::uint16_t step, std::uint16_t target) {
    if (target == edges_.size()) return;  // a fault already
    if (mark_[target] == Mark::open) return report_circle(target);
    if (mark_[target] == Mark::fresh) visit(target);
    const auto length = static_cast<std::uint16_t>(longest_[target] + 1);
    if (length > longest_[step]) longest_[step] = length;
  }

  void report_circle(std::uint16_t first) {
    Writing names(arena_);
    std::size_t i = 0;
    while (path_[i] != first) ++i;
    for (; i < depth_; ++i) {
      names.add(survey_.steps[path_[i]].id);
      names.add("' > '");
    }
    names.add(survey_.steps[first].id);
    const Below here(found_, static_cast<std::size_t>(path_[depth_ - 1]));
    found_.report_at("next", Code::loop, names.text());
  }

  const Survey& survey_;
  List<Edges> edges_;
  Arena& arena_;
  Reporter& found_;
  List<Mark> mark_;
  List<std::uint16_t> longest_;
  List<std::uint16_t> path_;
  std::size_t depth_ = 0;
};

}  // namespace

List<std::uint16_t> longest_ways(const Survey& survey, List<Edges> edges,
                                 Arena& arena, Reporter& found) {
  return LongestWays(survey, edges, arena, found).longest();
}

}  // namespace looplet
