// Conditions: every form by itself.
#include <gtest/gtest.h>

#include <string>

#include "looplet/flow.h"
#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::faults_of;
using surveys::nps;
using surveys::number;
using surveys::options;
using surveys::options_and_other;
using surveys::truth;
using surveys::Walker;
using surveys::word;

const char* const kAsked =
    R"({"id":"c","type":"choice","text":"C","many":true,"other":true,"optional":true,"options":[
         {"id":"a","text":"A","theme":"billing"},
         {"id":"b","text":"B","theme":"staff"},{"id":"d","text":"D"}]},
       {"id":"r","type":"rating","text":"R","low":"L","high":"H","optional":true},
       {"id":"k","type":"consent","text":"K","optional":true},
       {"id":"t","type":"text","text":"T","optional":true)";

std::string asking(const std::string& condition) {
  return around(nps(R"(,"optional":true)") + "," + kAsked +
                R"(,"next":[{"when":)" + condition +
                R"(,"to":"yes"},{"to":"no"}]},
                {"id":"yes","type":"end","text":"Y"},
                {"id":"no","type":"end","text":"N"})");
}

struct Person {
  Answer score, choice, rating, consent, text;
  std::string_view locale = "en";
  std::string_view plan = "";
};

bool holds(const std::string& condition, const Person& who) {
  TraitValue plan[] = {{"plan", who.plan}};
  StartOptions options{"", {}, 0};
  if (!who.plan.empty()) options.traits = plan;
  Walker walk(asking(condition), options);
  walk.state.locale = who.locale;
  walk.give(who.score).give(who.choice).give(who.rating);
  walk.give(who.consent).give(who.text);
  EXPECT_TRUE(walk.at() == "yes" || walk.at() == "no") << walk.at();
  return walk.at() == "yes";
}

Person scored(double score) {
  Person who;
  who.score = number(score);
  return who;
}

TEST(Condition, OfASegment) {
  const char* passive = R"({"segment":"passive"})";
  EXPECT_FALSE(holds(passive, scored(6)));
  EXPECT_TRUE(holds(passive, scored(7)));
  EXPECT_TRUE(holds(passive, scored(8)));
  EXPECT_FALSE(holds(passive, scored(9)));
  EXPECT_FALSE(holds(passive, {}));
  const char* ends = R"({"segment":["detractor","promoter"]})";
  EXPECT_TRUE(holds(ends, scored(0)));
  EXPECT_FALSE(holds(ends, scored(7)));
  EXPECT_TRUE(holds(ends, scored(10)));
  EXPECT_FALSE(holds(R"({"segment":["detractor","passive","promoter"]})", {}));
}

TEST(Condition, OfAScore) {
  for (int score = 0; score <= 10; ++score) {
    EXPECT_EQ(holds(R"({"score":4})", scored(score)), score == 4);
    EXPECT_EQ(holds(R"({"score":[0,10]})", scored(score)), score % 10 == 0);
    EXPECT_EQ(holds(R"({"score":{"from":3,"to":5}})", scored(score)),
              score >= 3 && score <= 5);
    EXPECT_EQ(holds(R"({"score":{"from":3}})", scored(score)), score >= 3);
    EXPECT_EQ(holds(R"({"score":{"to":3}})", scored(score)), score <= 3);
    EXPECT_TRUE(holds(R"({"score":{}})", scored(score)));
    EXPECT_FALSE(holds(R"({"score":{"from":5,"to":3}})", scored(score)));
  }
  EXPECT_FALSE(holds(R"({"score":{}})", {}));
}

TEST(Condition, OfAStepsAnswer) {
  EXPECT_TRUE(holds(R"({"step":"score","is":7})", scored(7)));
  EXPECT_FALSE(holds(R"({"step":"score","is":7})", scored(8)));
  Person who;
  who.rating = number(2);
  who.consent = truth(false);
  EXPECT_TRUE(holds(R"({"step":"r","is":2})", who));
  EXPECT_FALSE(holds(R"({"step":"r","is":3})", who));
  EXPECT_TRUE(holds(R"({"step":"k","is":false})", who));
  EXPECT_FALSE(holds(R"({"step":"k","is":true})", who));
  EXPECT_FALSE(holds(R"({"step":"k","is":false})", {}));
}

TEST(Condition, IsMeansThatOptionAlone) {
  Arena arena;
  Person who;
  const char* is = R"({"step":"c","is":"a"})";
  const char* includes = R"({"step":"c","includes":"a"})";
  EXPECT_FALSE(holds(is, who));
  who.choice = word("a");
  EXPECT_TRUE(holds(is, who));
  EXPECT_TRUE(holds(includes, who));
  who.choice = options(arena, {"a", "d"});
  EXPECT_FALSE(holds(is, who));
  EXPECT_TRUE(holds(includes, who));
  who.choice = options_and_other(arena, {"a"}, "x");
  EXPECT_FALSE(holds(is, who));
  EXPECT_TRUE(holds(includes, who));
  EXPECT_TRUE(holds(R"({"step":"c","includes":"other"})", who));
  who.choice = options(arena, {"b"});
  EXPECT_FALSE(holds(is, who));
  EXPECT_FALSE(holds(includes, who));
  EXPECT_FALSE(holds(R"({"step":"c","includes":"other"})", who));
}

TEST(Condition, OfHavingAnswered) {
  Person who;
  const char* yes = R"({"step":"t","answered":true})";
  const char* no = R"({"step":"t","answered":false})";
  EXPECT_FALSE(holds(yes, who));
  EXPECT_TRUE(holds(no, who));
  who.text = word("  ");
  EXPECT_TRUE(holds(no, who));
  who.text = word("x");
  EXPECT_TRUE(holds(yes, who));
  EXPECT_FALSE(holds(no, who));
}

TEST(Condition, OfATrait) {
  Person who;
  EXPECT_FALSE(holds(R"({"trait":"plan","is":"pro"})", who));
  who.plan = "pro";
  EXPECT_TRUE(holds(R"({"trait":"plan","is":"pro"})", who));
  EXPECT_FALSE(holds(R"({"trait":"plan","is":"Pro"})", who));
  EXPECT_FALSE(holds(R"({"trait":"other","is":"pro"})", who));
  who.plan = "7";
  EXPECT_TRUE(holds(R"({"trait":"plan","is":7})", who));
  who.plan = "true";
  EXPECT_TRUE(holds(R"({"trait":"plan","is":true})", who));
}

TEST(Condition, OfAThemeAndASentiment) {
  Arena arena;
  Person who;
  EXPECT_FALSE(holds(R"({"theme":"billing"})", who));
  who.choice = options(arena, {"a", "d"});
  EXPECT_TRUE(holds(R"({"theme":"billing"})", who));
  EXPECT_TRUE(holds(R"({"theme":["staff","billing"]})", who));
  EXPECT_FALSE(holds(R"({"theme":"staff"})", who));
  EXPECT_FALSE(holds(R"({"sentiment":0})", who));  // not known
  EXPECT_TRUE(holds(R"({"not":{"sentiment":[-1,0,1]}})", who));
}

TEST(Condition, OfALanguage) {
  Person who;
  who.locale = "de-AT";
  EXPECT_TRUE(holds(R"({"locale":"de"})", who));
  EXPECT_TRUE(holds(R"({"locale":["fr","DE-at"]})", who));
  EXPECT_FALSE(holds(R"({"locale":"de-CH"})", who));
  who.locale = "de";
  EXPECT_FALSE(holds(R"({"locale":"de-AT"})", who));
}

TEST(Condition, JoinsItsMembersByAnd) {
  Person who = scored(3);
  who.plan = "pro";
  EXPECT_TRUE(
      holds(R"({"segment":"detractor","trait":"plan","is":"pro"})", who));
  EXPECT_FALSE(
      holds(R"({"segment":"passive","trait":"plan","is":"pro"})", who));
  EXPECT_FALSE(
      holds(R"({"segment":"detractor","trait":"plan","is":"x"})", who));
  EXPECT_TRUE(holds("{}", who));
  EXPECT_FALSE(holds(R"({"score":3,"not":{"segment":"detractor"}})", who));
}

TEST(Condition, AllAnyNot) {
  const Person who = scored(3);
  const std::string t = R"({"score":3})";
  const std::string f = R"({"score":4})";
  EXPECT_TRUE(holds(R"({"all":[)" + t + "," + t + "]}", who));
  EXPECT_FALSE(holds(R"({"all":[)" + t + "," + f + "]}", who));
  EXPECT_TRUE(holds(R"({"any":[)" + f + "," + t + "]}", who));
  EXPECT_FALSE(holds(R"({"any":[)" + f + "," + f + "]}", who));
  EXPECT_TRUE(holds(R"({"not":)" + f + "}", who));
  EXPECT_FALSE(holds(R"({"not":{}})", who));
  EXPECT_FALSE(holds(R"({"all":[)" + t + R"(],"any":[)" + f + "]}", who));
  EXPECT_TRUE(holds(
      R"({"not":{"not":{"all":[)" + t + R"(,{"not":)" + f + "}]}}}", who));
}

TEST(Condition, ThatCannotBeAskedIsAFault) {
  const auto fault = [](const char* condition) {
    return faults_of(asking(condition));
  };
  const std::string at = " /steps/4/next/0/when";
  EXPECT_EQ(
      fault(R"({"step":"zz","is":1})"),
      "unknown_step" + at + "/step: There is no step 'zz' in this survey.\n");
  EXPECT_EQ(fault(R"({"step":"c"})"),
            "bad_condition" + at +
                ": A condition about a step needs 'step' and one of 'is', "
                "'includes' and 'answered'.\n");
  EXPECT_EQ(fault(R"({"is":"x"})"), fault(R"({"step":"c"})"));
  EXPECT_EQ(fault(R"({"step":"c","is":"a","answered":true})"),
            fault(R"({"step":"c"})"));
  EXPECT_EQ(fault(R"({"trait":"plan"})"),
            "bad_condition" + at +
                ": A condition about a trait needs 'is', and no 'step'.\n");
  EXPECT_EQ(fault(R"({"step":"c","is":"zz"})"),
            "unknown_option" + at + "/is: The step 'c' has no option 'zz'.\n");
  EXPECT_EQ(
      fault(R"({"step":"c","includes":"zz"})"),
      "unknown_option" + at + "/includes: The step 'c' has no option 'zz'.\n");
  EXPECT_EQ(
      fault(R"({"step":"t","includes":"a"})"),
      "bad_condition" + at +
          "/includes: A condition about 'includes' needs a choice step.\n");
  EXPECT_EQ(fault(R"({"step":"r","is":6})"),
            "out_of_range" + at +
                "/is: 6 is out of range; it must be from 1 to 5.\n");
  EXPECT_EQ(fault(R"({"step":"k","is":"yes"})"),
            "bad_condition" + at +
                "/is: A condition about a consent needs true or false.\n");
  EXPECT_EQ(fault(R"({"step":"c","is":1})"),
            "bad_condition" + at +
                "/is: A condition about a choice needs the id of an option.\n");
  EXPECT_EQ(fault(R"({"step":"t","is":"x"})"),
            "bad_condition" + at +
                "/is: A condition about 'is' needs a step of type nps, rating, "
                "choice or consent.\n");
  EXPECT_EQ(fault(R"({"any":[{"not":{"step":"zz","is":1}}]})"),
            "unknown_step" + at +
                "/any/0/not/step: There is no step 'zz' in this survey.\n");
}

TEST(Condition, OfAScoreNeedsTheQuestion) {
  EXPECT_EQ(faults_of(around(R"({"id":"t","type":"text","text":"T",
                 "next":[{"when":{"score":1},"to":"end"}]},
                 {"id":"end","type":"end","text":"E"})")),
            "no_nps_step /steps/0/next/0/when: This asks about the score, but "
            "no step "
            "asks the 0-10 question.\n");
}

}  // namespace
}  // namespace looplet
