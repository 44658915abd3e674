#include "looplet/migrate.h"

#include <gtest/gtest.h>

#include <string>

#include "migrations.h"

namespace looplet::wire {
namespace {

using migrations::brought;
using migrations::Json;
using migrations::notes;
using migrations::step_of;
using migrations::walk;
using surveys::number;
using surveys::truth;
using surveys::word;

// --- SurveyJS

constexpr const char* kSurveyJs = R"({
  "title": {"default": "Your visit", "de": "Ihr Besuch"},
  "logoPosition": "right",
  "pages": [
    {"name": "first", "elements": [
      {"type": "rating", "name": "nps_score", "isRequired": true,
       "title": {"default": "Would you recommend us?",
                 "de": "Würden Sie uns empfehlen?"},
       "rateMin": 0, "rateMax": 10,
       "minRateDescription": "Never", "maxRateDescription": "Always"},
      {"type": "checkbox", "name": "what went wrong",
       "visibleIf": "{nps_score} < 7", "title": "What went wrong?",
       "choices": ["Price", {"value": "slow", "text": "Slow <b>service</b>"}],
       "showOtherItem": true, "otherText": "Something else",
       "choicesOrder": "random"},
      {"type": "comment", "name": "more", "title": "You gave {nps_score}. Why {now}?",
       "visibleIf": "{what went wrong} contains 'slow' or {plan} = 'pro'",
       "maxLength": 300}
    ]},
    {"name": "second", "visibleIf": "{nps_score} >= 9", "elements": [
      {"type": "boolean", "name": "quote", "title": "May we quote you?"},
      {"type": "text", "name": "mail", "inputType": "email",
       "title": "Your address", "visibleIf": "{quote} = true"},
      {"type": "matrix", "name": "grid", "columns": [1], "rows": [1]}
    ]}
  ],
  "completedHtml": "<h3>Thank you &amp; goodbye</h3>",
  "completedHtmlOnCondition": [
    {"expression": "{nps_score} <= 3", "html": "We are sorry"}
  ],
  "triggers": [{"type": "complete", "expression": "{nps_score} = 10"}]
})";

TEST(MigrateSurveyJs, KeepsQuestionsTextsAndConditions) {
  const Migration found = brought(kSurveyJs);
  EXPECT_EQ(found.from, MigrationSource::surveyjs);
  const Json survey = Json::parse(found.survey);
  EXPECT_EQ(survey["locale"], "en");
  EXPECT_EQ(survey["title"],
            Json::parse(R"({"en":"Your visit","de":"Ihr Besuch"})"));
  const Json nps = step_of(found, "nps_score");
  EXPECT_EQ(nps["type"], "nps");
  EXPECT_EQ(nps["text"]["de"], "Würden Sie uns empfehlen?");
  EXPECT_EQ(nps["low"], "Never");
  EXPECT_FALSE(nps.contains("optional"));
  const Json why = step_of(found, "what-went-wrong");
  EXPECT_EQ(why["many"], true);
  EXPECT_EQ(why["other"], true);
  EXPECT_EQ(why["shuffle"], true);
  EXPECT_EQ(why["optional"], true);
  EXPECT_EQ(why["otherText"], "Something else");
  EXPECT_EQ(why["options"], Json::parse(R"([{"id":"Price","text":"Price"},
                            {"id":"slow","text":"Slow service"}])"));
  EXPECT_EQ(step_of(found, "more")["text"],
            "You gave {nps_score|...}. Why {{now}?");
  EXPECT_EQ(step_of(found, "more")["maxLength"], 300);
  EXPECT_EQ(step_of(found, "mail")["fields"], Json::parse(R"(["email"])"));
  EXPECT_EQ(step_of(found, "end")["text"], "Thank you & goodbye");
}

TEST(MigrateSurveyJs, LeadsAsItsConditionsSay) {
  const Migration found = brought(kSurveyJs);
  Arena arena;
  EXPECT_EQ(walk(found, {number(8)}), "nps_score > end");
  EXPECT_EQ(walk(found, {number(5), surveys::options(arena, {"Price"})}),
            "nps_score > what-went-wrong > end");
  EXPECT_EQ(walk(found, {number(3), surveys::options(arena, {"Price", "slow"}),
                         word("x")}),
            "nps_score > what-went-wrong > more > end0");
  EXPECT_EQ(walk(found, {number(9), truth(false)}), "nps_score > quote > end");
  EXPECT_EQ(walk(found, {number(10), truth(true), Answer()}),
            "nps_score > quote > mail > end");
  TraitValue pro{"plan", "pro"};
  StartOptions who;
  who.traits = {&pro, 1};
  EXPECT_EQ(walk(found, {number(8), Answer()}, who), "nps_score > more > end");
}

TEST(MigrateSurveyJs, ListsWhatDidNotMap) {
  EXPECT_EQ(
      notes(brought(kSurveyJs)),
      "changed /pages/0/elements/1/choices/1: Texts here are plain; the "
      "markup was taken off.\n"
      "lost /pages/1/elements/2: A question of type 'matrix' has no "
      "counterpart and was left out.\n"
      "changed /completedHtml: Texts here are plain; the markup was taken "
      "off.\n"
      "lost /triggers/0: A trigger of type 'complete' has no counterpart; "
      "lead there by a rule.\n");
}

TEST(MigrateSurveyJs, ShiftsScalesThatDoNotBeginAtOne) {
  const Migration found = brought(R"({"elements":[
    {"type":"rating","name":"ease","rateMin":0,"rateMax":4,"isRequired":true,
     "title":"How easy?"},
    {"type":"comment","name":"why","visibleIf":"{ease} <= 1"},
    {"type":"rating","name":"steps","rateMin":-2,"rateMax":20,"title":"S"}]})");
  EXPECT_EQ(step_of(found, "ease")["points"], 5);
  // 0 and 1 of theirs are 1 and 2 of ours.
  EXPECT_EQ(walk(found, {number(2)}), "ease > why");
  EXPECT_EQ(walk(found, {number(3)}), "ease > steps");
  EXPECT_EQ(step_of(found, "steps")["options"].size(), 23u);
}

TEST(MigrateSurveyJs, ReadsExpressionsByTheirPrecedence) {
  const auto leads = [](const std::string& expression, double ease,
                        double nps) {
    const Migration found = brought(
        R"({"elements":[{"type":"rating","name":"n","rateMin":0,"rateMax":10,
            "isRequired":true},
           {"type":"rating","name":"e","isRequired":true},
           {"type":"comment","name":"seen","visibleIf":)" +
        Json(expression).dump() + "}]}");
    EXPECT_EQ(notes(found).find("was left out:"), std::string::npos)
        << notes(found);
    return walk(found, {number(nps), number(ease)}) == "n > e > seen";
  };
  const std::string mixed = "{n} = 1 or {n} = 2 and {e} = 3";
  EXPECT_TRUE(leads(mixed, 1, 1));
  EXPECT_TRUE(leads(mixed, 3, 2));
  EXPECT_FALSE(leads(mixed, 1, 2));
  const std::string grouped = "({n} = 1 || {n} == 2) && {e} = '3'";
  EXPECT_FALSE(leads(grouped, 1, 1));
  EXPECT_TRUE(leads(grouped, 3, 1));
  EXPECT_TRUE(leads("!({n} > 5) and 2 < {e}", 3, 5));
  EXPECT_FALSE(leads("!({n} > 5) and 2 < {e}", 2, 5));
  EXPECT_TRUE(leads("{e} anyof [1, 4] and {n} notempty", 4, 0));
  EXPECT_FALSE(leads("{e} anyof [1, 4] and {n} notempty", 3, 0));
  EXPECT_TRUE(leads("{n} <> 4", 1, 5));
  EXPECT_FALSE(leads("{n} != 4", 1, 4));
}

TEST(MigrateSurveyJs, NeverGuessesAtACondition) {
  for (const char* expression :
       {"{n} < {e}", "age({n}) > 3", "{n} = 'often'", "{n} +", "{n", "(((",
        "{e} > 99", "{unknown} > 3", "[1] = {n}", "", "{n} = 1 extra", "not"}) {
    if (*expression == '\0') continue;
    const Migration found = brought(
        R"({"elements":[{"type":"rating","name":"n","rateMin":0,"rateMax":10},
           {"type":"rating","name":"e"},
           {"type":"comment","name":"seen","visibleIf":)" +
        Json(expression).dump() + "}]}");
    EXPECT_NE(notes(found).find("lost /elements/2/visibleIf: The condition"),
              std::string::npos)
        << expression << "\n"
        << notes(found);
    // It is seen by all then.
    EXPECT_EQ(walk(found, {number(1), number(1)}), "n > e > seen");
  }
}

}  // namespace
}  // namespace looplet::wire
