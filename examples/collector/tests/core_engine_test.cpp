#include "../core_engine.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "temporary.h"

namespace looplet::collector {
namespace {

constexpr const char* kSurvey = R"({
  "format": 1, "id": "demo", "revision": 2, "locale": "en", "subject": "Us",
  "steps": [
    {"id": "score", "type": "nps", "text": "How likely?",
     "low": "Not", "high": "Very",
     "next": [{"when": {"segment": "detractor"}, "to": "why"},
              {"to": "bye"}]},
    {"id": "why", "type": "choice", "many": true, "text": "Why?",
     "options": [{"id": "bill", "text": "The bill", "theme": "billing"},
                 {"id": "slow", "text": "Slow", "theme": "performance_speed"}]},
    {"id": "bye", "type": "end", "text": "Thanks"}]})";

class CoreEngineTest : public testing::Test {
 protected:
  CoreEngineTest() {
    folder_.write("demo.json", kSurvey);
    auto loaded = load_surveys(folder_.path());
    if (const auto* faults = std::get_if<std::string>(&loaded)) {
      ADD_FAILURE() << *faults;
    } else {
      engine_ = std::get<std::unique_ptr<Engine>>(std::move(loaded));
    }
  }
  // A record with `answers`, changed by `change`, a JSON merge patch.
  static std::string body(const char* answers, const char* change = "{}") {
    auto record = nlohmann::json::parse(R"({"v":1,
      "id":"3f2c8a54-1111-4222-8333-444455556666","survey":"demo",
      "revision":2,"locale":"en","score":null,"segment":null,"themes":[],
      "sentiment":null,"complete":true,"clientTime":"2026-11-22T07:00:00Z"})");
    record["answers"] = nlohmann::json::parse(answers);
    record.merge_patch(nlohmann::json::parse(change));
    return record.dump();
  }
  Record good(const std::string& text) {
    const Verdict verdict = engine_->judge(text);
    if (const auto* no = std::get_if<Rejected>(&verdict)) {
      ADD_FAILURE() << no->body;
      return {};
    }
    return std::get<Record>(verdict);
  }
  // "422 unknown_survey": the status and the first code.
  std::string bad(const std::string& text) {
    const Verdict verdict = engine_->judge(text);
    const auto* no = std::get_if<Rejected>(&verdict);
    if (no == nullptr) return "taken";
    const auto reply = nlohmann::json::parse(no->body, nullptr, false);
    EXPECT_EQ(reply["ok"], false);
    return std::to_string(no->status) + " " +
           reply["errors"][0]["code"].get_ref<const std::string&>();
  }
  TemporaryFolder folder_;
  std::unique_ptr<Engine> engine_;
};

constexpr const char* kDetractor =
    R"([{"step":"score","type":"nps","value":3},
        {"step":"why","type":"choice","value":["bill"]}])";
constexpr const char* kPromoter =
    R"([{"step":"score","type":"nps","value":9}])";

TEST_F(CoreEngineTest, DerivesScoreSegmentThemesAndCompletenessAnew) {
  const Record record =
      good(body(kDetractor, R"({"score":10,"segment":"promoter",
                           "themes":["staff"],"complete":false})"));
  EXPECT_EQ(record.score, 3);
  EXPECT_EQ(record.segment, "detractor");
  EXPECT_EQ(record.themes, std::vector<std::string>{"billing"});
  EXPECT_TRUE(record.complete);
  const auto kept = nlohmann::json::parse(record.json);
  EXPECT_EQ(kept["score"], 3);
  EXPECT_EQ(kept["segment"], "detractor");
  EXPECT_EQ(kept["themes"], nlohmann::json({"billing"}));
  EXPECT_EQ(kept["complete"], true);
}

TEST_F(CoreEngineTest, KnowsAPartFromTheWhole) {
  EXPECT_TRUE(good(body(kPromoter)).complete);
  EXPECT_FALSE(
      good(body(R"([{"step":"score","type":"nps","value":3}])")).complete);
}

TEST_F(CoreEngineTest, TheContentIsTheSameForEveryAttempt) {
  const Digest first = good(body(kPromoter)).content;
  EXPECT_EQ(good(body(kPromoter, R"({"sentTime":"2026-11-22T08:00:00Z",
                                     "attempt":7,"queuedMs":99})"))
                .content,
            first);
  EXPECT_NE(good(body(kDetractor)).content, first);
  EXPECT_NE(good(body(kPromoter, R"({"page":"/x"})")).content, first);
  // The order of members is no content.
  const std::string text = body(kPromoter);
  const std::string moved =
      "{\"v\":1," + text.substr(1, text.find(",\"v\":1") - 1) + "}";
  EXPECT_EQ(good(moved).content, first);
}

TEST_F(CoreEngineTest, SaysWhatIsWrongAndHowBad) {
  EXPECT_EQ(bad(""), "400 not_json");
  EXPECT_EQ(bad("{"), "400 not_json");
  EXPECT_EQ(bad("[]"), "422 wrong_type");
  EXPECT_EQ(bad("{} {}"), "400 not_json");
  EXPECT_EQ(bad("\xff"), "400 not_utf8");
  EXPECT_EQ(bad(std::string(9000, ' ')), "413 too_large");
  EXPECT_EQ(bad(std::string(4000, '[')), "400 too_deep");
  EXPECT_EQ(bad(std::string(40, '[') + std::string(40, ']')), "400 too_deep");
  EXPECT_EQ(bad(R"({"v":1,"v":1})"), "400 duplicate_key");
  EXPECT_EQ(bad(body(kPromoter, R"({"survey":"other"})")),
            "422 unknown_survey");
  EXPECT_EQ(bad(body(kPromoter, R"({"revision":1})")), "422 unknown_revision");
  EXPECT_EQ(bad(body(kPromoter, R"({"id":"1"})")), "422 bad_form");
  EXPECT_EQ(bad(body(R"([{"step":"why","type":"choice","value":["bill"]}])")),
            "422 not_on_path");
  EXPECT_EQ(bad(body(R"([{"step":"score","type":"nps","value":11}])")),
            "422 wrong_number");
}

TEST_F(CoreEngineTest, ARevisionThatIsStillToComeIsAskedForAgainLater) {
  EXPECT_EQ(bad(body(kPromoter, R"({"revision":3})")), "503 unknown_revision");
}

TEST_F(CoreEngineTest, EstimatesByTheCore) {
  Tally tally;
  for (int score : {10, 9, 8, 0}) tally.add(score);
  const auto estimate = nlohmann::json::parse(engine_->estimate(tally));
  EXPECT_EQ(estimate["n"], 4);
  EXPECT_EQ(estimate["npsExact"], "25");
  EXPECT_EQ(estimate["method"], "score");
  EXPECT_EQ(nlohmann::json::parse(engine_->estimate({}))["nps"], nullptr);
}

TEST_F(CoreEngineTest, EarlierRevisionsMayStandBeside) {
  std::string earlier = kSurvey;
  earlier.replace(earlier.find("\"revision\": 2"), 13, "\"revision\": 1");
  folder_.write("demo.1.json", earlier);
  auto loaded = load_surveys(folder_.path());
  ASSERT_TRUE(std::holds_alternative<std::unique_ptr<Engine>>(loaded));
  engine_ = std::get<std::unique_ptr<Engine>>(std::move(loaded));
  EXPECT_EQ(good(body(kPromoter, R"({"revision":1})")).revision, 1);
  EXPECT_EQ(good(body(kPromoter)).revision, 2);
}

TEST_F(CoreEngineTest, EveryFaultOfEveryFileIsSaid) {
  folder_.write("a.json", "{");
  folder_.write("b.json", R"({"format":1,"id":"b","typo":1})");
  folder_.write("c.json", kSurvey);  // the same as demo.json
  folder_.write("d.schema.json", "not read");
  folder_.write("e.txt", "not read");
  const auto loaded = load_surveys(folder_.path());
  ASSERT_TRUE(std::holds_alternative<std::string>(loaded));
  const std::string& faults = std::get<std::string>(loaded);
  for (const char* part :
       {"/a.json:1: ", "[not_json]", "/b.json: /typo: ", "[unknown_field]",
        "[missing_field]", "/demo.json: /id: ", "[duplicate_id]"}) {
    EXPECT_NE(faults.find(part), std::string::npos) << part << faults;
  }
}

TEST_F(CoreEngineTest, AFolderWithoutSurveysIsAFault) {
  const TemporaryFolder empty;
  EXPECT_TRUE(std::holds_alternative<std::string>(load_surveys(empty.path())));
}

}  // namespace
}  // namespace looplet::collector
