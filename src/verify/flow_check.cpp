#include "verify/flow_check.h"

#include "survey/compile_condition.h"
#include "survey/pipe.h"
#include "survey/texts.h"
#include "text/number.h"
#include "verify/check_texts.h"

namespace looplet {
namespace {

using Wire = Circuit::Wire;

/// The step that a name in a text asks, as drawing a step looks it up; -1 for
/// anything else.
int piped_step(const CompiledSurvey& survey, std::string_view name) {
  if (name == "subject") return -1;
  if (name == "owner" && !survey.survey.owner.empty()) return -1;
  if ((name == "score" || name == "segment") && survey.score_step >= 0) {
    return survey.score_step;
  }
  const auto step = find_step(survey.survey, name);
  return step ? static_cast<int>(*step) : -1;
}

/// Calls `use` with every name without a fallback.
template <class Use>
void for_each_name(const LocalText& text, const Use& use) {
  for (const auto& [tag, content] : text.by_tag) {
    std::string_view rest = content;
    for (Piece piece; next_piece(rest, piece);) {
      if (piece.is_name && !piece.has_fallback) use(piece.text);
    }
  }
}

/// A fixed series of numbers (splitmix64, as in view.cpp).
class Series {
 public:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>((next() >> 32) * count >> 32);
  }

 private:
  std::uint64_t state_ = 20261125;
};

}  // namespace

FlowCheck::FlowCheck(const CompiledSurvey& compiled, Check& found)
    : compiled_(compiled),
      found_(found),
      flow_(compiled, piped_steps(compiled)),
      reached_(compiled.survey.steps.size(), Verdict::no),
      undecided_(compiled.survey.steps.size(), false) {
  collect_edges();
  collect_pipes();
  collect_follow_ups();
  prover_.emplace(flow_.circuit, ProofLimits{});
  witnesses_.emplace(compiled, flow_, *prover_, found.arena);
  draw_chances();
}

std::uint64_t FlowCheck::piped_steps(const CompiledSurvey& survey) {
  std::uint64_t piped = 0;
  for (const Step& step : survey.survey.steps) {
    for (const PlacedText& placed : texts_of(step, {})) {
      for_each_name(*placed.text, [&](std::string_view name) {
        const int about = piped_step(survey, name);
        if (about >= 0) piped |= std::uint64_t{1} << about;
      });
    }
  }
  return piped;
}

void FlowCheck::collect_edges() {
  for (std::size_t s = 0; s < flow_.rules.size(); ++s) {
    const std::size_t first = edges_.size();
    for (const RuleWires& rule : flow_.rules[s]) {
      if (rule.to >= flow_.rules.size()) continue;
      std::size_t e = first;
      while (e < edges_.size() && edges_[e].to != rule.to) ++e;
      if (e == edges_.size()) edges_.push_back({s, rule.to});
      edges_[e].taken = flow_.circuit.either(edges_[e].taken, rule.chosen);
    }
  }
}

void FlowCheck::collect_pipes() {
  const List<Step> steps = compiled_.survey.steps;
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const std::string here = step_pointer(s);
    for (const PlacedText& placed : texts_of(steps[s], here)) {
      const std::size_t first = pipes_.size();
      for_each_name(*placed.text, [&](std::string_view name) {
        const int about = piped_step(compiled_, name);
        if (about < 0) return;
        // Once for a text, whatever languages it is in.
        for (std::size_t i = first; i < pipes_.size(); ++i) {
          if (pipes_[i].name == name) return;
        }
        const Wire missing = flow_.circuit.both(
            flow_.visited[s], Circuit::inverse(flow_.has_words(
                                  s, static_cast<std::size_t>(about))));
        if (missing == Circuit::kNo) return;
        pipes_.push_back(
            {s, static_cast<std::size_t>(about), name, placed.where, missing});
      });
    }
  }
}

/// Who comes from the score to an end past nothing but statements.
void FlowCheck::collect_follow_ups() {
  if (compiled_.score_step < 0) return;
  const auto asks = static_cast<std::size_t>(compiled_.score_step);
  const List<Step> steps = compiled_.survey.steps;
  std::vector<Wire> quiet(steps.size(), Circuit::kNo);
  quiet[asks] = flow_.visited[asks];
  Wire ended = Circuit::kNo;
  for (const std::uint16_t step : flow_.order) {
    if (steps[step].type == StepType::end) {
      ended = flow_.circuit.either(ended, quiet[step]);
    }
    if (step != asks && steps[step].type != StepType::statement) continue;
    for (const RuleWires& rule : flow_.rules[step]) {
      if (rule.to >= steps.size() || rule.in_circle) continue;
      quiet[rule.to] = flow_.circuit.either(
          quiet[rule.to], flow_.circuit.both(quiet[step], rule.chosen));
    }
  }
  for (std::size_t i = 0; i < 3; ++i) {
    unasked_[i] = flow_.circuit.both(ended, flow_.of_segment[i]);
  }
}

/// Sets the inputs of the respondents by chance: whole choices, so that rare
/// ones are as likely as others; the first 64 differ little from the plainest.
void FlowCheck::draw_chances() {
  Series series;
  const auto draw = [&](const SlotChoices& slot) {
    const std::vector<Wire>& inputs = slot.inputs();
    if (inputs.empty()) return;
    for (std::size_t i = 0; i < prover_->width() * 64; ++i) {
      const std::uint64_t bit = std::uint64_t{1} << (i % 64);
      const std::size_t word = i / 64;
      const bool plain = word == 0 && series.below(4) != 0;
      if (plain) continue;
      if (!slot.many()) {
        const std::size_t choice = series.below(slot.choices().size());
        for (std::size_t k = 0; k < inputs.size(); ++k) {
          if ((choice >> k & 1) != 0) prover_->chance(inputs[k], word) |= bit;
        }
        continue;
      }
      const std::size_t share = series.below(4);  // none, few, half, most
      const std::size_t one = series.below(inputs.size());
      for (std::size_t k = 0; k < inputs.size(); ++k) {
        const bool set = share == 0   ? k == one
                         : share == 3 ? series.below(8) != 0
                                      : series.below(4) < share;
        if (set && inputs[k] != 0) prover_->chance(inputs[k], word) |= bit;
      }
    }
  };
  draw(flow_.languages);
  for (const SlotChoices& slot : flow_.slots) draw(slot);
  for (const FlowCircuit::Comment& comment : flow_.comments) {
    for (std::size_t word = 0; word < prover_->width(); ++word) {
      for (const Wire theme : comment.themes) {
        if (theme != 0) {
          prover_->chance(theme, word) = series.next() & series.next();
        }
      }
      for (const Wire tone : comment.sentiment) {
        prover_->chance(tone, word) = series.next();
      }
    }
  }
}

FlowCheck::Verdict FlowCheck::ask(Wire goal, std::size_t step) {
  const Verdict verdict = prover_->possible(goal);
  if (verdict == Verdict::unknown) undecided_[step] = true;
  return verdict;
}

std::string FlowCheck::rule_place(std::size_t step, std::size_t rule) const {
  std::string next = step_pointer(step) + "/next";
  if (compiled_.survey.steps[step].next.is_plain()) return next;
  return next + '/' + text::whole(static_cast<std::int64_t>(rule));
}

std::string_view FlowCheck::id(std::size_t step) const {
  return step < compiled_.survey.steps.size() ? compiled_.survey.steps[step].id
                                              : std::string_view("nowhere");
}

Problem& FlowCheck::add(Severity severity, Code code, const std::string& where,
                        std::initializer_list<std::string_view> words) {
  found_.problems.push_back({severity, make_fault(code, where, words)});
  return found_.problems.back();
}

void FlowCheck::list_edges() {
  constexpr Segment kSegments[] = {Segment::detractor, Segment::passive,
                                   Segment::promoter};
  for (EdgeWires& edge : edges_) {
    edge.possible = ask(edge.taken, edge.from);
    Edge told{std::string(id(edge.from)), std::string(id(edge.to)), {}, false};
    // What cannot be told is left open: it may be.
    told.possible = edge.possible != Verdict::no;
    for (std::size_t i = 0; told.possible && i < 3; ++i) {
      const Wire own = flow_.circuit.both(edge.taken, flow_.of_segment[i]);
      if (ask(own, edge.from) != Verdict::no) {
        told.segments.push_back(kSegments[i]);
      }
    }
    found_.edges.push_back(std::move(told));
  }
  for (std::size_t s = 0; s < reached_.size(); ++s) {
    reached_[s] = ask(flow_.visited[s], s);
  }
}

}  // namespace looplet
