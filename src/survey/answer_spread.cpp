#include "survey/answer_spread.h"

#include <utility>

namespace looplet {
namespace {

using Outcome = SimulationPlan::Outcome;

std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

/// Weights of the scores 0 to 10, of each preset.
constexpr double kPresets[4][kHighestScore + 1] = {
    {2, 1, 1, 2, 2, 6, 6, 12, 18, 20, 30},   // 20 % detractors, 50 % promoters
    {1, 0, 0, 1, 1, 2, 2, 8, 15, 25, 45},    // 7 %, 70 %
    {14, 4, 6, 7, 6, 12, 9, 13, 11, 8, 10},  // 58 %, 18 %
    {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
};

class Spreader {
 public:
  Spreader(const CompiledSurvey& survey, const Mix& mix, std::size_t index)
      : survey_(survey),
        mix_(mix),
        index_(index),
        step_(survey.survey.steps[index]) {}

  StepSpread run() {
    const Step& step = step_;
    StepSpread spread;
    if (step.type == StepType::end) return spread;
    const StepHabits* own = step_habits(mix_, step.id);
    const double leave =
        own != nullptr && own->drop_off ? *own->drop_off : mix_.drop_off;
    Outcome outcome;
    outcome.at = SimulationPlan::kLeave;
    spread.answers.push_back({outcome, leave});
    double rest = 1 - leave;
    if (step.optional) {
      double skip = mix_.skip;
      if (step.type == StepType::text) skip = 1 - mix_.text_answered;
      if (step.type == StepType::contact) skip = 1 - mix_.contact_given;
      if (own != nullptr && own->skip) skip = *own->skip;
      outcome.at = after(0);
      spread.answers.push_back({outcome, rest * skip});
      rest *= 1 - skip;
    }
    std::vector<WeightedOutcome> given = answers_of(own);
    if (step.many) {
      // How many are chosen is known only by drawing them.
      spread.picks = std::move(given);
      outcome.at = survey_.flow.entry[index_];
      outcome.follows = Outcome::picks;
      given = {{outcome, 1}};
    }
    double total = 0;
    for (const WeightedOutcome& one : given) total += one.weight;
    for (WeightedOutcome& one : given) {
      if (!step.many) one.outcome.at = after(one.outcome.fact);
      one.weight = rest * (one.weight / total);
      spread.answers.push_back(one);
    }
    return spread;
  }

 private:
  /// Where the flow goes from a step whose own fact is known, as far as that
  /// decides it.
  std::uint16_t after(std::uint64_t fact) const {
    const Flow& flow = survey_.flow;
    std::uint16_t at = flow.entry[index_];
    while (at < Flow::kStep && flow.tests[at].slot == index_) {
      const Flow::Test& test = flow.tests[at];
      at = (fact & test.mask) == test.value ? test.equal : test.unequal;
    }
    return at;
  }

  /// The answers to a step and their weights; where they lead comes later.
  std::vector<WeightedOutcome> answers_of(const StepHabits* own) {
    const Step& step = step_;
    std::vector<WeightedOutcome> out;
    Outcome outcome;
    switch (step.type) {
      case StepType::nps:
        for (std::size_t score = 0; score <= kHighestScore; ++score) {
          outcome.fact = Flow::kAnswered | bit(score);
          outcome.segment = static_cast<std::uint8_t>(
              1 + static_cast<int>(*segment_of(static_cast<int>(score))));
          out.push_back({outcome, own != nullptr && !own->points.empty()
                                      ? own->points[score]
                                      : score_weight(score)});
        }
        break;
      case StepType::rating: {
        const auto points = static_cast<std::size_t>(step.points);
        for (std::size_t point = 1; point <= points; ++point) {
          outcome.fact = Flow::kAnswered | bit(point);
          double weight = 0;
          if (own != nullptr && !own->points.empty()) {
            weight = own->points[point - 1];
          } else {
            // The scores' spread, cut into as many parts.
            for (std::size_t score = 0; score <= kHighestScore; ++score) {
              if (score * points / (kHighestScore + 1) + 1 == point) {
                weight += score_weight(score);
              }
            }
          }
          out.push_back({outcome, weight});
        }
        break;
      }
      case StepType::consent: {
        const double yes = own != nullptr && own->yes ? *own->yes : mix_.yes;
        outcome.fact = Flow::kAnswered | bit(0);
        out.push_back({outcome, 1 - yes});
        outcome.fact = Flow::kAnswered | bit(1);
        out.push_back({outcome, yes});
        break;
      }
      case StepType::choice:
        options_of(own, out);
        break;
      case StepType::text:
        outcome.follows = Outcome::comment;
        [[fallthrough]];
      case StepType::contact:
        outcome.fact = Flow::kAnswered;
        out.push_back({outcome, 1});
        break;
      default:
        out.push_back({outcome, 1});
        break;
    }
    // Weights that are all nothing, after a preset was cut into parts.
    double total = 0;
    for (const WeightedOutcome& one : out) total += one.weight;
    for (WeightedOutcome& one : out) {
      if (total == 0) one.weight = 1;
    }
    return out;
  }

  double score_weight(std::size_t score) const {
    return mix_.scores.empty()
               ? kPresets[static_cast<std::size_t>(mix_.preset)][score]
               : mix_.scores[score];
  }

  void options_of(const StepHabits* own,
                  std::vector<WeightedOutcome>& out) const {
    const Step& step = step_;
    const bool weighed = own != nullptr && !own->options.empty();
    const auto weight = [&](std::string_view id) {
      for (const Weight& one : own->options) {
        if (one.name == id) return one.weight;
      }
      return 0.0;
    };
    bool names_other = false;
    const auto count = static_cast<double>(step.options.size());
    for (const Option& option : step.options) {
      names_other = names_other || option.id == "other";
      Outcome outcome;
      const std::uint64_t named = fact_bit(survey_, index_, option.id);
      outcome.fact = Flow::kAnswered | (named != 0 ? named : Flow::kUnnamed);
      if (option.theme) {
        outcome.themes = static_cast<std::uint16_t>(
            bit(static_cast<std::size_t>(*option.theme)));
      }
      const double unweighed = step.other ? (1 - mix_.other) / count : 1;
      out.push_back({outcome, weighed ? weight(option.id) : unweighed});
    }
    if (!step.other) return;
    Outcome outcome;
    outcome.fact = Flow::kAnswered | Flow::kOther;
    double share = mix_.other;
    if (weighed) share = names_other ? 0 : weight("other");
    out.push_back({outcome, share});
  }

  const CompiledSurvey& survey_;
  const Mix& mix_;
  std::size_t index_;
  const Step& step_;
};

}  // namespace

StepSpread step_spread(const CompiledSurvey& survey, const Mix& mix,
                       std::size_t index) {
  return Spreader(survey, mix, index).run();
}

const StepHabits* step_habits(const Mix& mix, std::string_view id) {
  for (const StepMix& one : mix.steps) {
    if (one.step == id) return &one.habits;
  }
  return nullptr;
}

std::uint64_t fact_bit(const CompiledSurvey& survey, std::size_t slot,
                       std::string_view name) {
  for (const NamedBit& named : survey.names) {
    if (named.slot == slot && named.name == name) return bit(named.bit);
  }
  return 0;
}

}  // namespace looplet
