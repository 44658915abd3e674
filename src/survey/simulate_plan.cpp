// Makes a survey and a mix ready to run.
#include <memory>
#include <utility>

#include "looplet/locale.h"
#include "looplet/simulate.h"
#include "survey/alias_table.h"
#include "survey/answer_spread.h"
#include "survey/mix_check.h"

namespace looplet {
namespace {

using Outcome = SimulationPlan::Outcome;

std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

class SimulationPlanner {
 public:
  SimulationPlanner(const CompiledSurvey& survey, const Mix& mix)
      : survey_(survey), mix_(mix), steps_(survey.survey.steps) {}

  std::shared_ptr<SimulationPlan> run(std::int64_t seed) {
    plan_ = std::make_shared<SimulationPlan>();
    plan_->seed = seed;
    plan_->key = SimulationDraws::mixed(static_cast<std::uint64_t>(seed) +
                                        SimulationDraws::kGolden);
    std::vector<StepSpread> spreads;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      spreads.push_back(step_spread(survey_, mix_, i));
    }
    find_slots(spreads);
    copy_tests();
    for (std::size_t i = 0; i < steps_.size(); ++i)
      add_step(i, std::move(spreads[i]));
    add_first_facts();
    add_sentiments();
    describe();
    plan_->find_paths();
    return plan_;
  }

 private:
  std::uint64_t bit_of(std::size_t slot, std::string_view name) const {
    return fact_bit(survey_, slot, name);
  }

  /// Which slots the flow still tests, once the own fact of each step has
  /// been used up, and how they are numbered here.
  void find_slots(const std::vector<StepSpread>& spreads) {
    const Flow& flow = survey_.flow;
    std::vector<bool> seen(flow.tests.size(), false);
    std::vector<bool> tested(flow.slots, false);
    std::vector<std::uint16_t> open;
    for (const StepSpread& spread : spreads) {
      for (const WeightedOutcome& one : spread.answers) {
        open.push_back(one.outcome.at);
      }
    }
    while (!open.empty()) {
      const std::uint16_t at = open.back();
      open.pop_back();
      if (at >= Flow::kStep || seen[at]) continue;
      seen[at] = true;
      const Flow::Test& test = flow.tests[at];
      tested[test.slot] = true;
      if (test.slot == flow.theme_slot) {
        plan_->themes_asked =
            static_cast<std::uint16_t>(plan_->themes_asked | test.mask);
      }
      open.push_back(test.equal);
      open.push_back(test.unequal);
    }
    slot_.assign(flow.slots, 0);
    for (std::size_t i = 0; i < slot_.size(); ++i) {
      if (tested[i]) slot_[i] = plan_->slots++;
    }
    const std::uint16_t nobodys = plan_->slots++;
    for (std::size_t i = 0; i < slot_.size(); ++i) {
      if (!tested[i]) slot_[i] = nobodys;
    }
    nobodys_ = nobodys;
    plan_->theme_slot = slot_[flow.theme_slot];
    plan_->sentiment_slot = slot_[flow.sentiment_slot];
    plan_->theme_threshold = threshold_of(mix_.theme);
  }

  void copy_tests() {
    for (const Flow::Test& test : survey_.flow.tests) {
      plan_->tests.push_back(test);
      plan_->tests.back().slot = slot_[test.slot];
    }
  }

  /// An outcome without what nothing asks for, so that more are alike.
  std::vector<WeightedOutcome> stripped(std::vector<WeightedOutcome> spread,
                                        std::uint16_t slot) const {
    for (WeightedOutcome& one : spread) {
      if (slot == nobodys_) one.outcome.fact = 0;
      one.outcome.themes &= plan_->themes_asked;
      if (one.outcome.follows == Outcome::comment && !comments_matter()) {
        one.outcome.follows = Outcome::nothing;
      }
    }
    return spread;
  }

  bool comments_matter() const {
    return plan_->themes_asked != 0 || plan_->sentiment_slot != nobodys_;
  }

  void add_step(std::size_t index, StepSpread spread) {
    SimulationPlan::StepTables tables;
    tables.end = steps_[index].type == StepType::end;
    tables.slot = slot_[index];
    if (tables.end) {
      plan_->steps.push_back(tables);
      return;
    }
    spread.picks = stripped(std::move(spread.picks), tables.slot);
    bool matter = tables.slot != nobodys_;
    for (const WeightedOutcome& pick : spread.picks) {
      matter = matter || pick.outcome.themes != 0;
    }
    if (!spread.picks.empty() && matter) {
      const StepHabits* own = step_habits(mix_, steps_[index].id);
      tables.picks = add_table(*plan_, spread.picks);
      tables.more =
          threshold_of(own != nullptr && own->more ? *own->more : mix_.more);
    }
    spread.answers = stripped(std::move(spread.answers), tables.slot);
    for (WeightedOutcome& one : spread.answers) {
      if (one.outcome.follows == Outcome::picks && !matter) {
        one.outcome.follows = Outcome::nothing;
      }
    }
    tables.answers = add_table(*plan_, spread.answers);
    plan_->steps.push_back(tables);
  }

  void add_first(std::uint16_t slot,
                 const std::vector<WeightedOutcome>& values) {
    if (slot == nobodys_ || values.empty()) return;
    plan_->firsts.push_back({slot, add_table(*plan_, values)});
  }

  void add_first_facts() {
    const auto value = [](std::uint64_t fact, double weight) {
      Outcome outcome;
      outcome.fact = fact;
      return WeightedOutcome{outcome, weight};
    };
    std::vector<WeightedOutcome> values;
    const std::uint16_t languages = survey_.flow.locale_slot;
    const auto fact_of = [&](std::string_view wanted) {
      const std::string_view spoken =
          best_language(wanted, survey_.languages, survey_.survey.locale);
      std::uint64_t fact = 0;
      for (const NamedBit& named : survey_.names) {
        if (named.slot == languages && language_matches(named.name, spoken)) {
          fact |= bit(named.bit);
        }
      }
      return fact;
    };
    for (const Weight& one : mix_.locales) {
      values.push_back(value(fact_of(one.name), one.weight));
    }
    if (values.empty()) {
      for (const std::string_view language : survey_.languages) {
        values.push_back(value(fact_of(language), 1));
      }
    }
    add_first(slot_[languages], values);

    for (const TraitSlot& trait : survey_.traits) {
      values.clear();
      for (const TraitMix& one : mix_.traits) {
        if (one.trait != trait.name) continue;
        for (const Weight& weight : one.values) {
          values.push_back(
              value(bit_of(trait.slot, weight.name), weight.weight));
        }
      }
      if (values.empty()) add_every_value(trait, values);
      add_first(slot_[trait.slot], values);
    }
  }

  /// The values that the survey lists; without a list, those that its
  /// conditions name and one more that they do not.
  void add_every_value(const TraitSlot& trait,
                       std::vector<WeightedOutcome>& values) const {
    Outcome outcome;
    for (const Trait& listed : survey_.survey.traits) {
      if (listed.name != trait.name) continue;
      for (const std::string_view name : listed.values) {
        outcome.fact = bit_of(trait.slot, name);
        values.push_back({outcome, 1});
      }
    }
    if (!values.empty()) return;
    for (const NamedBit& named : survey_.names) {
      if (named.slot != trait.slot) continue;
      outcome.fact = bit(named.bit);
      values.push_back({outcome, 1});
    }
    values.push_back({Outcome{}, 1});
  }

  void add_sentiments() {
    if (plan_->sentiment_slot == nobodys_) return;
    for (std::size_t s = 0; s < plan_->sentiments.size(); ++s) {
      const std::size_t row = s == 0 ? 1 : s - 1;
      std::vector<WeightedOutcome> values;
      for (std::size_t i = 0; i < 3; ++i) {
        Outcome outcome;
        outcome.fact = bit(i);
        values.push_back({outcome, mix_.sentiment[row][i]});
      }
      plan_->sentiments[s] = add_table(*plan_, values);
    }
  }

  void describe() {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const StepType type = steps_[i].type;
      plan_->ids.emplace_back(steps_[i].id);
      if (type == StepType::end) {
        plan_->ends |= bit(i);
      } else if (type != StepType::statement) {
        plan_->asks |= bit(i);
      }
    }
    // Along a way the longest way still to come gets shorter step by step.
    for (std::size_t length = steps_.size() + 1; length-- > 0;) {
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        if (survey_.longest[i] == length) {
          plan_->order.push_back(static_cast<std::uint16_t>(i));
        }
      }
    }
  }

  const CompiledSurvey& survey_;
  const Mix& mix_;
  List<Step> steps_;
  std::shared_ptr<SimulationPlan> plan_;
  std::vector<std::uint16_t> slot_;  ///< of the flow's slots, the plan's
  std::uint16_t nobodys_ = 0;
};

}  // namespace

Result<Simulation> simulate(const CompiledSurvey& survey,
                            const SimulateOptions& options) {
  Arena arena;
  Reporter found(arena);
  if (!check_mix(survey, options.mix, found)) return found.faults();
  return Simulation(SimulationPlanner(survey, options.mix).run(options.seed),
                    options.first);
}

}  // namespace looplet
