#include "looplet/flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::fault_lines;
using surveys::kBySegment;
using surveys::kEnd;
using surveys::nps;
using surveys::number;
using surveys::options;
using surveys::Walker;
using surveys::word;

std::string branching() {
  return around(nps(kBySegment) +
                R"(,{"id":"sorry","type":"text","text":"Sorry","next":"end"},
         {"id":"almost","type":"text","text":"Almost","next":"end"},
         {"id":"loved","type":"text","text":"Loved","optional":true},)" +
                std::string(kEnd));
}

// --- ways

TEST(Flow, LeadsEverySegmentItsWay) {
  for (int score = 0; score <= 10; ++score) {
    Walker walk(branching());
    EXPECT_EQ(walk.at(), "score");
    walk.give(number(score));
    EXPECT_EQ(walk.at(), score <= 6   ? "sorry"
                         : score <= 8 ? "almost"
                                      : "loved")
        << score;
    walk.give(word("because"));
    EXPECT_EQ(walk.at(), "end");
    EXPECT_EQ(walk.state.step.type, StepType::end);
  }
}

TEST(Flow, WithoutRulesGoesOnBelow) {
  Walker walk(around(nps() + "," + std::string(kEnd)));
  walk.give(number(3));
  EXPECT_EQ(walk.at(), "end");
}

TEST(Flow, TakesTheFirstRuleThatHolds) {
  Walker walk(around(
      nps(R"(,"next":[{"when":{"score":3},"to":"b"},{"when":{"score":[3,4]},"to":"a"}])") +
      R"(,{"id":"a","type":"statement","text":"A"},
         {"id":"b","type":"statement","text":"B"},)" +
      std::string(kEnd)));
  EXPECT_EQ(walk.give(number(3)).at(), "b");
  walk.state = *back(walk.survey, walk.state, walk.arena);
  EXPECT_EQ(walk.give(number(4)).at(), "a");
  walk.state = *back(walk.survey, walk.state, walk.arena);
  EXPECT_EQ(walk.give(number(5)).at(), "a");  // the step below
}

TEST(Flow, GoesBackToWhereItWas) {
  Walker walk(branching());
  const State first = walk.state;
  walk.give(number(9));
  const State second = walk.state;
  walk.give(word("fine"));
  EXPECT_EQ(*back(walk.survey, walk.state, walk.arena), second);
  EXPECT_EQ(*back(walk.survey, second, walk.arena), first);
}

TEST(Flow, CannotGoBackFromTheFirstStep) {
  Walker walk(branching());
  EXPECT_EQ(
      fault_lines(back(walk.survey, walk.state, walk.arena).faults()),
      "at_the_start /state: This is the first step; there is nothing to go "
      "back to.\n");
}

TEST(Flow, EndsAtAnEnd) {
  Walker walk(around(nps() + "," + std::string(kEnd)));
  walk.give(number(9));
  EXPECT_EQ(walk.refuses(number(9)),
            "survey_has_ended /answer: The survey has ended; there is nothing "
            "left to answer.\n");
}

TEST(Flow, RefusesAStateOfAnotherSurvey) {
  Walker walk(branching());
  walk.state.survey = "t";
  const std::string sentence =
      "other_survey /state: This belongs to the survey 't', revision 2; start "
      "again with revision 2 of 's'.\n";
  EXPECT_EQ(walk.refuses(number(9)), sentence);
  walk.state.survey = "s";
  walk.state.revision = 1;
  EXPECT_EQ(walk.refuses(number(9)),
            "other_survey /state: This belongs to the survey 's', revision 1; "
            "start again with revision 2 of 's'.\n");
}

TEST(Flow, RefusesAStateThatSkippedAStep) {
  Walker walk(branching());
  const Given given[] = {{"sorry", word("x")}};
  walk.state.given = walk.arena.list<Given>({given[0]});
  EXPECT_EQ(walk.refuses(number(9)),
            "not_on_path /state/given/0/step: The step 'sorry' does not come "
            "here; 'score' does.\n");
  walk.state.given =
      walk.arena.list<Given>({{"score", number(9)}, {"sorry", word("x")}});
  EXPECT_EQ(walk.refuses(number(9)),
            "not_on_path /state/given/1/step: The step 'sorry' does not come "
            "here; 'loved' does.\n");
  walk.state.given = walk.arena.list<Given>({{"score", number(11)}});
  EXPECT_EQ(
      walk.refuses(number(9)),
      "wrong_number /state/given/0/answer: The step 'score' takes a whole "
      "number from 0 to 10.\n");
}

// --- records

RecordOptions record_options() {
  RecordOptions options;
  options.id = "00000000-0000-4000-8000-000000000000";
  options.client_time = "2026-11-05T09:30:00Z";
  return options;
}

std::string themed() {
  return around(nps() +
                R"(,{"id":"c","type":"choice","text":"C","many":true,"options":[
            {"id":"a","text":"A","theme":"billing"},
            {"id":"b","text":"B","theme":"usability"}]},
          {"id":"p","type":"statement","text":"P"},
          {"id":"t","type":"text","text":"T","optional":true},)" +
                std::string(kEnd));
}

TEST(Judge, AcceptsWhatResponseMakes) {
  Walker walk(themed());
  walk.give(number(9)).give(options(walk.arena, {"a", "b"})).give(Answer{});
  for (int steps = 0; steps < 2; ++steps) {
    const Response record =
        *response(walk.survey, walk.state, record_options(), walk.arena);
    const Result<Verdict> verdict = judge(walk.survey, record);
    ASSERT_TRUE(verdict) << fault_lines(verdict.faults());
    EXPECT_EQ(verdict->score, 9);
    EXPECT_EQ(verdict->score, record.score);
    EXPECT_EQ(verdict->segment, Segment::promoter);
    EXPECT_EQ(themes_of(verdict->themes, walk.arena), record.themes);
    EXPECT_EQ(record.themes,
              walk.arena.list<Theme>({Theme::usability, Theme::billing}));
    EXPECT_EQ(verdict->complete, record.complete);
    EXPECT_EQ(record.complete, steps == 1);
    EXPECT_EQ(record.answers.size(), steps == 0 ? 2u : 3u);
    if (steps == 0) walk.give(Answer{});
  }
}

TEST(Judge, AgreesBeforeALastStatement) {
  Walker walk(around(nps() + R"(,{"id":"p","type":"statement","text":"P"},)" +
                     std::string(kEnd)));
  walk.give(number(2));
  EXPECT_EQ(walk.at(), "p");
  const Response record =
      *response(walk.survey, walk.state, record_options(), walk.arena);
  EXPECT_TRUE(record.complete);
  EXPECT_EQ(judge(walk.survey, record)->complete, record.complete);
}

TEST(Judge, DoesNotBelieveTheRecordsOwnFigures) {
  Walker walk(themed());
  walk.give(number(2));
  Response record =
      *response(walk.survey, walk.state, record_options(), walk.arena);
  record.score = 10;
  record.segment = Segment::promoter;
  record.complete = true;
  const Result<Verdict> verdict = judge(walk.survey, record);
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->score, 2);
  EXPECT_EQ(verdict->segment, Segment::detractor);
  EXPECT_FALSE(verdict->complete);
}

TEST(Judge, RefusesWhatIsNoWayThroughTheSurvey) {
  Walker walk(themed());
  Arena& arena = walk.arena;
  walk.give(number(9)).give(options(arena, {"a"})).give(Answer{});
  walk.give(word("x"));
  const Response good =
      *response(walk.survey, walk.state, record_options(), arena);
  const auto refusal = [&](std::initializer_list<RecordAnswer> answers) {
    Response record = good;
    record.answers = arena.list<RecordAnswer>(answers);
    const Result<Verdict> verdict = judge(walk.survey, record);
    return verdict ? "" : fault_lines(verdict.faults());
  };
  const RecordAnswer score{"score", StepType::nps, number(9)};
  const RecordAnswer choice{"c", StepType::choice, options(arena, {"a"})};
  const RecordAnswer text{"t", StepType::text, word("x")};
  EXPECT_EQ(refusal({score, choice, text}), "");
  EXPECT_EQ(refusal({}), "");
  EXPECT_EQ(refusal({choice, text}),
            "not_on_path /answers/0/step: The step 'c' does not come here; "
            "'score' does.\n");
  EXPECT_EQ(refusal({score, text, choice}),
            "not_on_path /answers/1/step: The step 't' does not come here; 'c' "
            "does.\n");
  EXPECT_EQ(refusal({score, choice, text, text}),
            "not_on_path /answers/3/step: The step 't' does not come here; "
            "'end' does.\n");
  EXPECT_EQ(refusal({score, choice, text, {"end", StepType::end, Answer{}}}),
            "survey_has_ended /answers/3: The survey has ended; there is "
            "nothing left to answer.\n");
  EXPECT_EQ(refusal({{"score", StepType::nps, number(12)}}),
            "wrong_number /answers/0/value: The step 'score' takes a whole "
            "number from 0 to 10.\n");
  EXPECT_EQ(refusal({{"score", StepType::text, number(9)}}),
            "wrong_type /answers/0/type: This is text; it must be nps.\n");
  Response other = good;
  other.revision = 1;
  EXPECT_EQ(fault_lines(judge(walk.survey, other).faults()),
            "other_survey /survey: This belongs to the survey 's', revision 1; "
            "start again with revision 2 of 's'.\n");
}

// --- what does not compile

TEST(Compile, RefusesMoreTestsThanItCanAddress) {
  Arena arena;
  Survey survey;
  survey.id = "s";
  survey.steps = arena.list<Step>(2);
  survey.steps[0].id = "score";
  survey.steps[0].type = StepType::nps;
  survey.steps[1].id = "end";
  survey.steps[1].type = StepType::end;
  Rule rule;
  rule.to = "end";
  rule.when.emplace();
  rule.when->all = arena.list<Condition>(40000);
  for (Condition& part : rule.when->all) {
    part.segment = arena.list<Segment>({Segment::passive});
  }
  survey.steps[0].next.rules = arena.list<Rule>({rule});
  const Result<CompiledSurvey> compiled = compile(survey, Arena());
  ASSERT_FALSE(compiled);
  EXPECT_EQ(fault_lines(compiled.faults()),
            "too_many /steps/0/next: There are 40000 items here; at most 32767 "
            "are allowed.\n");
}

TEST(Compile, RefusesASurveyOfNoStepsOrTooMany) {
  Arena arena;
  Survey survey;
  EXPECT_EQ(fault_lines(compile(survey, Arena()).faults()),
            "too_few /steps: There are 0 items here; at least 1 are needed.\n");
  survey.steps = arena.list<Step>(65);
  EXPECT_EQ(fault_lines(compile(survey, Arena()).faults()),
            "too_many /steps: There are 65 items here; at most 64 are "
            "allowed.\n");
}

}  // namespace
}  // namespace looplet
