#include "looplet/simulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "simulate_oracle.h"

namespace looplet {
namespace {

using oracle::Ways;
using surveys::around;
using surveys::compiled;
using surveys::kEnd;
using surveys::nps;

// 31 of 100 detractors, 27 passives, 42 promoters.
constexpr double kScores[] = {1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 22};

Mix mix_of(Arena& arena) {
  Mix mix;
  mix.scores = arena.list<double>(11);
  for (std::size_t i = 0; i < 11; ++i) mix.scores[i] = kScores[i];
  return mix;
}

/// Detractors say why (many, other) and more; passives rate; promoters are
/// asked whether they may be quoted.
std::string branching() {
  return around(
      nps(R"(,"next":[{"when":{"segment":"detractor"},"to":"why"},
                      {"when":{"segment":"passive"},"to":"stars"},
                      {"to":"quote"}])") +
          R"(,{"id":"why","type":"choice","text":"W","many":true,"other":true,
          "optional":true,
          "options":[{"id":"slow","text":"S","theme":"usability"},
                     {"id":"dear","text":"D","theme":"billing"},
                     {"id":"rude","text":"R"}],
          "next":[{"when":{"all":[{"step":"why","includes":"slow"},
                                  {"step":"why","includes":"dear"}]},
                   "to":"both"},
                  {"when":{"step":"why","is":"rude"},"to":"sorry"},
                  {"when":{"step":"why","answered":false},"to":"end"}]},
         {"id":"more","type":"text","text":"M","optional":true,
          "next":[{"when":{"theme":"billing"},"to":"sorry"},{"to":"end"}]},
         {"id":"both","type":"statement","text":"B",
          "next":[{"when":{"score":{"to":3}},"to":"sorry"},{"to":"end"}]},
         {"id":"stars","type":"rating","text":"R","low":"L","high":"H",
          "next":[{"when":{"any":[{"step":"stars","is":1},
                                  {"step":"stars","is":2}]},"to":"who"},
                  {"to":"end"}]},
         {"id":"quote","type":"consent","text":"Q","optional":true,
          "next":[{"when":{"all":[{"step":"quote","is":true},
                                  {"trait":"plan","is":"pro"}]},"to":"who"},
                  {"when":{"locale":"de"},"to":"sorry"},{"to":"end"}]},
         {"id":"who","type":"contact","text":"W","fields":["name","email",
          "phone"],"optional":true,
          "next":[{"when":{"step":"who","answered":true},"to":"end"},
                  {"to":"sorry"}]},
         {"id":"sorry","type":"end","text":{"en":"S","de":"S"}},)" +
          std::string(kEnd),
      R"(,"traits":[{"name":"plan","values":["pro","free","team"]}])");
}

/// Every trait's value and language alike, as a mix without them says.
Ways ways_of(const CompiledSurvey& survey, const Mix& mix) {
  Ways ways;
  oracle::WayFinder finder(survey, mix);
  TraitValue trait{"plan", ""};
  for (const char* value : {"pro", "free", "team"}) {
    trait.value = value;
    for (const char* locale : {"en", "de"}) {
      StartOptions who;
      who.traits = {&trait, 1};
      who.locale = locale;
      finder.add(who, 1.0 / 6, ways);
    }
  }
  return ways;
}

std::string way(const SimulatedPath& path) {
  std::string out;
  for (const std::string& step : path.steps) {
    out += (out.empty() ? "" : " > ") + step;
  }
  return out;
}

Simulation simulation(const CompiledSurvey& survey, const Mix& mix,
                      std::int64_t seed) {
  Result<Simulation> made =
      simulate(survey, {.seed = seed, .mix = mix, .first = 0});
  EXPECT_TRUE(made);
  return std::move(*made);
}

/// Whether a count out of n is what a share of `p` gives, at five standard
/// deviations of the binomial.
void expect_share(std::int64_t count, std::int64_t n, double p) {
  const auto trials = static_cast<double>(n);
  EXPECT_NEAR(static_cast<double>(count), trials * p,
              5 * std::sqrt(trials * p * (1 - p)) + 1e-9);
}

/// A report as text, so that two can be compared to the last count.
std::string printed(const SimulationReport& report) {
  std::string out = std::to_string(report.respondents) + " " +
                    std::to_string(report.completed) + " " +
                    std::to_string(report.other_paths);
  for (const SimulatedPath& path : report.paths) {
    out += "\n" + way(path) + " " + std::to_string(path.count);
  }
  for (const SimulatedStep& step : report.steps) {
    out += "\n" + step.id + " " + std::to_string(step.reached) + " " +
           std::to_string(step.left) + " " +
           std::to_string(step.by_segment.detractor) + " " +
           std::to_string(step.by_segment.passive) + " " +
           std::to_string(step.by_segment.promoter) + " " +
           std::to_string(step.by_segment.none);
  }
  for (const std::int64_t count : report.questions.counts) {
    out += " " + std::to_string(count);
  }
  return out;
}

TEST(Simulate, TakesEveryWayAsOftenAsItsChanceSays) {
  const CompiledSurvey survey = compiled(branching());
  Arena arena;
  Mix mix = mix_of(arena);
  mix.drop_off = 0.04;
  mix.theme = 0;  // the live survey hears no themes in comments
  constexpr std::int64_t kRespondents = 400000;
  const Ways ways = ways_of(survey, mix);
  double sum = 0;
  std::map<std::string, double> chances;
  for (const auto& [key, chance] : ways) {
    chances[key.first] += chance;
    sum += chance;
  }
  ASSERT_NEAR(sum, 1, 1e-12);
  ASSERT_GT(chances.size(), 15u);
  for (const std::int64_t seed : {0, 1, 2, 77}) {
    Simulation run = simulation(survey, mix, seed);
    run.run(kRespondents);
    const SimulationReport report = run.report({.top = 1000});
    EXPECT_EQ(report.other_paths, 0);
    std::map<std::string, std::int64_t> seen;
    for (const SimulatedPath& path : report.paths) {
      seen[way(path)] = path.count;
    }
    const auto cells = [&](double bias) {
      std::vector<std::pair<double, double>> out;
      for (const auto& [key, chance] : chances) {
        const bool first = out.empty();
        out.emplace_back(static_cast<double>(seen[key]),
                         kRespondents * (first ? chance * bias : chance));
      }
      return out;
    };
    EXPECT_LT(oracle::distance(cells(1)), 4) << seed;
    // The measure notices one way that comes a twentieth too often.
    EXPECT_GT(oracle::distance(cells(1.05)), 4) << seed;
    for (const auto& [path, count] : seen) {
      EXPECT_GT(chances[path], 0) << path;
    }
  }
}

TEST(Simulate, CountsReachDropOffAndCompletionBySegment) {
  const CompiledSurvey survey = compiled(branching());
  Arena arena;
  Mix mix = mix_of(arena);
  mix.theme = 0;
  const Ways ways = ways_of(survey, mix);
  constexpr std::int64_t kRespondents = 300000;
  Simulation run = simulation(survey, mix, 5);
  run.run(kRespondents);
  const SimulationReport report = run.report();
  const auto has = [](const std::string& path, const std::string& step) {
    return (" > " + path + " > ").find(" > " + step + " > ") !=
           std::string::npos;
  };
  const auto ends = [](const std::string& path, const std::string& step) {
    const std::string tail = " > " + step;
    const std::string all = " > " + path;
    return all.size() >= tail.size() &&
           all.compare(all.size() - tail.size(), tail.size(), tail) == 0;
  };
  ASSERT_EQ(report.steps.size(), 9u);
  for (const SimulatedStep& step : report.steps) {
    double reached[4] = {};
    double left = 0;
    const bool end = step.id == "end" || step.id == "sorry";
    for (const auto& [key, chance] : ways) {
      if (has(key.first, step.id)) {
        reached[static_cast<std::size_t>(key.second + 1)] += chance;
      }
      if (!end && ends(key.first, step.id)) left += chance;
    }
    SCOPED_TRACE(step.id);
    expect_share(step.by_segment.none, kRespondents, reached[0]);
    expect_share(step.by_segment.detractor, kRespondents, reached[1]);
    expect_share(step.by_segment.passive, kRespondents, reached[2]);
    expect_share(step.by_segment.promoter, kRespondents, reached[3]);
    expect_share(step.left, kRespondents, left);
    EXPECT_EQ(step.reached, step.by_segment.none + step.by_segment.detractor +
                                step.by_segment.passive +
                                step.by_segment.promoter);
  }
  double completed[4] = {};
  double all[4] = {};
  for (const auto& [key, chance] : ways) {
    const auto segment = static_cast<std::size_t>(key.second + 1);
    all[segment] += chance;
    if (ends(key.first, "end") || ends(key.first, "sorry")) {
      completed[segment] += chance;
    }
  }
  ASSERT_EQ(report.completion.size(), 4u);
  for (const SegmentCompletion& one : report.completion) {
    const std::size_t segment =
        one.segment ? static_cast<std::size_t>(*one.segment) + 1 : 0;
    expect_share(one.respondents, kRespondents, all[segment]);
    expect_share(one.completed, kRespondents, completed[segment]);
  }
  EXPECT_EQ(report.completion[3].completed, 0);  // the score is not optional
}

TEST(Simulate, CountsQuestions) {
  // Nobody leaves: detractors 31 % are asked three, the others one. The
  // statement asks nothing.
  const CompiledSurvey survey = compiled(around(
      nps(R"(,"next":[{"when":{"segment":"detractor"},"to":"a"},{"to":"end"}])") +
      R"(,{"id":"a","type":"text","text":"A"},
         {"id":"note","type":"statement","text":"N"},
         {"id":"b","type":"text","text":"B"},)" +
      std::string(kEnd)));
  Arena arena;
  Mix mix = mix_of(arena);
  mix.drop_off = 0;
  Simulation run = simulation(survey, mix, 9);
  EXPECT_FALSE(run.report().questions.mean);
  EXPECT_FALSE(run.report().questions.median);
  EXPECT_FALSE(run.report().completed_share);
  run.run(100000);
  const QuestionsAsked asked = run.report().questions;
  ASSERT_EQ(asked.counts.size(), 4u);
  EXPECT_EQ(asked.counts[0] + asked.counts[2], 0);
  expect_share(asked.counts[3], 100000, 0.31);
  EXPECT_DOUBLE_EQ(
      *asked.mean,
      static_cast<double>(asked.counts[1] + 3 * asked.counts[3]) / 100000);
  EXPECT_EQ(asked.median, 1);
  EXPECT_EQ(asked.p90, 3);
  EXPECT_EQ(asked.max, 3);
  EXPECT_EQ(run.report().completed, 100000);
}

TEST(Simulate, GivesOneReportHoweverItIsCutIntoParts) {
  for (const std::string& json :
       {branching(), around(nps() + "," + std::string(kEnd))}) {
    const CompiledSurvey survey = compiled(json);
    Simulation whole = simulation(survey, {}, 42);
    whole.run(70001);
    const std::string wanted = printed(whole.report());

    Simulation chunks = simulation(survey, {}, 42);
    for (const int count : {1, 999, 0, 40000, 29001}) chunks.run(count);
    EXPECT_EQ(printed(chunks.report()), wanted);

    Simulation first = chunks.part(0);
    Simulation second = chunks.part(12345);
    // Planned anew, as another machine would.
    Simulation third =
        *simulate(survey, {.seed = 42, .mix = {}, .first = 50000});
    first.run(12345);
    third.run(20001);
    second.run(50000 - 12345);
    EXPECT_TRUE(third.merge(first));
    EXPECT_TRUE(third.merge(second));
    EXPECT_EQ(printed(third.report()), wanted);
    EXPECT_EQ(third.respondents(), 70001);

    Simulation other = simulation(survey, {}, 43);
    other.run(70001);
    EXPECT_NE(printed(other.report()), wanted);
    EXPECT_FALSE(third.merge(other));
    EXPECT_EQ(printed(third.report()), wanted);
  }
}

/// Twenty questions that are each followed by one more for half of all: more
/// ways than are counted one by one.
std::string many_ways() {
  std::string steps;
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    const std::string below = i == 19 ? "end" : "q" + std::to_string(i + 1);
    steps += R"({"id":"q)" + n +
             R"(","type":"consent","text":"Q","next":[{"when":{"step":"q)" + n +
             R"(","is":true},"to":"m)" + n + R"("},{"to":")" + below +
             R"("}]},{"id":"m)" + n + R"(","type":"text","text":"M"},)";
  }
  return around(steps + std::string(kEnd));
}

TEST(Simulate, CountsStepsOfWaysThatAreTooManyToCount) {
  const CompiledSurvey survey = compiled(many_ways());
  Mix mix;
  mix.drop_off = 0;
  Simulation run = simulation(survey, mix, 1);
  run.run(200000);
  const SimulationReport report = run.report({.top = 5});
  EXPECT_EQ(report.paths.size(), 5u);
  EXPECT_GT(report.other_paths, 190000);
  for (const SimulatedStep& step : report.steps) {
    SCOPED_TRACE(step.id);
    expect_share(step.reached, 200000, step.id[0] == 'm' ? 0.5 : 1);
    EXPECT_EQ(step.left, 0);
  }
  EXPECT_EQ(report.completed, 200000);
  // 20 and as many as a binomial of 20 halves: 30 on average, 33 at p90.
  EXPECT_NEAR(*report.questions.mean, 30, 0.03);
  EXPECT_EQ(report.questions.median, 30);
  EXPECT_EQ(report.questions.p90, 33);
  Simulation apart = run.part(0);
  Simulation rest = run.part(77777);
  apart.run(77777);
  rest.run(200000 - 77777);
  EXPECT_TRUE(apart.merge(rest));
  EXPECT_EQ(printed(apart.report({.top = 5})), printed(report));
}

TEST(Simulate, DrawsThemesAndSentimentOfComments) {
  // A comment has the theme with a chance of 0.25; a promoter's sounds bad
  // in 1 of 10 cases.
  const CompiledSurvey survey =
      compiled(around(nps() +
                      R"(,{"id":"why","type":"text","text":"W","next":[
          {"when":{"theme":["billing","staff"]},"to":"theme"},
          {"when":{"sentiment":-1},"to":"bad"},{"to":"end"}]},
         {"id":"theme","type":"end","text":"T"},
         {"id":"bad","type":"end","text":"B"},)" +
                      std::string(kEnd)));
  Arena arena;
  Mix mix = mix_of(arena);
  mix.drop_off = 0;
  mix.theme = 0.25;
  Simulation run = simulation(survey, mix, 3);
  run.run(200000);
  const SimulationReport report = run.report();
  const double themed = 1 - 0.75 * 0.75;
  expect_share(report.steps[2].reached, 200000, themed);
  expect_share(report.steps[3].by_segment.detractor, 200000,
               (1 - themed) * 0.31 * 0.7);
  expect_share(report.steps[3].by_segment.passive, 200000,
               (1 - themed) * 0.27 * 0.3);
  expect_share(report.steps[3].by_segment.promoter, 200000,
               (1 - themed) * 0.42 * 0.1);
}

TEST(Simulate, AnswersStepsAsTheirMixSays) {
  const CompiledSurvey survey = compiled(branching());
  Arena arena;
  Mix mix = mix_of(arena);
  mix.drop_off = 0;
  mix.steps = arena.list<StepMix>(4);
  mix.steps[0].step = "score";
  mix.steps[0].habits.points =
      arena.list<double>({0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 0});
  mix.steps[1].step = "why";
  mix.steps[1].habits.skip = 0;
  mix.steps[1].habits.more = 0;
  mix.steps[1].habits.options = arena.list<Weight>({{"rude", 3}, {"other", 1}});
  mix.steps[2].step = "quote";
  mix.steps[2].habits.drop_off = 0.5;
  mix.steps[2].habits.skip = 0;
  mix.steps[2].habits.yes = 1;
  mix.steps[3].step = "more";
  mix.steps[3].habits.skip = 1;
  mix.traits = arena.list<TraitMix>(1);
  mix.traits[0] = {"plan", arena.list<Weight>({{"pro", 1}, {"free", 9}})};
  mix.locales = arena.list<Weight>({{"de-AT", 1}, {"fr", 3}});
  Simulation run = simulation(survey, mix, 11);
  run.run(160000);
  const SimulationReport report = run.report();
  const auto reached = [&](std::size_t step) {
    return report.steps[step].reached;
  };
  expect_share(reached(1), 160000, 0.25);         // why
  expect_share(reached(2), 160000, 0.25 * 0.25);  // more, after "other"
  EXPECT_EQ(reached(3), 0);                       // both
  EXPECT_EQ(reached(4), 0);                       // stars
  expect_share(report.steps[5].left, 160000, 0.75 * 0.5);  // quote
  expect_share(reached(6), 160000, 0.75 * 0.5 * 0.1);      // who
  // "sorry": rude; yes but not pro and German, which nobody else speaks; pro
  // without a contact.
  expect_share(reached(7), 160000,
               0.25 * 0.75 + 0.375 * 0.9 * 0.25 + 0.375 * 0.1 * 0.8);
  EXPECT_EQ(report.starved, (std::vector<std::string>{"both", "stars"}));
}

TEST(Simulate, FindsStarvedStepsByTheBoundAsked) {
  const CompiledSurvey survey = compiled(around(
      nps(R"(,"next":[{"when":{"score":0},"to":"rare"},{"to":"end"}])") +
      R"(,{"id":"rare","type":"text","text":"R"},)" + std::string(kEnd)));
  Simulation run = simulation(survey, {}, 0);
  run.run(100000);  // 2 of 100 give 0
  EXPECT_TRUE(run.report().starved.empty());
  EXPECT_EQ(run.report({.starved_below = 0.05}).starved,
            (std::vector<std::string>{"rare"}));
}

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
