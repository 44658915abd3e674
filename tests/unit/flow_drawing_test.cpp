#include "looplet/flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::kBySegment;
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

}  // namespace
}  // namespace looplet
