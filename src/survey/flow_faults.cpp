// Witnesses for faults that were found without asking any respondent.
#include "survey/flow_check.h"
#include "text/number.h"

namespace looplet {
namespace {

/// The number in "/steps/12/next"; nothing elsewhere.
std::optional<std::size_t> number_after(std::string_view& where,
                                        std::string_view prefix) {
  if (where.substr(0, prefix.size()) != prefix) return std::nullopt;
  std::string_view rest = where.substr(prefix.size());
  if (rest.empty() || rest[0] < '0' || rest[0] > '9') return std::nullopt;
  std::size_t number = 0;
  while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
    number = number * 10 + static_cast<std::size_t>(rest[0] - '0');
    rest.remove_prefix(1);
  }
  where = rest;
  return number;
}

}  // namespace

void FlowCheck::show_faults() {
  std::size_t circle = 0;
  for (Problem& problem : found_.problems) {
    if (problem.fault.code == Code::loop) {
      if (circle < flow_.ways_back.size()) {
        show_circle(problem, flow_.ways_back[circle++]);
      }
      continue;
    }
    std::string_view where = problem.fault.where;
    const auto step = number_after(where, "/steps/");
    if (step && *step < flow_.rules.size()) show_fault(problem, *step);
  }
  list_edges();
}

void FlowCheck::show_fault(Problem& problem, std::size_t step) {
  std::vector<RuleWires>& rules = flow_.rules[step];
  const std::string self = "'" + std::string(id(step)) + "'";
  switch (problem.fault.code) {
    case Code::dead_end:
      if (rules.empty() ||
          prover_->possible(rules.back().chosen) != Verdict::yes) {
        return;
      }
      witnesses_->tell(problem, step, true, "nothing comes after " + self);
      return;
    case Code::unknown_target: {
      // The place is that of a rule, or of a plain "next".
      std::string_view where = problem.fault.where;
      number_after(where, "/steps/");
      const std::size_t rule = number_after(where, "/next/").value_or(0);
      if (rule >= rules.size() ||
          prover_->possible(rules[rule].chosen) != Verdict::yes) {
        return;
      }
      witnesses_->tell(problem, step, true,
                       self + " leads to a step that is not there");
      return;
    }
    default:
      if (prover_->possible(flow_.visited[step]) != Verdict::yes) return;
      witnesses_->tell(problem, step, false, "comes to " + self);
  }
}

void FlowCheck::show_circle(Problem& problem, const FlowCircuit::WayBack& way) {
  const RuleWires& rule = flow_.rules[way.step][way.rule];
  const Wire round = flow_.circuit.both(rule.chosen, flow_.visited[rule.to]);
  if (prover_->possible(round) == Verdict::yes) {
    witnesses_->tell(problem, way.step, true,
                     "comes back to '" + std::string(id(rule.to)) + "'");
    problem.fault.message += " There are answers that go round it.";
    return;
  }
  for (const FlowCircuit::WayBack& other : flow_.ways_back) {
    const Wire taken = flow_.rules[other.step][other.rule].chosen;
    if (prover_->possible(taken) != Verdict::no) return;
  }
  problem.fault.message +=
      " No answers go round it as the conditions stand, but a survey is run "
      "only when its steps cannot lead back at all.";
}

void FlowCheck::show_texts(std::size_t first_problem) {
  for (std::size_t i = first_problem; i < found_.problems.size(); ++i) {
    Problem& problem = found_.problems[i];
    std::string_view where = problem.fault.where;
    const auto step = number_after(where, "/steps/");
    if (step && *step < flow_.rules.size()) show_fault(problem, *step);
  }
}

}  // namespace looplet
