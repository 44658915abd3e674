#include "looplet/migrate.h"

#include <gtest/gtest.h>

#include <string>

#include "migrations.h"

namespace looplet::wire {
namespace {

using migrations::brought;
using migrations::Json;
using migrations::notes;
using migrations::refusal;
using migrations::step_of;
using migrations::walk;
using surveys::number;
using surveys::word;

// --- Formbricks

constexpr const char* kFormbricks = R"({
  "id": "clx1", "name": "Product feedback", "type": "app",
  "languages": [{"default": true, "enabled": true, "language": {"code": "en"}},
                {"default": false, "enabled": true,
                 "language": {"code": "de"}}],
  "hiddenFields": {"enabled": true, "fieldIds": ["plan"]},
  "welcomeCard": {"enabled": true, "headline": {"default": "Hello"},
                  "html": {"default": "<p>Two minutes.</p>"},
                  "buttonLabel": {"default": "Start"}},
  "questions": [
    {"id": "nps", "type": "nps", "required": true,
     "headline": {"default": "Recommend us?", "de": "Empfehlen?"},
     "lowerLabel": {"default": "No"}, "upperLabel": {"default": "Yes"},
     "logic": [
       {"id": "l1",
        "conditions": {"id": "c1", "connector": "and", "conditions": [
          {"id": "x", "leftOperand": {"type": "question", "value": "nps"},
           "operator": "isLessThan",
           "rightOperand": {"type": "static", "value": 7}},
          {"id": "y", "connector": "or", "conditions": [
            {"id": "z", "leftOperand": {"type": "hiddenField", "value": "plan"},
             "operator": "equals",
             "rightOperand": {"type": "static", "value": "pro"}},
            {"id": "w", "leftOperand": {"type": "question", "value": "nps"},
             "operator": "equals",
             "rightOperand": {"type": "static", "value": 0}}]}]},
        "actions": [{"id": "a", "objective": "jumpToQuestion",
                     "target": "reach"}]},
       {"id": "l2",
        "conditions": {"id": "c2", "connector": "or", "conditions": [
          {"id": "v", "leftOperand": {"type": "question", "value": "nps"},
           "operator": "isGreaterThanOrEqual",
           "rightOperand": {"type": "static", "value": 9}}]},
        "actions": [{"id": "b", "objective": "jumpToQuestion",
                     "target": "fan"},
                    {"id": "c", "objective": "requireAnswer",
                     "target": "why"}]}]},
    {"id": "why", "type": "multipleChoiceMulti", "required": false,
     "headline": {"default": "You said #recall:nps/fallback:nothing#. Why?"},
     "choices": [{"id": "o1", "label": {"default": "Price"}},
                 {"id": "o2", "label": {"default": "Speed"}},
                 {"id": "other", "label": {"default": "Else"}}],
     "shuffleOption": "exceptLast",
     "logic": [{"id": "l3",
        "conditions": {"id": "c3", "connector": "and", "conditions": [
          {"id": "u", "leftOperand": {"type": "question", "value": "why"},
           "operator": "includesAllOf",
           "rightOperand": {"type": "static", "value": ["o1", "o2"]}}]},
        "actions": [{"id": "d", "objective": "jumpToQuestion",
                     "target": "sorry"}]}],
     "logicFallback": "fan"},
    {"id": "stars", "type": "rating", "required": true, "scale": "star",
     "range": 5, "headline": {"default": "Stars"}},
    {"id": "reach", "type": "contactInfo", "required": true,
     "headline": {"default": "Reach you"},
     "firstName": {"show": true}, "lastName": {"show": false},
     "email": {"show": true}, "phone": {"show": false},
     "company": {"show": true}, "logicFallback": "sorry"},
    {"id": "when", "type": "date", "required": false,
     "headline": {"default": "When?"}, "format": "d-M-y"}
  ],
  "endings": [
    {"id": "fan", "type": "endScreen", "headline": {"default": "Great!"},
     "buttonLabel": {"default": "Review"},
     "buttonLink": "https://example.com/review"},
    {"id": "sorry", "type": "endScreen", "headline": {"default": "Sorry"},
     "buttonLabel": {"default": "Bad"}, "buttonLink": "javascript:0"
},
    {"id": "away", "type": "redirectToUrl", "label": "Shop",
     "url": "https://example.com/shop"}
  ]
})";

TEST(MigrateFormbricks, KeepsQuestionsTextsAndEndings) {
  const Migration found = brought(kFormbricks);
  EXPECT_EQ(found.from, MigrationSource::formbricks);
  EXPECT_EQ(step_of(found, "welcome")["help"], "Two minutes.");
  EXPECT_EQ(step_of(found, "nps")["text"],
            Json::parse(R"({"en":"Recommend us?","de":"Empfehlen?"})"));
  const Json why = step_of(found, "why");
  EXPECT_EQ(why["text"], "You said {nps|nothing}. Why?");
  EXPECT_EQ(why["options"].size(), 2u);
  EXPECT_EQ(why["otherText"], "Else");
  EXPECT_EQ(step_of(found, "reach")["fields"],
            Json::parse(R"(["name","email"])"));
  EXPECT_EQ(step_of(found, "fan")["actions"][0]["url"],
            "https://example.com/review");
  EXPECT_FALSE(step_of(found, "sorry").contains("actions"));
}

TEST(MigrateFormbricks, LeadsAsItsLogicSays) {
  const Migration found = brought(kFormbricks);
  Arena arena;
  const auto from = [&](double score) {
    return std::vector<Answer>{Answer(), number(score)};
  };
  EXPECT_EQ(walk(found, from(9)), "welcome > nps > fan");
  EXPECT_EQ(walk(found, from(7)), "welcome > nps > why");
  EXPECT_EQ(walk(found, from(3)), "welcome > nps > why");
  EXPECT_EQ(walk(found, from(0)), "welcome > nps > reach");
  TraitValue pro{"plan", "pro"};
  StartOptions who;
  who.traits = {&pro, 1};
  EXPECT_EQ(walk(found, from(3), who), "welcome > nps > reach");
  std::vector<Answer> both = from(7);
  both.push_back(surveys::options(arena, {"o1", "o2"}));
  EXPECT_EQ(walk(found, both), "welcome > nps > why > sorry");
  std::vector<Answer> one = from(7);
  one.push_back(surveys::options(arena, {"o1"}));
  EXPECT_EQ(walk(found, one), "welcome > nps > why > fan");
}

TEST(MigrateFormbricks, ListsWhatDidNotMap) {
  const std::string all = notes(brought(kFormbricks));
  for (const char* part :
       {"changed /welcomeCard/html/default: Texts here are plain",
        "changed /questions/1/shuffleOption: All options are shuffled",
        "lost /questions/3/company: A company is not asked for.",
        "lost /questions/4: A question of type 'date' has no counterpart",
        "lost /endings/1/buttonLink: This address cannot be opened safely.",
        "lost /questions/0/logic/1/actions/1: An action 'requireAnswer'"}) {
    EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
  }
}

TEST(MigrateFormbricks, ReadsBlocksAndTheOlderLogic) {
  const Migration blocks = brought(R"({"name":"B","blocks":[
    {"id":"b1","name":"One","elements":[
      {"id":"stars","type":"rating","required":true,"range":5,"scale":"number",
       "headline":{"default":"S"}}],
     "logic":[{"id":"l","conditions":{"id":"c","connector":"and","conditions":[
       {"id":"s","leftOperand":{"type":"element","value":"stars"},
        "operator":"isGreaterThan",
        "rightOperand":{"type":"static","value":3}}]},
       "actions":[{"id":"a","objective":"jumpToBlock","target":"b3"}]}]},
    {"id":"b2","name":"Two","elements":[
      {"id":"why","type":"openText","required":true,
       "headline":{"default":"W"}}]},
    {"id":"b3","name":"Three","elements":[
      {"id":"ok","type":"consent","required":true,"label":{"default":"Yes"},
       "headline":{"default":"OK?"}}]}]})");
  EXPECT_EQ(walk(blocks, {number(4)}), "stars > ok");
  EXPECT_EQ(walk(blocks, {number(3), word("x")}), "stars > why > ok");
  const Migration old = brought(R"({"name":"O","questions":[
    {"id":"c","type":"multipleChoiceSingle","required":true,
     "headline":{"default":"C"},"choices":[
      {"id":"1","label":{"default":"A"}},{"id":"2","label":{"default":"B"}}],
     "logic":[{"condition":"equals","value":"1","destination":"end"}]},
    {"id":"t","type":"openText","required":true,"headline":{"default":"T"}}],
    "thankYouCard":{"enabled":true,"headline":{"default":"Ta"}}})");
  EXPECT_EQ(walk(old, {word("1")}), "c > end");
  EXPECT_EQ(walk(old, {word("2")}), "c > t");
  EXPECT_EQ(step_of(old, "end")["text"], "Ta");
}

// --- PostHog

constexpr const char* kPostHog = R"({
  "id": "0191", "name": "NPS", "type": "popover",
  "questions": [
    {"type": "rating", "question": "Recommend us?", "scale": 10,
     "display": "number", "lowerBoundLabel": "No", "upperBoundLabel": "Yes",
     "translations": {"de": {"question": "Empfehlen?"}},
     "branching": {"type": "response_based", "responseValues":
       {"detractors": 1, "passives": 2, "promoters": "end"}}},
    {"type": "single_choice", "question": "Why?", "hasOpenChoice": true,
     "choices": ["Price", "Speed", "Other"],
     "branching": {"type": "response_based",
                   "responseValues": {"0": 3, "2": "end"}}},
    {"type": "open", "question": "What would make it {10}?", "optional": true,
     "branching": {"type": "end"}},
    {"type": "rating", "question": "Ease?", "scale": 5, "display": "emoji",
     "lowerBoundLabel": "", "upperBoundLabel": "Easy",
     "branching": {"type": "response_based",
                   "responseValues": {"negative": 4, "positive": "end"}}},
    {"type": "link", "question": "Talk to us", "link": "https://example.com",
     "buttonText": "Book"}
  ],
  "appearance": {"displayThankYouMessage": true,
                 "thankYouMessageHeader": "Thanks!"},
  "conditions": {"url": "/pricing"}
})";

TEST(MigratePostHog, LeadsByBucketsAndChoices) {
  const Migration found = brought(kPostHog);
  EXPECT_EQ(found.from, MigrationSource::posthog);
  EXPECT_EQ(walk(found, {number(6)}), "q1 > q2");
  EXPECT_EQ(walk(found, {number(7), word("x")}), "q1 > q3 > end");
  EXPECT_EQ(walk(found, {number(9)}), "q1 > end");
  EXPECT_EQ(walk(found, {number(0), word("Price"), number(2)}),
            "q1 > q2 > q4 > q5");
  EXPECT_EQ(walk(found, {number(0), word("Price"), number(3)}),
            "q1 > q2 > q4 > q5");
  EXPECT_EQ(walk(found, {number(0), word("Price"), number(4)}),
            "q1 > q2 > q4 > end");
  EXPECT_EQ(walk(found, {number(0), word("Speed"), word("x")}),
            "q1 > q2 > q3 > end");
  Arena arena;
  EXPECT_EQ(
      walk(found, {number(0), surveys::options_and_other(arena, {}, "mine")}),
      "q1 > q2 > end");
  EXPECT_EQ(step_of(found, "q1")["text"],
            Json::parse(R"({"en":"Recommend us?","de":"Empfehlen?"})"));
  EXPECT_EQ(step_of(found, "q3")["text"], "What would make it {{10}?");
  EXPECT_EQ(step_of(found, "q4")["style"], "smileys");
  EXPECT_EQ(step_of(found, "end")["text"], "Thanks!");
}

TEST(MigratePostHog, ListsWhatDidNotMap) {
  EXPECT_EQ(notes(brought(kPostHog)),
            "changed /questions/3/lowerBoundLabel: There is no text here; "
            "'Lowest' was put in.\n"
            "lost /questions/4/link: Links stand at the end of a survey; this "
            "one was left out.\n"
            "lost /conditions: Whom to ask, and when, is not part of a survey "
            "here; see the element's trigger and cadence.\n");
}

TEST(MigratePostHog, TakesOutWhatLeadsInACircle) {
  const Migration found = brought(R"({"name":"L","questions":[
    {"type":"open","question":"A"},
    {"type":"open","question":"B",
     "branching":{"type":"specific_question","index":0}}]})");
  EXPECT_NE(notes(found).find("lead in a circle"), std::string::npos)
      << notes(found);
  EXPECT_EQ(walk(found, {word("x"), word("y")}), "q1 > q2 > end");
}

// --- any document

TEST(Migrate, RefusesWhatIsNoSurvey) {
  const std::string unknown =
      "unknown_survey_form : This is not a survey of SurveyJS, Formbricks or "
      "PostHog; if it is, say which with 'from'.\n";
  for (const char* json : {"[]", "null", "{}", "1", R"({"questions":[]})",
                           R"({"questions":[{"a":1}]})"}) {
    EXPECT_EQ(refusal(json), unknown) << json;
  }
  const std::string nothing =
      "nothing_to_ask : There is no question here that can be brought over.\n";
  for (const char* json :
       {R"({"pages":[]})", R"({"pages":[null,1,{"elements":"x"}]})",
        R"({"elements":[{"type":"matrix","name":"m"}]})",
        R"({"questions":[{"question":1}]})", R"({"blocks":[{"elements":[1]}]})",
        R"({"elements":[{"type":"radiogroup","name":"r","choices":[]}]})"}) {
    EXPECT_EQ(refusal(json), nothing) << json;
  }
  EXPECT_NE(refusal("{").find("not_json"), std::string::npos);
  EXPECT_NE(refusal(std::string(kMaxMigrationBytes + 1, ' ')).find("too_large"),
            std::string::npos);
}

TEST(Migrate, KeepsToTheLimits) {
  Json theirs = {{"elements", Json::array()}};
  for (int i = 0; i < 80; ++i) {
    theirs["elements"].push_back({{"type", "comment"},
                                  {"name", "constructor"},
                                  {"title", "T" + std::string(90, 'x')}});
    theirs["elements"].back()["name"] = "q " + std::to_string(i) + "?";
  }
  theirs["elements"][0]["title"] = std::string(5000, 'y');
  theirs["elements"][1]["name"] = "constructor";
  theirs["elements"][2]["name"] = "score";
  const Migration found = brought(theirs.dump());
  const Json survey = Json::parse(found.survey);
  EXPECT_EQ(survey["steps"].size(), 64u);
  EXPECT_EQ(survey["steps"][63]["type"], "end");
  EXPECT_EQ(survey["steps"][0]["text"].get<std::string>().size(), 2000u);
  EXPECT_NE(survey["steps"][1]["id"], "constructor");
  EXPECT_NE(survey["steps"][2]["id"], "score");
}

TEST(Migrate, AnswersAsACall) {
  const Json request = {{"document", Json::parse(kPostHog)}};
  Json reply = Json::parse(call("migrate", request.dump()));
  ASSERT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(reply["value"]["from"], "posthog");
  EXPECT_EQ(reply["value"]["survey"], Json::parse(brought(kPostHog).survey));
  EXPECT_EQ(reply["value"]["notes"][1]["where"], "/questions/4/link");
  reply = Json::parse(
      call("migrate", R"({"document":{"questions":[]},"from":"typeform"})"));
  EXPECT_EQ(reply["errors"][0]["code"], "not_one_of");
  reply = Json::parse(call("migrate", R"({"document":{"pages":[]}})"));
  EXPECT_EQ(reply["errors"][0]["where"], "/document");
}

}  // namespace
}  // namespace looplet::wire
