#include "survey/flow_circuit.h"

#include "survey/compile_condition.h"

namespace looplet {
namespace {

using Wire = Circuit::Wire;

std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

}  // namespace

FlowCircuit::FlowCircuit(const CompiledSurvey& compiled, std::uint64_t piped)
    : compiled_(compiled) {
  write_rules();
  sort_steps();
  make_choices(piped);
  const std::size_t count = compiled.survey.steps.size();
  visited.assign(count, Circuit::kNo);
  visited[0] = Circuit::kYes;
  arrives_.resize(count);
  leaves_.resize(count);
  for (const std::uint16_t step : order) follow(step);
  if (compiled.score_step < 0) {
    for (Wire& wire : of_segment) wire = Circuit::kYes;
    return;
  }
  const auto asks = static_cast<std::size_t>(compiled.score_step);
  constexpr std::uint64_t kScoresOf[] = {0x07F, 0x180, 0x600};
  for (std::size_t i = 0; i < 3; ++i) {
    of_segment[i] = circuit.both(
        visited[asks],
        Circuit::inverse(slots[asks].holds(circuit, kScoresOf[i], 0)));
  }
}

/// Every rule compiled by itself, so that each can be asked about alone. The
/// order is that of the flow, so that names get the same bits.
void FlowCircuit::write_rules() {
  const Survey& survey = compiled_.survey;
  const std::size_t count = survey.steps.size();
  single_.survey = survey;
  single_.survey.steps = single_.arena.list<Step>(count);
  single_.score_step = compiled_.score_step;
  Flow& flow = single_.flow;
  flow = compiled_.flow;
  flow.slots = static_cast<std::uint16_t>(count + 3);
  flow.entry = single_.arena.list<std::uint16_t>(count);
  for (std::size_t s = 0; s < count; ++s) {
    single_.survey.steps[s] = survey.steps[s];
  }
  Arena arena;
  Reporter known(arena);  // what it finds was found in the flow already
  RuleCompiler compiler(single_, known);
  programs_.resize(count);
  rules.resize(count);
  std::uint16_t yes = 1;
  for (std::size_t s = 0; s < count; ++s) {
    const List<Rule> written = survey.steps[s].next.rules;
    programs_[s].resize(written.size());
    rules[s].resize(written.size() + 1);
    for (std::size_t r = written.size(); r-- > 0;) {
      single_.survey.steps[s].next.rules = {&written[r], 1};
      const std::size_t first = compiler.size();
      compiler.compile_step(s, 0, {&yes, 1});
      programs_[s][r] = {flow.entry[s], static_cast<std::uint32_t>(first),
                         static_cast<std::uint32_t>(compiler.size())};
      const auto target = find_step(survey, written[r].to);
      rules[s][r].to = target.value_or(static_cast<std::uint16_t>(count));
      rules[s][r].always = !written[r].when.has_value();
    }
    rules[s].back().to = static_cast<std::uint16_t>(s + 1);
    for (const Rule& rule : written) {
      if (rule.when) continue;
      rules[s].pop_back();
      break;
    }
    if (survey.steps[s].type == StepType::end) rules[s].clear();
  }
  compiler.finish();
}

/// Depth first in the order in which `compile` looks for circles, so that the
/// ways back are the ones that it names.
void FlowCircuit::sort_steps() {
  const std::size_t count = rules.size();
  std::vector<std::uint8_t> marks(count, 0);
  std::vector<std::uint16_t> finished;
  for (std::size_t s = 0; s < count; ++s) {
    if (marks[s] == 0) visit(static_cast<std::uint16_t>(s), marks, finished);
  }
  order.assign(finished.rbegin(), finished.rend());
  before.assign(count, 0);
  for (const std::uint16_t step : order) {
    for (const RuleWires& rule : rules[step]) {
      if (rule.to < count && !rule.in_circle) {
        before[rule.to] |= before[step] | bit(step);
      }
    }
  }
}

void FlowCircuit::visit(std::uint16_t step, std::vector<std::uint8_t>& marks,
                        std::vector<std::uint16_t>& finished) {
  constexpr std::uint8_t kOpen = 1;
  constexpr std::uint8_t kDone = 2;
  marks[step] = kOpen;
  for (std::size_t r = 0; r < rules[step].size(); ++r) {
    RuleWires& rule = rules[step][r];
    if (rule.to >= marks.size()) continue;
    if (marks[rule.to] == kOpen) {
      rule.in_circle = true;
      ways_back.push_back({step, r});
    } else if (marks[rule.to] == 0) {
      visit(rule.to, marks, finished);
    }
  }
  marks[step] = kDone;
  finished.push_back(step);
}

void FlowCircuit::make_choices(std::uint64_t piped) {
  const Flow& flow = single_.flow;
  const std::size_t count = rules.size();
  std::vector<std::vector<Flow::Test>> tests(flow.slots);
  for (const Flow::Test& test : flow.tests) {
    bool known = false;
    for (const Flow::Test& other : tests[test.slot]) {
      known = known || (other.mask == test.mask && other.value == test.value);
    }
    if (!known) tests[test.slot].push_back(test);
  }
  for (const Flow::Test& test : tests[flow.theme_slot]) themes_ |= test.mask;
  sentiments_ = !tests[flow.sentiment_slot].empty();
  slots.resize(flow.slots);
  comments.resize(count);
  for (std::size_t s = 0; s < count; ++s) {
    // Every score is told apart, since each may be asked about.
    for (std::size_t i = 0;
         compiled_.score_step == static_cast<int>(s) && i <= kHighestScore;
         ++i) {
      tests[s].push_back({bit(i), 0, 0, 0, 0});
    }
    slots[s] = SlotChoices::of_step(compiled_, s, tests[s], themes_,
                                    (piped & bit(s)) != 0);
    comments[s].themes.assign(kThemeCount, 0);
  }
  for (const TraitSlot& trait : compiled_.traits) {
    slots[trait.slot] = SlotChoices::of_trait(compiled_, trait);
  }
  languages = SlotChoices::of_locale(compiled_, tests[flow.locale_slot]);
}

/// Sets the wires of a step's rules and adds to those of the steps they lead
/// to; everything that leads to it has been followed.
void FlowCircuit::follow(std::uint16_t step) {
  const Flow& flow = single_.flow;
  const std::size_t count = rules.size();
  if (sentiments_) {
    Sentiment& leaves = leaves_[step];
    leaves = arrives_[step];
    if (compiled_.survey.steps[step].type == StepType::text) {
      Comment& comment = comments[step];
      comment.sentiment = {circuit.input(), circuit.input()};
      const Wire low = comment.sentiment[0];
      const Wire high = comment.sentiment[1];
      const Wire given = slots[step].answered(circuit);
      const Wire none = Circuit::inverse(high);
      const Wire own[] = {circuit.both(none, low),
                          circuit.both(none, Circuit::inverse(low)), high};
      for (std::size_t i = 0; i < 3; ++i) {
        leaves.is[i] = circuit.choose(given, own[i], leaves.is[i]);
      }
    }
  }
  Wire open = visited[step];
  std::vector<Wire> value;
  for (std::size_t r = 0; r < rules[step].size(); ++r) {
    RuleWires& rule = rules[step][r];
    Wire holds = Circuit::kYes;
    if (r < programs_[step].size()) {
      // Tests lead to tests that were written before them.
      const Program& program = programs_[step][r];
      value.assign(program.end - program.first, Circuit::kNo);
      const auto at = [&](std::uint16_t address) {
        return address >= Flow::kStep ? static_cast<Wire>(address - Flow::kStep)
                                      : value[address - program.first];
      };
      for (std::uint32_t i = program.first; i < program.end; ++i) {
        const Flow::Test& asked = flow.tests[i];
        value[i - program.first] = circuit.choose(
            test(step, asked), at(asked.equal), at(asked.unequal));
      }
      holds = at(program.entry);
    }
    rule.holds = circuit.both(visited[step], holds);
    rule.chosen = circuit.both(open, holds);
    open = circuit.both(open, Circuit::inverse(holds));
    if (rule.to >= count || rule.in_circle) continue;
    visited[rule.to] = circuit.either(visited[rule.to], rule.chosen);
    for (std::size_t i = 0; sentiments_ && i < 3; ++i) {
      Wire& arrives = arrives_[rule.to].is[i];
      arrives = circuit.either(arrives,
                               circuit.both(rule.chosen, leaves_[step].is[i]));
    }
  }
}

/// What a test finds once `step` is answered.
Wire FlowCircuit::test(std::uint16_t step, const Flow::Test& test) {
  const Flow& flow = single_.flow;
  if (test.slot == flow.locale_slot) {
    return languages.holds(circuit, test.mask, test.value);
  }
  if (test.slot == flow.theme_slot) {
    Wire any = Circuit::kNo;
    for (int i = 0; i < kThemeCount; ++i) {
      if ((test.mask >> i & 1) != 0) any = circuit.either(any, theme(step, i));
    }
    return Circuit::inverse(any);
  }
  if (test.slot == flow.sentiment_slot) {
    return Circuit::inverse(sentiment(step, test.mask));
  }
  if (test.slot == step || test.slot >= rules.size()) {
    return slots[test.slot].holds(circuit, test.mask, test.value);
  }
  const Wire unasked = test.value == 0 ? Circuit::kYes : Circuit::kNo;
  if ((before[step] & bit(test.slot)) == 0) return unasked;
  return circuit.choose(visited[test.slot],
                        slots[test.slot].holds(circuit, test.mask, test.value),
                        unasked);
}

/// Whether an answer so far was about a theme. A comment may be about any:
/// what its words are about is found elsewhere.
Wire FlowCircuit::theme(std::uint16_t step, int index) {
  Wire any = Circuit::kNo;
  for (std::size_t s = 0; s < rules.size(); ++s) {
    if (s != step && (before[step] & bit(s)) == 0) continue;
    Wire adds = Circuit::kNo;
    if (compiled_.survey.steps[s].type == StepType::text) {
      Wire& about = comments[s].themes[static_cast<std::size_t>(index)];
      if (about == 0) about = circuit.input();
      adds = circuit.both(about, slots[s].answered(circuit));
    } else if (compiled_.survey.steps[s].type == StepType::choice) {
      adds = slots[s].adds_theme(circuit, index);
    }
    any = circuit.either(any, circuit.both(visited[s], adds));
  }
  return any;
}

/// Whether the latest comment so far had one of these sentiments.
Wire FlowCircuit::sentiment(std::uint16_t step, std::uint64_t mask) {
  Wire any = Circuit::kNo;
  for (std::size_t i = 0; i < 3; ++i) {
    if ((mask >> i & 1) != 0) any = circuit.either(any, leaves_[step].is[i]);
  }
  return any;
}

Wire FlowCircuit::has_words(std::size_t step, std::size_t about) {
  if ((before[step] & bit(about)) == 0) return Circuit::kNo;
  return circuit.both(visited[about], slots[about].speaks(circuit));
}

}  // namespace looplet
