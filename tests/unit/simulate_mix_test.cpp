// What a mix of respondents may be.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "looplet/simulate.h"
#include "simulate_oracle.h"

namespace looplet {
namespace {

using oracle::branching;
using oracle::expect_share;
using oracle::simulation;
using surveys::around;
using surveys::compiled;
using surveys::kEnd;
using surveys::nps;

TEST(Simulate, HasPresetsOfTheScoresTheyName) {
  const CompiledSurvey survey =
      compiled(around(nps() + "," + std::string(kEnd)));
  const struct {
    MixPreset preset;
    double detractors, promoters;
  } kCases[] = {{MixPreset::typical, 0.20, 0.50},
                {MixPreset::happy, 0.07, 0.70},
                {MixPreset::unhappy, 0.58, 0.18},
                {MixPreset::even, 7.0 / 11, 2.0 / 11}};
  for (const auto& one : kCases) {
    Mix mix;
    mix.preset = one.preset;
    mix.drop_off = 0;
    Simulation run = simulation(survey, mix, 4);
    run.run(50000);
    const SegmentCounts seen = run.report().steps[1].by_segment;
    expect_share(seen.detractor, 50000, one.detractors);
    expect_share(seen.promoter, 50000, one.promoters);
  }
}

TEST(Simulate, RefusesMixesThatDoNotFit) {
  const CompiledSurvey survey = compiled(branching());
  Arena arena;
  Mix mix;
  mix.scores = arena.list<double>({1, -2});
  mix.drop_off = 1.5;
  mix.skip = std::numeric_limits<double>::quiet_NaN();
  mix.sentiment[1] = {0, 0, 0};
  mix.traits = arena.list<TraitMix>(2);
  mix.traits[0] = {"size", arena.list<Weight>({{"big", 1}})};
  mix.traits[1] = {"plan", arena.list<Weight>({{"gold", 0}})};
  mix.steps = arena.list<StepMix>(4);
  mix.steps[0].step = "nowhere";
  mix.steps[1].step = "score";
  mix.steps[1].habits.skip = 0.5;
  mix.steps[1].habits.yes = 0.5;
  mix.steps[2].step = "why";
  mix.steps[2].habits.options = arena.list<Weight>({{"slow", 1}, {"cold", 1}});
  mix.steps[3].step = "stars";
  mix.steps[3].habits.points = arena.list<double>({0, 0, 0, 0, 0});
  const Result<Simulation> made =
      simulate(survey, {.seed = 0, .mix = mix, .first = 0});
  ASSERT_FALSE(made);
  EXPECT_EQ(
      surveys::fault_lines(made.faults()),
      "too_few /mix/scores: There are 2 items here; at least 11 are needed.\n"
      "out_of_range /mix/scores/1: -2 is out of range; it must be from 0 to "
      "1000000000.\n"
      "out_of_range /mix/dropOff: 1.5 is out of range; it must be from 0 to "
      "1.\n"
      "out_of_range /mix/skip: NaN is out of range; it must be from 0 to 1.\n"
      "no_weight /mix/sentiment/passive: All of these weights are 0; at least "
      "one "
      "must be above.\n"
      "unknown_trait /mix/traits/size: There is no trait 'size' in this "
      "survey.\n"
      "no_weight /mix/traits/plan: All of these weights are 0; at least one "
      "must be above.\n"
      "unknown_value /mix/traits/plan/gold: The trait 'plan' is never 'gold' "
      "in this survey.\n"
      "unknown_step /mix/steps/nowhere: There is no step 'nowhere' in this "
      "survey.\n"
      "not_for_step /mix/steps/score/skip: The step 'score' is of type nps; "
      "'skip' means nothing there.\n"
      "not_for_step /mix/steps/score/yes: The step 'score' is of type nps; "
      "'yes' means nothing there.\n"
      "unknown_option /mix/steps/why/options/cold: The step 'why' has no "
      "option 'cold'.\n"
      "no_weight /mix/steps/stars/points: All of these weights are 0; at "
      "least one must be above.\n");
}

}  // namespace
}  // namespace looplet
