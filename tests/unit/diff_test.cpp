#include "looplet/diff.h"

#include <gtest/gtest.h>

#include <string>

#include "survey/condition_words.h"
#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::kEnd;
using surveys::nps;

Owned<Survey> survey_of(const std::string& json) {
  Result<Owned<Survey>> survey = wire::read_survey_document(json);
  if (!survey) {
    ADD_FAILURE() << surveys::fault_lines(survey.faults());
    return {};
  }
  return std::move(*survey);
}

Diff diff_of(const std::string& before, const std::string& after) {
  const Owned<Survey> a = survey_of(before);
  const Owned<Survey> b = survey_of(after);
  return diff(*a, *b);
}

/// One change a line: kind, "!" for a warning, place, sentence.
std::string lines(const Diff& found) {
  std::string out;
  for (const Change& change : found.changes) {
    out += change.warning ? "! " : "";
    out += change_kind_name(change.kind);
    out += change.in_before ? " (" : " ";
    out += change.where;
    out += change.in_before ? ") " : " ";
    out += change.message + "\n";
  }
  return out;
}

std::string choice(const std::string& members) {
  return R"({"id":"why","type":"choice","text":"W",)" + members + "},";
}

TEST(Diff, FindsNothingBetweenTheSame) {
  const std::string json = around(nps() + "," + std::string(kEnd));
  const Diff found = diff_of(json, json);
  EXPECT_EQ(lines(found), "");
  EXPECT_TRUE(found.together);
  ASSERT_EQ(found.steps.size(), 1u);
  EXPECT_EQ(found.steps[0].step, "score");
  EXPECT_TRUE(found.steps[0].together);
}

TEST(Diff, SaysWhichStepsCameWentAndMoved) {
  const auto text = [](const char* id) {
    return R"({"id":")" + std::string(id) + R"(","type":"text","text":"T of )" +
           id + R"("},)";
  };
  const Diff found = diff_of(
      around(text("a") + text("b") + text("c") + text("d") + std::string(kEnd)),
      around(text("d") + text("a") + text("x") + text("c") +
             std::string(kEnd)));
  EXPECT_EQ(
      lines(found),
      "step_removed (/steps/1) The step 'b' (text) is gone.\n"
      "step_moved /steps/0 The step 'd' has moved to the top.\n"
      "otherwise /steps/0 Everyone now goes from 'd' to 'a' instead of "
      "'end'.\n"
      "otherwise /steps/1 Everyone now goes from 'a' to 'x' instead of 'b'.\n"
      "step_added /steps/2 The step 'x' (text) is new, below 'a'.\n"
      "otherwise /steps/3 Everyone now goes from 'c' to 'end' instead of "
      "'d'.\n");
  EXPECT_TRUE(found.together);
}

TEST(Diff, TellsARenamedStepFromANewOne) {
  const Diff found = diff_of(
      around(R"({"id":"a","type":"text","text":"Why?"},)" + std::string(kEnd)),
      around(R"({"id":"b","type":"text","text":"Why?"},)" + std::string(kEnd)));
  EXPECT_EQ(lines(found),
            "! step_renamed /steps/0/id The step 'a' is now called 'b'; "
            "answers before and after count as two questions.\n");
}

TEST(Diff, QuotesTextsInEveryLanguageThatChanged) {
  const Diff found = diff_of(
      around(R"({"id":"a","type":"text","text":{"en":"Why?","de":"Warum?",
              "fr":"Pourquoi ?"},"help":"H"},)" +
             std::string(kEnd)),
      around(R"({"id":"a","type":"text","text":{"en":"Why now?",
              "de":"Warum?","es":"¿Por qué?"}},)" +
             std::string(kEnd)));
  EXPECT_EQ(lines(found),
            "text /steps/0/text The text of 'a' in 'en' reads \"Why now?\" "
            "instead of \"Why?\".\n"
            "text /steps/0/text The text of 'a' in 'es' is new: \"¿Por "
            "qué?\".\n"
            "text (/steps/0/text) The text of 'a' in 'fr' is gone: "
            "\"Pourquoi ?\".\n"
            "text (/steps/0/help) The help of 'a' is gone: \"H\".\n");
}

TEST(Diff, SaysWhichOptionsCameWentMovedAndChangedTheirNames) {
  const Diff found = diff_of(
      around(choice(R"("options":[{"id":"a","text":"A"},{"id":"b","text":"B"},
          {"id":"c","text":"C","theme":"billing"},{"id":"d","text":"D"}])") +
             std::string(kEnd)),
      around(choice(R"("options":[{"id":"c","text":"C"},{"id":"a","text":"A"},
          {"id":"bb","text":"B"},{"id":"e","text":"E"}])") +
             std::string(kEnd)));
  EXPECT_EQ(lines(found),
            "option_theme /steps/0/options/0 Choosing 'c' of 'why' no longer "
            "counts for billing.\n"
            "! option_renamed /steps/0/options/2 The option 'b' of 'why' is "
            "now called 'bb'; answers before and after count as two "
            "options.\n"
            "option_added /steps/0/options/3 'why' has a new option 'e'.\n"
            "option_removed (/steps/0/options/3) 'why' no longer has the "
            "option 'd'.\n"
            "options_order /steps/0/options Options of 'why' stand in another "
            "order; moved: 'a'.\n");
  EXPECT_TRUE(found.together);
}

TEST(Diff, SaysRulesInWords) {
  const std::string options =
      R"("options":[{"id":"price","text":"P"},{"id":"slow","text":"S"}],)";
  const auto survey = [&](const std::string& next) {
    return around(nps() + "," + choice(options + "\"next\":" + next) +
                  R"({"id":"call","type":"text","text":"C"},)" +
                  std::string(kEnd));
  };
  EXPECT_EQ(
      lines(diff_of(survey(R"([{"when":{"segment":"detractor","step":"why",
              "includes":"price"},"to":"end"},
              {"when":{"score":0},"to":"call"},{"to":"end"}])"),
                    survey(R"([{"when":{"segment":"detractor","step":"why",
              "includes":"price"},"to":"call"},
              {"when":{"not":{"step":"why","answered":true}},"to":"end"}])"))),
      "rule_target /steps/1/next/0 Detractors who chose 'price' in 'why' now "
      "go from 'why' to 'call' instead of 'end'.\n"
      "rule_added /steps/1/next/1 Those who skipped or never saw 'why' now go "
      "from 'why' to 'end'.\n"
      "rule_removed (/steps/1/next/1) Those who gave 0 no longer have a rule "
      "of their own that leads from 'why' to 'call'.\n"
      "otherwise /steps/1/next Everyone else now goes from 'why' to 'call' "
      "instead of 'end'.\n");
  EXPECT_EQ(lines(diff_of(survey(R"([{"when":{"score":1},"to":"end"},
              {"when":{"score":2},"to":"call"},{"to":"end"}])"),
                          survey(R"([{"when":{"score":2},"to":"call"},
              {"when":{"score":1},"to":"end"},{"to":"end"}])"))),
            "rule_order /steps/1/next The rules of 'why' are asked in another "
            "order; the first that holds wins.\n");
}

TEST(Diff, WarnsWhenAnswersCannotBeCountedTogether) {
  const Diff found = diff_of(
      around(R"({"id":"a","type":"rating","points":5,"text":"R","low":"L",
                 "high":"H"},
                {"id":"b","type":"text","text":"T"},)" +
             choice(R"("options":[{"id":"x","text":"X"}])") +
             std::string(kEnd)),
      around(R"({"id":"a","type":"rating","points":7,"metric":"ces",
                 "text":"R","low":"L","high":"H"},
                {"id":"b","type":"consent","text":"T"},)" +
             choice(R"("many":true,"options":[{"id":"x","text":"X"}])") +
             std::string(kEnd)));
  EXPECT_EQ(
      lines(found),
      "! scale /steps/0/points 'a' is answered from 1 to 7 instead of 1 to "
      "5.\n"
      "! scale /steps/0/metric 'a' measures ces instead of other.\n"
      "! type /steps/1/type The id 'b' belonged to a step of type text and is "
      "now of type consent; give the new step another id.\n"
      "! scale /steps/2/many Several options of 'why' may be chosen now.\n");
  EXPECT_FALSE(found.together);
  ASSERT_EQ(found.steps.size(), 3u);
  EXPECT_EQ(found.steps[0].why,
            "'a' is answered from 1 to 7 instead of 1 to 5.");
  for (const StepCounting& step : found.steps) EXPECT_FALSE(step.together);
}

TEST(Diff, SaysSettingsLimitsActionsAndTheSurveysOwn) {
  const Diff found =
      diff_of(around(R"({"id":"a","type":"text","text":"T","maxLength":100},
                {"id":"c","type":"contact","text":"C","fields":["email"]},
                {"id":"end","type":"end","text":"Bye","actions":[
                 {"kind":"link","text":"L","url":"https://a.example/"},
                 {"kind":"copy","text":"K","code":"TEN"}]})",
                     R"(,"traits":[{"name":"plan"}])"),
              around(R"({"id":"a","type":"text","text":"T","optional":true},
                {"id":"c","type":"contact","text":"C",
                 "fields":["name","email"]},
                {"id":"end","type":"end","text":"Bye","actions":[
                 {"kind":"review","text":"L","url":"https://b.example/"}]})",
                     R"(,"privacy":{"text":"P","url":"https://a.example/p"},
                "traits":[{"name":"size"}])"));
  EXPECT_EQ(
      lines(found),
      "text /privacy/text The privacy link is new: \"P\".\n"
      "survey /privacy/url The privacy link leads to "
      "'https://a.example/p'.\n"
      "trait /traits/0 The page may now tell the trait 'size'.\n"
      "trait (/traits/0) The trait 'plan' is gone.\n"
      "setting /steps/0/optional 'a' may now be skipped.\n"
      "limit /steps/0/maxLength Answers to 'a' may be 2000 characters long "
      "instead of 100.\n"
      "setting /steps/1/fields 'c' now asks for: name, email.\n"
      "action /steps/2/actions/0 The link of 'end' is now a review link.\n"
      "action /steps/2/actions/0 The review link of 'end' is now "
      "'https://b.example/' instead of 'https://a.example/'.\n"
      "action_removed (/steps/2/actions/1) 'end' no longer offers the code to "
      "copy, 'TEN'.\n");
}

// --- conditions in words

std::string words(const std::string& when) {
  const Owned<Survey> survey =
      survey_of(around(nps(R"(,"next":[{"when":)" + when + R"(,"to":"end"}])") +
                       "," + std::string(kEnd)));
  if (survey->steps.empty()) return "";
  return condition_words(*survey->steps[0].next.rules[0].when);
}

TEST(ConditionWords, NameWhoIsMeant) {
  EXPECT_EQ(words("{}"), "everyone");
  EXPECT_EQ(words(R"({"segment":["detractor","passive"]})"),
            "detractors or passives");
  EXPECT_EQ(words(R"({"score":{"from":3,"to":5}})"), "those who gave 3 to 5");
  EXPECT_EQ(words(R"({"score":[1,2,10]})"), "those who gave 1, 2 or 10");
  EXPECT_EQ(words(R"({"segment":"promoter","trait":"plan","is":"pro",
                     "locale":["de","fr"]})"),
            "promoters who have 'pro' as their 'plan' and read it in 'de' or "
            "'fr'");
  EXPECT_EQ(words(R"({"step":"why","is":"price"})"),
            "those who chose only 'price' in 'why'");
  EXPECT_EQ(words(R"({"step":"ease","is":3})"), "those who gave 3 in 'ease'");
  EXPECT_EQ(words(R"({"step":"quote","is":false})"),
            "those who said no to 'quote'");
  EXPECT_EQ(words(R"({"theme":"support_speed","sentiment":[-1,0]})"),
            "those who speak of support speed and sound negative or neutral");
}

TEST(ConditionWords, TurnWhatIsNegatedAround) {
  EXPECT_EQ(words(R"({"not":{"score":7}})"), "those who did not give 7");
  EXPECT_EQ(words(R"({"not":{"segment":"passive","step":"why",
                     "answered":false}})"),
            "those who either are not passives or answered 'why'");
  EXPECT_EQ(words(R"({"not":{"not":{"segment":"passive"}}})"),
            "those who are passives");
  EXPECT_EQ(words(R"({"any":[{"score":1},{"all":[{"score":2},
                     {"step":"a","answered":true}]}]})"),
            "those who either gave 1 or gave 2 and answered 'a'");
  EXPECT_EQ(words(R"({"not":{"any":[{"score":1},{"score":2}]}})"),
            "those who neither gave 1 nor gave 2");
}

}  // namespace
}  // namespace looplet
