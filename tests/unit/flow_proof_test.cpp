// `check` against everybody: random small surveys whose respondents are all
// walked through Flow::next, one by one. LOOPLET_RANDOM_SURVEYS=100000 asks
// more of them.
#include <gtest/gtest.h>

#include <cstdlib>

#include "flow_respondents.h"
#include "looplet/check.h"
#include "looplet/wire.h"
#include "survey_maker.h"
#include "surveys.h"

namespace looplet {
namespace {

using surveys::Shown;

constexpr long kMostWalks = 4000;
constexpr const char* kSegmentNames[] = {"detractor", "passive", "promoter"};

std::string step_at(std::size_t step) {
  return "/steps/" + std::to_string(step);
}

std::string rule_at(const Step& step, std::size_t s, std::size_t rule) {
  const bool plain = step.next.rules.size() == 1 && !step.next.rules[0].when;
  return step_at(s) + "/next" + (plain ? "" : "/" + std::to_string(rule));
}

/// What must be found, one "severity code where" a line.
std::set<std::string> expected(const CompiledSurvey& survey,
                               const Shown& shown) {
  std::set<std::string> out;
  const List<Step> steps = survey.survey.steps;
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const auto at = static_cast<int>(s);
    if (shown.reached.count(at) == 0) {
      bool named = false;
      for (const int from : shown.reached) {
        const auto place = static_cast<std::size_t>(from);
        for (const Rule& rule : steps[place].next.rules) {
          named = named || rule.to == steps[s].id;
        }
      }
      out.insert(
          (named ? "error step_for_nobody " : "error unreachable_step ") +
          step_at(s));
      continue;
    }
    bool covered = false;
    for (std::size_t r = 0; r < steps[s].next.rules.size(); ++r) {
      const std::pair<int, int> rule{at, static_cast<int>(r)};
      const bool always = !steps[s].next.rules[r].when;
      const std::string where = rule_at(steps[s], s, r);
      if (shown.held.count(rule) == 0) {
        out.insert("error contradictory_rule " + where + "/when");
      } else if (shown.chosen.count(rule) == 0) {
        out.insert(std::string(always && !covered ? "warning" : "error") +
                   " shadowed_rule " + where);
      }
      covered = covered || always;
    }
  }
  for (const std::string& missing : shown.missing) {
    out.insert("error maybe_not_given " + missing);
  }
  for (int i = 0; i < 3; ++i) {
    if ((shown.unasked >> i & 1) == 0) continue;
    out.insert("warning no_follow_up " +
               step_at(static_cast<std::size_t>(survey.score_step)) + " " +
               kSegmentNames[i]);
  }
  return out;
}

/// What was found, written alike.
std::set<std::string> found_by(const Check& found) {
  std::set<std::string> out;
  for (const Problem& problem : found.problems) {
    std::string line =
        problem.severity == Severity::error ? "error " : "warning ";
    line +=
        std::string(code_name(problem.fault.code)) + " " + problem.fault.where;
    switch (problem.fault.code) {
      case Code::maybe_not_given: {
        const std::string& message = problem.fault.message;
        line += " " + message.substr(1, message.find('\'', 1) - 1);
        break;
      }
      case Code::no_follow_up:
        for (const std::string name : kSegmentNames) {
          if (problem.fault.message.find(name) != std::string::npos) {
            line += " " + name;
          }
        }
        break;
      case Code::score_left_out:
      case Code::score_covered_twice:
      case Code::missing_language:
      case Code::unknown_name:
        continue;  // of no respondents
      default:
        break;
    }
    out.insert(line);
  }
  return out;
}

std::string lines(const std::set<std::string>& all) {
  std::string out;
  for (const std::string& line : all) out += line + "\n";
  return out;
}

std::string edges_shown(const CompiledSurvey& survey, const Shown& shown) {
  std::set<std::string> out;
  const List<Step> steps = survey.survey.steps;
  for (const auto& [edge, segments] : shown.edges) {
    std::string line(steps[static_cast<std::size_t>(edge.first)].id);
    line += ">" + std::string(steps[static_cast<std::size_t>(edge.second)].id);
    for (int i = 0; i < 3; ++i) {
      if ((segments >> i & 1) != 0 || survey.score_step < 0) {
        line += std::string(" ") + kSegmentNames[i];
      }
    }
    out.insert(line);
  }
  return lines(out);
}

std::string edges_found(const Check& found) {
  std::set<std::string> out;
  for (const Edge& edge : found.edges) {
    if (!edge.possible) continue;
    std::string line = edge.from + ">" + edge.to;
    for (const Segment segment : edge.segments) {
      line += " " + std::string(segment_name(segment));
    }
    out.insert(line);
  }
  return lines(out);
}

/// "12/5" for all and for each segment: ways and the longest.
std::string ways_shown(const CompiledSurvey& survey, const Shown& shown) {
  std::string out;
  for (const int mask : {15, 1, 2, 4}) {
    if (mask != 15 && survey.score_step < 0) continue;
    std::size_t count = 0;
    std::size_t longest = 0;
    for (const auto& [path, segments] : shown.paths) {
      if ((segments & mask) == 0) continue;
      ++count;
      if (path.size() > longest) longest = path.size();
    }
    out += std::to_string(count) + "/" + std::to_string(longest) + " ";
  }
  return out;
}

std::string ways_found(const Check& found) {
  const auto written = [](double count, std::int64_t longest) {
    return std::to_string(static_cast<std::size_t>(count)) + "/" +
           std::to_string(longest) + " ";
  };
  std::string out = written(found.count, found.longest);
  for (const SegmentPaths& own : found.by_segment) {
    out += written(own.count, own.longest);
  }
  return out;
}

bool asks_of_comments(const Condition& condition) {
  if (!condition.theme.empty() || !condition.sentiment.empty()) return true;
  for (const List<Condition>& list :
       {condition.all, condition.any, condition.negated}) {
    for (const Condition& part : list) {
      if (asks_of_comments(part)) return true;
    }
  }
  return false;
}

/// Gives the answers of every witness to the engine itself.
void expect_replays(const CompiledSurvey& survey, const Check& found) {
  // What a comment is about is not this engine's to find.
  for (const Step& step : survey.survey.steps) {
    for (const Rule& rule : step.next.rules) {
      if (rule.when && asks_of_comments(*rule.when)) return;
    }
  }
  for (const Problem& problem : found.problems) {
    if (problem.witness.empty()) continue;
    Arena arena;
    StartOptions options;
    options.locale = problem.locale;
    options.traits = problem.traits;
    State state = start(survey, options, arena);
    for (const Given& given : problem.replay) {
      ASSERT_EQ(state.step.id, given.step) << problem.witness;
      const Result<State> next = answer(survey, state, given.answer, arena);
      ASSERT_TRUE(next) << problem.witness << "\n"
                        << surveys::fault_lines(next.faults());
      state = *next;
    }
    if (problem.fault.code == Code::maybe_not_given) {
      const std::string where = problem.fault.where;
      const auto step = static_cast<std::size_t>(std::stoi(where.substr(7)));
      ASSERT_EQ(state.step.id, survey.survey.steps[step].id) << problem.witness;
    }
    if (problem.fault.code == Code::no_follow_up) {
      ASSERT_EQ(state.step.type, StepType::end) << problem.witness;
    }
  }
}

int how_many() {
  const char* const wanted = std::getenv("LOOPLET_RANDOM_SURVEYS");
  return wanted == nullptr ? 10'000 : std::atoi(wanted);
}

TEST(FlowProof, FindsWhatEverybodyShowsAndNothingElse) {
  const int count = how_many();
  int passed_over = 0;
  int faulty = 0;
  int sound = 0;
  for (int i = 0; i < count; ++i) {
    Arena arena;
    const Survey survey =
        surveys::SurveyMaker(arena, static_cast<unsigned>(i)).make();
    const Result<CompiledSurvey> compiled = compile(survey, Arena());
    ASSERT_TRUE(compiled) << surveys::fault_lines(compiled.faults());
    Shown shown;
    if (!surveys::ask_everybody(*compiled, kMostWalks, shown)) {
      ++passed_over;
      continue;
    }
    const Check found = check(survey);
    ASSERT_TRUE(shown.agreed) << "survey " << i;
    ASSERT_TRUE(found.exact) << "survey " << i;
    const std::set<std::string> wanted = expected(*compiled, shown);
    ASSERT_EQ(lines(found_by(found)), lines(wanted)) << "survey " << i;
    ASSERT_EQ(edges_found(found), edges_shown(*compiled, shown))
        << "survey " << i;
    ASSERT_EQ(ways_found(found), ways_shown(*compiled, shown))
        << "survey " << i;
    expect_replays(*compiled, found);
    if (testing::Test::HasFatalFailure()) return;
    ++(wanted.empty() ? sound : faulty);
  }
  // Enough of each for the comparison to say something.
  EXPECT_LT(passed_over, count / 4);
  EXPECT_GT(sound, count / 50);
  EXPECT_GT(faulty, count / 4);
}

}  // namespace
}  // namespace looplet
