// Problems of a flow, each with the respondent who shows it.
#include <gtest/gtest.h>

#include <string>

#include "looplet/check.h"
#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::kEnd;
using surveys::nps;

/// The problems of one code: severity, place, sentence and witness, a line.
std::string problems(std::string_view json, Code code) {
  const Check found = wire::check_survey(json);
  std::string out;
  for (const Problem& problem : found.problems) {
    if (problem.fault.code != code) continue;
    out += problem.severity == Severity::error ? "error " : "warning ";
    out += problem.fault.where + ": " + problem.fault.message + " (" +
           problem.witness + ")\n";
  }
  return out;
}

std::string by_score(const std::string& rules) {
  return around(nps(R"(,"next":[)" + rules + "]") +
                R"(,{"id":"a","type":"text","text":"A","next":"end"},
                   {"id":"b","type":"text","text":"B","next":"end"},
                   {"id":"c","type":"text","text":"C","next":"end"},)" +
                std::string(kEnd));
}

TEST(CheckFlow, FindsScoresLeftOut) {
  EXPECT_EQ(
      problems(by_score(R"({"when":{"score":{"to":5}},"to":"a"},
                           {"when":{"score":{"from":7,"to":8}},"to":"b"},
                           {"when":{"score":{"from":9}},"to":"c"})"),
               Code::score_left_out),
      "warning /steps/0/next: No rule here is for the score 6: whoever gives "
      "that goes on to 'a'; add a rule, or one without a condition. (score 6: "
      "no rule holds, so it goes on to 'a')\n");
  EXPECT_NE(problems(by_score(R"({"when":{"score":{"to":3}},"to":"a"},
                                 {"when":{"score":{"from":7}},"to":"b"})"),
                     Code::score_left_out)
                .find("the scores 4, 5 and 6"),
            std::string::npos);
}

TEST(CheckFlow, LetsScoresFallThroughThatAreMeantTo) {
  for (const char* rules : {
           // Every score has a rule.
           R"({"when":{"score":{"to":6}},"to":"c"},
              {"when":{"score":{"from":7}},"to":"b"})",
           // The others are for everybody else.
           R"({"when":{"score":{"to":5}},"to":"b"},
              {"when":{"score":{"from":7}},"to":"c"},{"to":"a"})",
           // A whole segment goes on below.
           R"({"when":{"segment":"passive"},"to":"b"},
              {"when":{"segment":"promoter"},"to":"c"})",
           // The extremes are special.
           R"({"when":{"score":0},"to":"b"},{"when":{"score":10},"to":"c"})",
           // One rule alone is an exception.
           R"({"when":{"score":{"to":3}},"to":"c"})",
       }) {
    EXPECT_EQ(problems(by_score(rules), Code::score_left_out), "") << rules;
  }
}

TEST(CheckFlow, FindsScoresCoveredTwice) {
  EXPECT_EQ(
      problems(by_score(R"({"when":{"score":{"to":7}},"to":"a"},
                           {"when":{"score":[7,8]},"to":"b"},{"to":"c"})"),
               Code::score_covered_twice),
      "warning /steps/0/next/1/when: This rule is for the score 7 too, but "
      "the rule to 'a' above it takes that already. (score 7: goes to 'a', "
      "though the rule to 'b' is for it too)\n");
  // A staircase, and an exception before its rule.
  for (const char* rules : {
           R"({"when":{"score":{"to":6}},"to":"a"},
              {"when":{"score":{"to":8}},"to":"b"},{"to":"c"})",
           R"({"when":{"score":0},"to":"a"},
              {"when":{"segment":"detractor"},"to":"b"},{"to":"c"})",
       }) {
    EXPECT_EQ(problems(by_score(rules), Code::score_covered_twice), "");
  }
}

TEST(CheckFlow, FindsRulesThatNeverHold) {
  EXPECT_EQ(
      problems(by_score(R"({"when":{"segment":"promoter","score":{"to":8}},
                            "to":"c"},{"to":"a"})"),
               Code::contradictory_rule),
      "error /steps/0/next/0/when: This condition can never hold here; correct "
      "it or remove the rule. (score 3: this does not hold, nor after any "
      "other answers)\n");
  // A step that was passed by has no answer, and this one always was.
  EXPECT_NE(problems(around(nps(R"(,"next":[{"when":{"segment":"detractor"},
                 "to":"why"},{"to":"more"}])") +
                            R"(,{"id":"why","type":"choice","text":"W",
                 "options":[{"id":"x","text":"X"}],"next":"end"},
                {"id":"more","type":"text","text":"M",
                 "next":[{"when":{"step":"why","is":"x"},"to":"end"}]},
                {"id":"last","type":"text","text":"L"},)" +
                            std::string(kEnd)),
                     Code::contradictory_rule)
                .find("/steps/2/next/0/when"),
            std::string::npos);
  // A trait has the values that are declared.
  EXPECT_NE(problems(around(R"({"id":"q","type":"text","text":"Q",
                 "next":[{"when":{"trait":"plan","is":"gold"},"to":"end"}]},
                {"id":"p","type":"text","text":"P"},)" +
                                std::string(kEnd),
                            R"(,"traits":[{"name":"plan","values":["pro"]}])"),
                     Code::contradictory_rule),
            "");
}

TEST(CheckFlow, FindsRulesThatAreNeverUsed) {
  EXPECT_EQ(problems(by_score(R"({"when":{"segment":"detractor"},"to":"a"},
                                 {"when":{"score":{"to":4}},"to":"b"},
                                 {"to":"c"})"),
                     Code::shadowed_rule),
            "error /steps/0/next/1: This rule is never used: the rules above "
            "it take everybody it is for. (score 3: goes to 'a' by a rule "
            "above this one)\n");
  // A last rule for whoever is left is no error.
  EXPECT_EQ(problems(by_score(R"({"when":{"score":{"to":8}},"to":"a"},
                                 {"when":{"score":{"from":9}},"to":"b"},
                                 {"to":"a"})"),
                     Code::shadowed_rule)
                .substr(0, 8),
            "warning ");
}

TEST(CheckFlow, FindsStepsThatNoSegmentCanReach) {
  EXPECT_EQ(
      problems(around(nps(R"(,"next":[{"when":{"segment":"detractor"},
                  "to":"why"},{"to":"end"}])") +
                      R"(,{"id":"why","type":"text","text":"W","next":[
                  {"when":{"score":{"from":9}},"to":"gift"},{"to":"end"}]},
                 {"id":"gift","type":"text","text":"G"},)" +
                      std::string(kEnd)),
               Code::step_for_nobody),
      "error /steps/2: Rules lead to the step 'gift', but nobody who comes by "
      "can meet them; correct their conditions or remove it. (score 3, a "
      "comment at 'why': 'why' leads to 'end', as it does to other steps than "
      "'gift' whatever the answers)\n");
}

TEST(CheckFlow, FindsNamesWhoseAnswerMayBeMissing) {
  const auto with_text = [](const std::string& text) {
    return around(nps(R"(,"next":[{"when":{"segment":"detractor"},"to":"why"},
            {"to":"end"}])") +
                  R"(,{"id":"why","type":"choice","text":"W","optional":true,
             "options":[{"id":"price","text":"Price"}]},
            {"id":"end","type":"end","text":")" +
                  text + R"("})");
  };
  EXPECT_EQ(problems(with_text("{score}, {segment}, {why|it}"),
                     Code::maybe_not_given),
            "");
  EXPECT_EQ(problems(with_text("{why}"), Code::maybe_not_given),
            "error /steps/2/text: 'why' may not have been answered by then, "
            "which leaves a hole in the text; write a fallback as in "
            "'{why|it}'. (score 10: comes to 'end', where {why} is empty)\n");
}

TEST(CheckFlow, FindsSegmentsThatAreAskedNothingMore) {
  const std::string survey =
      around(nps(R"(,"next":[{"when":{"segment":"detractor"},"to":"why"},
                 {"when":{"segment":"passive"},"to":"note"},{"to":"end"}])") +
             R"(,{"id":"why","type":"text","text":"W","optional":true,
                  "next":"end"},
                 {"id":"note","type":"statement","text":"N"},)" +
             std::string(kEnd));
  EXPECT_EQ(
      problems(survey, Code::no_follow_up),
      "warning /steps/0: A passive may come from the score to the end without "
      "being asked anything more. (score 8: ends without a question about the "
      "score)\n"
      "warning /steps/0: A promoter may come from the score to the end without "
      "being asked anything more. (score 10: ends without a question about the "
      "score)\n");
}

TEST(CheckFlow, SaysWhetherACircleIsGoneRound) {
  const auto circle = [](const std::string& condition) {
    return around(nps() + R"(,{"id":"a","type":"text","text":"A",
                     "next":[{"when":)" +
                  condition + R"(,"to":"b"},{"to":"end"}]},
                    {"id":"b","type":"text","text":"B","next":"a"},)" +
                  std::string(kEnd));
  };
  EXPECT_EQ(problems(circle(R"({"segment":"detractor"})"), Code::loop),
            "error /steps/2/next: The steps 'a' > 'b' > 'a' lead in a circle, "
            "so the survey may never end. There are answers that go round it. "
            "(score 3, a comment at 'a', a comment at 'b': comes back to "
            "'a')\n");
  EXPECT_EQ(
      problems(circle(R"({"segment":"passive","score":9})"), Code::loop),
      "error /steps/2/next: The steps 'a' > 'b' > 'a' lead in a circle, so the "
      "survey may never end. No answers go round it as the conditions stand, "
      "but a survey is run only when its steps cannot lead back at all. ()\n");
}

TEST(CheckFlow, ShowsFaultsThatNeedNoProof) {
  EXPECT_EQ(
      problems(around(nps(R"(,"next":[{"when":{"score":7},"to":"x"},
                          {"to":"end"}])") +
                      "," + std::string(kEnd)),
               Code::unknown_target),
      "error /steps/0/next/0/to: There is no step 'x' to go to. (score 7: "
      "'score' leads to a step that is not there)\n");
  EXPECT_EQ(problems(around(std::string(kEnd) + "," +
                            R"({"id":"a","type":"text","text":"A"})"),
                     Code::dead_end),
            "error /steps/1: Nothing comes after the step 'a'; add an end step "
            "below it or say where it leads. ()\n");
  EXPECT_EQ(problems(around(nps()), Code::dead_end),
            "error /steps/0: Nothing comes after the step 'score'; add an end "
            "step below it or say where it leads. (score 3: nothing comes "
            "after 'score')\n");
  EXPECT_EQ(problems(around(nps() + R"(,{"id":"end","type":"end",
                      "text":"Please change your score."})"),
                     Code::asks_score_change),
            "warning /steps/1/text: 'change your score' asks to change the "
            "score; ask what to put right instead, never for another score. "
            "(score 3: comes to 'end')\n");
}

TEST(CheckFlow, GivesTheWitnessAsAnswers) {
  const Check found = wire::check_survey(around(
      R"({"id":"hi","type":"statement","text":"H"},
         {"id":"why","type":"choice","many":true,"text":"W","options":[
            {"id":"price","text":"P"},{"id":"speed","text":"S"}],
          "next":[{"when":{"all":[{"step":"why","includes":"speed"},
                                  {"trait":"plan","is":"pro"}]},"to":"tell"},
                  {"to":"end"}]},
         {"id":"tell","type":"text","text":"{more}","next":"end"},
         {"id":"more","type":"text","text":"M"},)" +
      std::string(kEnd)));
  for (const Problem& problem : found.problems) {
    if (problem.fault.code != Code::maybe_not_given) continue;
    EXPECT_EQ(problem.witness,
              "plan 'pro', 'speed' at 'why': comes to 'tell', where {more} is "
              "empty");
    ASSERT_EQ(problem.traits.size(), 1u);
    EXPECT_EQ(problem.traits[0].name, "plan");
    EXPECT_EQ(problem.traits[0].value, "pro");
    ASSERT_EQ(problem.replay.size(), 2u);
    EXPECT_EQ(problem.replay[0].step, "hi");
    EXPECT_EQ(problem.replay[0].answer.kind, Answer::Kind::none);
    ASSERT_EQ(problem.replay[1].answer.options.size(), 1u);
    EXPECT_EQ(problem.replay[1].answer.options[0], "speed");
    return;
  }
  ADD_FAILURE() << "not found";
}

TEST(CheckFlow, SegmentsOfAnEdgeAreThoseOfTheWholeWay) {
  // Only detractors come to "why", so only they go on from there.
  const Check found = wire::check_survey(
      around(nps(R"(,"next":[{"when":{"segment":"detractor"},"to":"why"},
          {"to":"end"}])") +
             R"(,{"id":"why","type":"text","text":"W"},)" + std::string(kEnd)));
  ASSERT_EQ(found.edges.size(), 3u);
  EXPECT_EQ(found.edges[2].from, "why");
  EXPECT_EQ(found.edges[2].segments,
            (std::vector<Segment>{Segment::detractor}));
  EXPECT_TRUE(found.exact);
}

/// As many pigeons as fit, each in one of too few holes: nobody meets the
/// condition, and that is long to prove.
std::string pigeons(int holes) {
  std::string steps;
  std::string pairs;
  const auto sits = [](int pigeon, int hole) {
    return R"({"step":"p)" + std::to_string(pigeon) + R"(","is":"h)" +
           std::to_string(hole) + R"("})";
  };
  std::string all;
  for (int p = 0; p <= holes; ++p) {
    steps += R"({"id":"p)" + std::to_string(p) +
             R"(","type":"choice","text":"P","options":[)";
    for (int h = 0; h < holes; ++h) {
      steps += std::string(h > 0 ? "," : "") + R"({"id":"h)" +
               std::to_string(h) + R"(","text":"H"})";
    }
    steps += "]},";
    std::string crowded;
    for (int other = 0; other < p; ++other) {
      for (int h = 0; h < holes; ++h) {
        crowded += (crowded.empty() ? R"({"all":[)" : R"(,{"all":[)") +
                   sits(p, h) + "," + sits(other, h) + "]}";
        if ((other * holes + h) % 60 == 59) {
          all += (all.empty() ? "" : ",") + (R"({"not":{"any":[)" + crowded) +
                 "]}}";
          crowded.clear();
        }
      }
    }
    if (crowded.empty()) continue;
    all += (all.empty() ? "" : ",") + (R"({"not":{"any":[)" + crowded) + "]}}";
  }
  return around(steps + R"({"id":"q","type":"statement","text":"Q",
                    "next":[{"when":{"all":[)" +
                all + R"(]},"to":"odd"},{"to":"end"}]},
                {"id":"odd","type":"statement","text":"O"},)" +
                std::string(kEnd));
}

TEST(CheckFlow, ClaimsNothingOfAPuzzleBeyondItsBound) {
  // Small enough to be decided, and too large.
  EXPECT_NE(problems(pigeons(5), Code::step_for_nobody), "");
  const std::string large = pigeons(11);
  ASSERT_LE(large.size(), kMaxSurveyBytes);
  EXPECT_EQ(problems(large, Code::step_for_nobody), "");
  EXPECT_EQ(problems(large, Code::contradictory_rule), "");
  EXPECT_EQ(problems(large, Code::not_decided).substr(0, 7), "warning");
}

}  // namespace
}  // namespace looplet
