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
using surveys::kChoice;
using surveys::kEnd;
using surveys::nps;
using surveys::number;
using surveys::only;
using surveys::options;
using surveys::options_and_other;
using surveys::truth;
using surveys::Walker;
using surveys::word;

// --- answers

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

}  // namespace
}  // namespace looplet
