#include "looplet/flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::contact;
using surveys::fault_lines;
using surveys::faults_of;
using surveys::kEnd;
using surveys::nps;
using surveys::number;
using surveys::options;
using surveys::options_and_other;
using surveys::truth;
using surveys::Walker;
using surveys::word;

const char* const kBySegment = R"(,"next":[
  {"when":{"segment":"detractor"},"to":"sorry"},
  {"when":{"segment":"passive"},"to":"almost"},{"to":"loved"}])";

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

// --- answers

/// A survey of one step and an end.
std::string only(const std::string& step) {
  return around(step + "," + std::string(kEnd));
}

constexpr char kNeeded[] =
    "answer_needed /answer: This step needs an answer.\n";

TEST(Answers, AnNpsTakesZeroToTen) {
  Walker walk(only(nps()));
  for (int score = 0; score <= 10; ++score) {
    EXPECT_EQ(walk.refuses(number(score)), "");
  }
  const std::string no =
      "wrong_number /answer: The step 'score' takes a whole number from 0 to "
      "10.\n";
  for (const double bad : {-1.0, 11.0, 7.5, 1e300, -1e300,
                           std::numeric_limits<double>::quiet_NaN(),
                           std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(walk.refuses(number(bad)), no) << bad;
  }
  EXPECT_EQ(walk.refuses(word("7")), no);
  EXPECT_EQ(walk.refuses(truth(true)), no);
  EXPECT_EQ(walk.refuses(Answer{}), kNeeded);
}

TEST(Answers, ARatingTakesOneToItsPoints) {
  Walker walk(only(
      R"({"id":"r","type":"rating","text":"R","low":"L","high":"H","points":7})"));
  EXPECT_EQ(walk.refuses(number(1)), "");
  EXPECT_EQ(walk.refuses(number(7)), "");
  for (const double bad : {0.0, 8.0, 2.5}) {
    EXPECT_EQ(walk.refuses(number(bad)),
              "wrong_number /answer: The step 'r' takes a whole number from 1 "
              "to 7.\n");
  }
}

const char* const kChoice =
    R"({"id":"c","type":"choice","text":"C","options":[)"
    R"({"id":"a","text":"A"},{"id":"b","text":"B"}])";

TEST(Answers, AChoiceTakesOneOfItsOptions) {
  Walker walk(only(std::string(kChoice) + "}"));
  Arena& arena = walk.arena;
  EXPECT_EQ(walk.refuses(word("a")), "");
  EXPECT_EQ(walk.refuses(options(arena, {"b"})), "");
  EXPECT_EQ(walk.refuses(word("z")),
            "unknown_option /answer: The step 'c' has no option 'z'.\n");
  EXPECT_EQ(walk.refuses(options(arena, {"a", "b"})),
            "wrong_answer /answer: The step 'c' takes one option only.\n");
  EXPECT_EQ(walk.refuses(options_and_other(arena, {"a"}, "mine")),
            "wrong_answer /answer/other: The step 'c' takes none but its own "
            "options.\n"
            "wrong_answer /answer: The step 'c' takes one option only.\n");
  EXPECT_EQ(walk.refuses(number(1)),
            "wrong_answer /answer: The step 'c' takes the id of an option.\n");
  EXPECT_EQ(walk.refuses(options(arena, {})), kNeeded);
  EXPECT_EQ(walk.refuses(Answer{}), kNeeded);
}

TEST(Answers, AChoiceOfManyTakesEachOnce) {
  Walker walk(only(std::string(kChoice) + R"(,"many":true,"other":true})"));
  Arena& arena = walk.arena;
  EXPECT_EQ(walk.refuses(options(arena, {"b", "a"})), "");
  EXPECT_EQ(walk.refuses(options_and_other(arena, {"a"}, "mine")), "");
  EXPECT_EQ(walk.refuses(options_and_other(arena, {}, "mine")), "");
  EXPECT_EQ(walk.refuses(options_and_other(arena, {}, " \n")), kNeeded);
  EXPECT_EQ(walk.refuses(options(arena, {"a", "a"})),
            "duplicate_id /answer: The id 'a' is used twice; every id must be "
            "its own.\n");
  EXPECT_EQ(walk.refuses(options(arena, {"x", "y"})),
            "unknown_option /answer: The step 'c' has no option 'x'.\n"
            "unknown_option /answer: The step 'c' has no option 'y'.\n");
  EXPECT_EQ(
      walk.refuses(options_and_other(arena, {}, std::string(501, 'x'))),
      "too_long /answer/other: This is 501 characters long; at most 500 are "
      "allowed.\n");
}

TEST(Answers, ABlankOtherIsNoSecondChoice) {
  Walker walk(only(std::string(kChoice) + R"(,"other":true})"));
  walk.give(options_and_other(walk.arena, {"a"}, "  "));
  EXPECT_EQ(walk.state.given[0].answer.text, "");
}

TEST(Answers, ATextIsCountedInCodePoints) {
  Walker walk(only(R"({"id":"t","type":"text","text":"T","maxLength":3})"));
  EXPECT_EQ(walk.refuses(word("\xF0\x9F\x98\x80\xC3\xA4z")), "");
  EXPECT_EQ(walk.refuses(word("abcd")),
            "too_long /answer: This is 4 characters long; at most 3 are "
            "allowed.\n");
  EXPECT_EQ(walk.refuses(word(" \t\r\n")), kNeeded);
  EXPECT_EQ(walk.refuses(number(1)),
            "wrong_answer /answer: The step 't' takes a text.\n");
}

TEST(Answers, AConsentIsTrueOrFalse) {
  Walker walk(only(R"({"id":"k","type":"consent","text":"K"})"));
  EXPECT_EQ(walk.refuses(truth(true)), "");
  EXPECT_EQ(walk.refuses(truth(false)), "");
  EXPECT_EQ(walk.refuses(word("yes")),
            "wrong_answer /answer: The step 'k' takes true or false.\n");
}

TEST(Answers, AStatementTakesNone) {
  Walker walk(only(R"({"id":"p","type":"statement","text":"P"})"));
  EXPECT_EQ(walk.refuses(Answer{}), "");
  EXPECT_EQ(walk.refuses(truth(true)),
            "wrong_answer /answer: The step 'p' takes no answer.\n");
}

TEST(Answers, AContactTakesItsFields) {
  const std::string step =
      R"({"id":"w","type":"contact","text":"W","fields":["name","email"])";
  Walker walk(only(step + "}"));
  EXPECT_EQ(walk.refuses(contact({"Zoe", "zoe@example.com", "", false})), "");
  EXPECT_EQ(walk.refuses(contact({"Zoe", "", "", false})),
            "answer_needed /answer/email: This step needs an answer.\n");
  EXPECT_EQ(walk.refuses(contact({"Zoe", "z@e.com", "123", false})),
            "wrong_answer /answer/phone: The step 'w' takes only what it asks "
            "for.\n");
  for (const char* bad :
       {"zoe", "@example.com", "zoe@", "zoe@example", "zoe@.com",
        "zoe@example.", "a@b@c.de", "a b@c.de", "<a@b.de>"}) {
    EXPECT_EQ(walk.refuses(contact({"Zoe", bad, "", false})),
              "bad_email /answer/email: '" + std::string(bad) +
                  "' is not an e-mail address.\n");
  }
  EXPECT_EQ(
      walk.refuses(word("Zoe")),
      "wrong_answer /answer: The step 'w' takes name, email and phone.\n");
  EXPECT_EQ(walk.refuses(contact({" ", "", "", true})), kNeeded);
  const std::string long_name(201, 'x');
  EXPECT_EQ(walk.refuses(contact({long_name, "z@e.com", "", false})),
            "too_long /answer/name: This is 201 characters long; at most 200 "
            "are allowed.\n");

  Walker asks(only(step + R"(,"consent":"Yes?","optional":true})"));
  EXPECT_EQ(
      asks.refuses(contact({"Zoe", "", "", false})),
      "consent_needed /answer/consent: Tick the box to let us keep how to "
      "reach you, or leave the fields empty.\n");
  EXPECT_EQ(asks.refuses(contact({"Zoe", "", "", true})), "");
  asks.give(contact({"", "", "", true}));
  EXPECT_EQ(asks.state.given[0].answer, Answer{});
}

TEST(Answers, AnOptionalStepMayBeSkipped) {
  Walker walk(only(R"({"id":"t","type":"text","text":"T","optional":true})"));
  EXPECT_EQ(walk.refuses(Answer{}), "");
  walk.give(word("   "));
  EXPECT_EQ(walk.state.given[0].answer, Answer{});
}

// --- drawing

TEST(Drawing, SpeaksTheRespondentsLanguage) {
  const std::string survey = around(
      R"({"id":"p","type":"statement","text":{"en":"Hello","de":"Hallo","pt-BR":"Oi"},"help":{"en":"Help"}},)" +
      std::string(kEnd));
  EXPECT_EQ(Walker(survey, {"de-AT", {}, 0}).state.step.text, "Hallo");
  EXPECT_EQ(Walker(survey, {"de-AT", {}, 0}).state.locale, "de");
  EXPECT_EQ(Walker(survey, {"de", {}, 0}).state.step.help, "Help");
  EXPECT_EQ(Walker(survey, {"pt", {}, 0}).state.step.text, "Oi");
  EXPECT_EQ(Walker(survey, {"fr", {}, 0}).state.locale, "en");
  EXPECT_EQ(Walker(survey, {"", {}, 0}).state.step.text, "Hello");
}

TEST(Drawing, PipesAnswersTraitsAndTheSurveysOwnWords) {
  TraitValue traits[] = {{"plan", "pro"}};
  Walker walk(
      around(
          nps() + "," + kChoice + R"(,"many":true,"other":true},)" +
          R"({"id":"t","type":"text","text":"{subject} {owner|we} {score} {segment} {c} {plan} {none|-}"},)" +
          R"({"id":"end","type":"end","text":"{t}{t}"})"),
      {"", traits, 0});
  walk.give(number(9)).give(options_and_other(walk.arena, {"b", "a"}, "{c}"));
  EXPECT_EQ(walk.state.step.text, "Acme we 9 promoter B, A, {c} pro -");
  walk.give(word("{score}"));
  EXPECT_EQ(walk.state.step.text, "{score}{score}");
}

TEST(Drawing, PipesIntoOptionsOneLevelDeep) {
  Walker walk(around(
      nps() +
      R"(,{"id":"c","type":"choice","text":"C","options":[{"id":"a","text":"{score} {c|?}"}]},)"
      R"({"id":"end","type":"end","text":"<{c}>"})"));
  walk.give(number(4));
  EXPECT_EQ(walk.state.step.options[0].text, "4 ?");
  walk.give(word("a"));
  EXPECT_EQ(walk.state.step.text, "<4 ?>");
}

TEST(Drawing, DropsLinksThatPipingMadeUnsafe) {
  const std::string survey = around(
      R"({"id":"t","type":"text","text":"T"},
         {"id":"end","type":"end","text":"E","actions":[
           {"kind":"link","text":"A","url":"https://example.com/?q={t}"},
           {"kind":"copy","text":"B","code":"SAVE10"}]})");
  Walker plain(survey);
  plain.give(word("javascript:x&y"));
  ASSERT_EQ(plain.state.step.actions.size(), 2u);
  EXPECT_EQ(plain.state.step.actions[0].url,
            "https://example.com/?q=javascript%3Ax%26y");
  EXPECT_EQ(plain.state.step.actions[1].code, "SAVE10");
  Walker hostile(survey);
  hostile.give(word(std::string(2000, 'x')));  // the link is too long now
  ASSERT_EQ(hostile.state.step.actions.size(), 1u);
  EXPECT_EQ(hostile.state.step.actions[0].kind, ActionKind::copy);
}

std::string shuffled(std::int64_t seed) {
  std::string options;
  for (char c = 'a'; c <= 'h'; ++c) {
    options += (options.empty() ? "" : ",") + std::string(R"({"id":")") + c +
               R"(","text":"T"})";
  }
  Walker walk(
      only(
          R"({"id":"pick","type":"choice","text":"C","shuffle":true,"options":[)" +
          options + "]}"),
      {"", {}, seed});
  std::string order;
  for (const OptionView& option : walk.state.step.options) order += option.id;
  return order;
}

TEST(Drawing, ShufflesTheSameForTheSameSeed) {
  // Computed by another program: splitmix64 in Python.
  EXPECT_EQ(shuffled(0), "hcfgdeba");
  EXPECT_EQ(shuffled(1), "bgfchdea");
  EXPECT_EQ(shuffled(42), "hecadgfb");
  EXPECT_EQ(shuffled(9007199254740992), "dfcehbga");
}

TEST(Drawing, ShufflingOnlyChangesTheOrder) {
  for (std::int64_t seed = 0; seed < 100; ++seed) {
    std::string order = shuffled(seed);
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, "abcdefgh") << seed;
  }
}

TEST(Drawing, ProgressNeverGoesBack) {
  const std::string survey =
      around(nps(kBySegment) +
             R"(,{"id":"sorry","type":"text","text":"S","optional":true,
           "next":[{"when":{"step":"sorry","answered":true},"to":"more"},{"to":"end"}]},
          {"id":"more","type":"statement","text":"M"},
          {"id":"almost","type":"consent","text":"A",
           "next":[{"when":{"step":"almost","is":true},"to":"end"}]},
          {"id":"loved","type":"statement","text":"L"},)" +
             std::string(kEnd));
  std::mt19937 random(7);  // NOLINT: the same walks every time
  for (int i = 0; i < 500; ++i) {
    Walker walk(survey);
    EXPECT_EQ(walk.state.step.progress, 0);
    double before = 0;
    while (walk.state.step.type != StepType::end) {
      const bool coin = random() % 2 == 0;
      switch (walk.state.step.type) {
        case StepType::nps:
          walk.give(number(static_cast<int>(random() % 11)));
          break;
        case StepType::text:
          walk.give(coin ? Answer{} : word("x"));
          break;
        case StepType::consent:
          walk.give(truth(coin));
          break;
        default:
          walk.give(Answer{});
      }
      EXPECT_GT(walk.state.step.progress, before);
      before = walk.state.step.progress;
    }
    EXPECT_EQ(before, 1);
  }
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
