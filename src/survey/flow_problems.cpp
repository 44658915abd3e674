// The problems of a flow that runs.
#include "survey/check_texts.h"
#include "survey/flow_check.h"
#include "survey/path_count.h"
#include "survey/score_rules.h"

namespace looplet {
namespace {

constexpr Segment kSegments[] = {Segment::detractor, Segment::passive,
                                 Segment::promoter};
constexpr std::uint32_t kScoresOf[] = {0x07F, 0x180, 0x600};
constexpr std::uint32_t kGiven = 0x7FF;
constexpr std::uint32_t kCountWork = 200'000;  ///< of PathCounter
constexpr std::uint32_t kDiagramWork = 200'000;

int how_many(std::uint32_t set) {
  int count = 0;
  for (; set != 0; set &= set - 1) ++count;
  return count;
}

}  // namespace

void FlowCheck::find_problems() {
  find_unreached();
  for (std::size_t s = 0; s < flow_.rules.size(); ++s) {
    if (reached_[s] != Verdict::yes) continue;
    find_dead_rules(s);
    find_score_faults(s);
  }
  find_missing_words();
  find_no_follow_up();
  for (std::size_t s = 0; s < undecided_.size(); ++s) {
    if (!undecided_[s]) continue;
    add(Severity::warning, Code::not_decided, step_pointer(s), {id(s)});
  }
  count_ways();
}

/// Steps that nobody comes to, with whoever comes nearest.
void FlowCheck::find_unreached() {
  for (std::size_t s = 0; s < flow_.rules.size(); ++s) {
    if (reached_[s] != Verdict::no) continue;
    const EdgeWires* named = nullptr;
    const EdgeWires* above = nullptr;
    for (const EdgeWires& edge : edges_) {
      if (edge.to != s || reached_[edge.from] != Verdict::yes) continue;
      bool by_rule = false;
      const std::size_t written =
          compiled_.survey.steps[edge.from].next.rules.size();
      for (std::size_t r = 0; r < written; ++r) {
        by_rule = by_rule || flow_.rules[edge.from][r].to == s;
      }
      if (by_rule && named == nullptr) named = &edge;
      if (!by_rule) above = &edge;
    }
    Problem& problem =
        add(Severity::error,
            named != nullptr ? Code::step_for_nobody : Code::unreachable_step,
            step_pointer(s), {id(s)});
    const EdgeWires* nearest = named != nullptr ? named : above;
    if (nearest == nullptr) continue;
    if (prover_->possible(flow_.visited[nearest->from]) != Verdict::yes) {
      continue;
    }
    witnesses_->tell(problem, nearest->from, true, "");
    const std::size_t rule = witnesses_->rule_at(nearest->from);
    problem.witness += "'" + std::string(id(nearest->from)) + "' leads to '" +
                       std::string(id(flow_.rules[nearest->from][rule].to)) +
                       "', as it does to other steps than '" +
                       std::string(id(s)) + "' whatever the answers";
  }
}

/// Rules that never hold, and rules that others leave nobody for.
void FlowCheck::find_dead_rules(std::size_t step) {
  const std::size_t written = compiled_.survey.steps[step].next.rules.size();
  for (std::size_t r = 0; r < written && r < flow_.rules[step].size(); ++r) {
    const RuleWires& rule = flow_.rules[step][r];
    if (ask(rule.chosen, step) != Verdict::no) continue;
    const Verdict holds = ask(rule.holds, step);
    if (holds == Verdict::unknown) continue;
    if (holds == Verdict::yes) {
      // A last rule for everybody else is a good habit, even where the rules
      // above it leave nobody.
      bool covered = false;
      for (std::size_t k = 0; k < r; ++k) {
        covered = covered || flow_.rules[step][k].always;
      }
      const bool habit = rule.always && !covered;
      Problem& problem = add(habit ? Severity::warning : Severity::error,
                             Code::shadowed_rule, rule_place(step, r), {});
      prover_->possible(rule.holds);
      witnesses_->tell(problem, step, true, "");
      const std::size_t taken = witnesses_->rule_at(step);
      problem.witness += "goes to '" +
                         std::string(id(flow_.rules[step][taken].to)) +
                         "' by a rule above this one";
      continue;
    }
    Problem& problem = add(Severity::error, Code::contradictory_rule,
                           rule_place(step, r) + "/when", {});
    if (prover_->possible(flow_.visited[step]) != Verdict::yes) continue;
    witnesses_->tell(problem, step, true,
                     "this does not hold, nor after any other answers");
  }
}

/// Rules by score that leave scores out, or cover some twice.
void FlowCheck::find_score_faults(std::size_t step) {
  if (compiled_.score_step < 0) return;
  const auto asks = static_cast<std::size_t>(compiled_.score_step);
  if (step != asks && (flow_.before[step] >> asks & 1) == 0) return;
  const List<Rule> rules = compiled_.survey.steps[step].next.rules;
  std::vector<std::pair<std::size_t, std::uint32_t>> pure;
  std::uint32_t covered = 0;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    if (!rules[r].when) continue;
    const auto scores = scores_of(*rules[r].when, id(asks));
    if (!scores || (*scores & kGiven) == 0) continue;
    for (const auto& [above, own] : pure) {
      const std::uint32_t shared = *scores & own & kGiven;
      // One within the other is a staircase: {"to": 6}, then {"to": 8}.
      if (shared == 0 || (own & ~*scores & kGiven) == 0 ||
          (*scores & ~own & kGiven) == 0) {
        continue;
      }
      const Wire twice = flow_.circuit.both(
          flow_.rules[step][above].chosen,
          Circuit::inverse(flow_.slots[asks].holds(flow_.circuit, shared, 0)));
      if (ask(twice, step) != Verdict::yes) continue;
      Problem& problem = add(Severity::warning, Code::score_covered_twice,
                             rule_place(step, r) + "/when",
                             {score_words(shared), rules[above].to});
      witnesses_->tell(problem, step, true,
                       "goes to '" + std::string(rules[above].to) +
                           "', though the rule to '" +
                           std::string(rules[r].to) + "' is for it too");
      break;
    }
    pure.push_back({r, *scores});
    covered |= *scores & kGiven;
  }
  if (pure.size() > 1) find_left_out(step, covered);
}

/// Scores that fall through between rules for their neighbours. A whole
/// segment that falls through is meant to, and so are most of the scores.
void FlowCheck::find_left_out(std::size_t step, std::uint32_t covered) {
  const std::vector<RuleWires>& rules = flow_.rules[step];
  if (rules.size() == compiled_.survey.steps[step].next.rules.size()) return;
  const auto asks = static_cast<std::size_t>(compiled_.score_step);
  const RuleWires& falls = rules.back();
  std::uint32_t left = 0;
  std::uint32_t comes = 0;
  for (std::uint32_t score = 0; score <= kHighestScore; ++score) {
    const std::uint32_t bit = std::uint32_t{1} << score;
    const Wire given =
        Circuit::inverse(flow_.slots[asks].holds(flow_.circuit, bit, 0));
    if (ask(flow_.circuit.both(flow_.visited[step], given), step) !=
        Verdict::yes) {
      continue;
    }
    comes |= bit;
    if ((covered & bit) != 0) continue;
    if (ask(flow_.circuit.both(falls.chosen, given), step) == Verdict::yes) {
      left |= bit;
    }
  }
  bool whole_segments = true;
  for (const std::uint32_t segment : kScoresOf) {
    const std::uint32_t own = left & segment;
    whole_segments = whole_segments && (own == 0 || own == (comes & segment));
  }
  if (left == 0 || whole_segments || how_many(left) > 3 ||
      how_many(covered & comes) <= how_many(left)) {
    return;
  }
  Problem& problem =
      add(Severity::warning, Code::score_left_out, step_pointer(step) + "/next",
          {score_words(left), id(falls.to)});
  const Wire seen = flow_.circuit.both(
      falls.chosen,
      Circuit::inverse(flow_.slots[asks].holds(flow_.circuit, left, 0)));
  if (prover_->possible(seen) != Verdict::yes) return;
  witnesses_->tell(
      problem, step, true,
      "no rule holds, so it goes on to '" + std::string(id(falls.to)) + "'");
}

void FlowCheck::find_missing_words() {
  const Pipe* shown = nullptr;
  for (const Pipe& pipe : pipes_) {
    // Whoever shows one hole in a text often shows the next as well.
    const bool again = shown != nullptr && shown->step == pipe.step &&
                       prover_->is_yes(pipe.missing);
    if (!again && ask(pipe.missing, pipe.step) != Verdict::yes) continue;
    Problem& problem =
        add(Severity::error, Code::maybe_not_given, pipe.where, {pipe.name});
    const std::string ending = "comes to '" + std::string(id(pipe.step)) +
                               "', where {" + std::string(pipe.name) +
                               "} is empty";
    if (again) {
      witnesses_->tell_again(problem, ending);
    } else {
      witnesses_->tell(problem, pipe.step, false, ending);
      shown = &pipe;
    }
  }
}

void FlowCheck::find_no_follow_up() {
  if (compiled_.score_step < 0) return;
  const auto asks = static_cast<std::size_t>(compiled_.score_step);
  for (std::size_t i = 0; i < 3; ++i) {
    if (ask(unasked_[i], asks) != Verdict::yes) continue;
    Problem& problem = add(Severity::warning, Code::no_follow_up,
                           step_pointer(asks), {segment_name(kSegments[i])});
    witnesses_->tell(problem, flow_.rules.size(), true,
                     "ends without a question about the score");
  }
}

void FlowCheck::count_ways() {
  std::vector<Diagrams::Diagram> visited;
  for (const std::uint16_t step : flow_.order) {
    visited.push_back(prover_->diagram(flow_.visited[step]));
  }
  Diagrams& diagrams = prover_->diagrams();
  diagrams.allow(kDiagramWork);
  PathCounter counter(diagrams, kCountWork);
  const PathCounter::Result all = counter.count(visited, Diagrams::kYes);
  found_.exact = all.known;
  found_.count = all.count;
  found_.longest = all.longest;
  for (std::size_t i = 0; compiled_.score_step >= 0 && i < 3; ++i) {
    const PathCounter::Result own =
        counter.count(visited, prover_->diagram(flow_.of_segment[i]));
    found_.exact = found_.exact && own.known;
    found_.by_segment.push_back({kSegments[i], own.count, own.longest});
  }
  if (!found_.exact) bound_ways();
}

/// Upper bounds: every edge that somebody goes may follow every other.
void FlowCheck::bound_ways() {
  const List<Step> steps = compiled_.survey.steps;
  const auto bound = [&](const Segment* segment, double& ways,
                         std::int64_t& longest) {
    std::vector<double> count(steps.size(), 0);
    std::vector<std::int64_t> length(steps.size(), 0);
    for (std::size_t i = flow_.order.size(); i-- > 0;) {
      const std::size_t step = flow_.order[i];
      if (steps[step].type == StepType::end) {
        count[step] = 1;
        length[step] = 1;
      }
      for (std::size_t e = 0; e < edges_.size(); ++e) {
        if (edges_[e].from != step) continue;
        const Edge& edge = found_.edges[e];
        bool open = edge.possible && segment == nullptr;
        for (const Segment own : edge.segments) {
          open = open || (segment != nullptr && own == *segment);
        }
        if (!open || length[edges_[e].to] == 0) continue;
        count[step] += count[edges_[e].to];
        if (length[edges_[e].to] >= length[step]) {
          length[step] = length[edges_[e].to] + 1;
        }
      }
    }
    ways = count[0];
    longest = length[0];
  };
  bound(nullptr, found_.count, found_.longest);
  for (SegmentPaths& own : found_.by_segment) {
    bound(&own.segment, own.count, own.longest);
  }
}

}  // namespace looplet
