#include "looplet/wire.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "surveys.h"
#include "vectors.h"

namespace looplet::wire {
namespace {

using surveys::around;
using surveys::faults_of;
using surveys::kEnd;
using surveys::nps;
using Json = vectors::Json;

Json call_json(std::string_view name, const Json& request) {
  const Json reply = Json::parse(call(name, request.dump()), nullptr, false);
  EXPECT_FALSE(reply.is_discarded());
  return reply;
}

Json survey_json() {
  return Json::parse(around(nps() + "," + std::string(kEnd)));
}

/// The faults of a reply, one a line.
std::string errors_of(const Json& reply) {
  std::string out;
  if (reply["ok"] == true) return out;
  for (const Json& error : reply["errors"]) {
    out += error["code"].get<std::string>() + " " +
           error["where"].get<std::string>() + ": " +
           error["message"].get<std::string>() + "\n";
  }
  return out;
}

// --- the statistics by the same door

class StatisticsCall : public testing::TestWithParam<const char*> {};

TEST_P(StatisticsCall, AnswersAsTheVectorsSay) {
  const Json document = vectors::read(GetParam());
  int checked = 0;
  for (const Json& vector : document["vectors"]) {
    SCOPED_TRACE(vector["name"].get<std::string>());
    const Json reply =
        call_json(vector["call"].get<std::string>(), vector["request"]);
    if (vector.contains("errors")) {
      // What cannot be read is said first, and alone.
      ASSERT_EQ(reply["ok"], false);
      std::size_t i = 0;
      for (const Json& error : reply["errors"]) {
        const Json& all = vector["errors"];
        while (i < all.size() && all[i]["code"] != error["code"]) ++i;
        EXPECT_LT(i, all.size()) << reply;
        ++i;
      }
    } else {
      ASSERT_EQ(reply["ok"], true) << reply;
      for (const auto& [key, value] : vector["value"].items()) {
        // What only weights give is left out where it is undefined.
        if (value.is_null() && !reply["value"].contains(key)) continue;
        EXPECT_TRUE(reply["value"].contains(key)) << key;
        if (value.is_number_integer()) {  // a document's numbers are doubles
          EXPECT_EQ(reply["value"][key].get<double>(), value.get<double>());
        } else {
          vectors::expect_field(vector, key, reply["value"][key]);
        }
      }
    }
    ++checked;
  }
  EXPECT_GT(checked, 20);
}

INSTANTIATE_TEST_SUITE_P(Vectors, StatisticsCall,
                         testing::Values("estimate.json", "compare.json",
                                         "plan.json", "adjust.json",
                                         "parse_score.json"),
                         [](const auto& file) {
                           const std::string name = file.param;
                           return name.substr(0, name.find('.'));
                         });

// --- the table of calls

TEST(Call, AboutListsEveryCallAndCode) {
  const Json about = call_json("about", Json::object())["value"];
  EXPECT_EQ(about["functions"].size(), call_names().size());
  EXPECT_EQ(about["errorCodes"].size(), static_cast<std::size_t>(code_count()));
  for (const std::string_view name : call_names()) {
    for (const char* request :
         {"{}", "[]", "null", "1", "\"x\"", "{", "",
          R"({"survey":null,"state":1,"answer":[],"counts":[],"p":{}})"}) {
      const Json reply = Json::parse(call(name, request), nullptr, false);
      ASSERT_TRUE(reply.is_object()) << name << request;
      EXPECT_TRUE(reply.contains(reply["ok"] == true ? "value" : "errors"));
      if (reply["ok"] == false) {
        EXPECT_FALSE(reply["errors"].empty()) << name << request;
      }
    }
  }
}

TEST(Call, ThatIsUnknownSaysSo) {
  EXPECT_EQ(errors_of(call_json("nothing", Json::object())),
            "unknown_call : There is no call 'nothing'; 'about' lists them.\n");
}

TEST(Call, WritesNumbersThatReadBackTheSame) {
  const Json request = {
      {"counts", {{"promoters", 1}, {"passives", 1}, {"detractors", 1}}}};
  const std::string text = call("estimate", request.dump());
  EXPECT_NE(text.find("\"nps\":0,"), std::string::npos) << text;
  const Json reply = Json::parse(text);
  EXPECT_EQ(reply["value"]["variance"].get<double>(), 2.0 / 3);
}

// --- a walk by calls

TEST(Call, WalksASurvey) {
  const Json survey = survey_json();
  Json reply = call_json("start", {{"survey", survey}, {"seed", 5}});
  const Json first = reply["value"];
  EXPECT_EQ(first.dump(),
            R"({"survey":"s","revision":2,"locale":"en","seed":5,"given":[],)"
            R"("step":{"id":"score","type":"nps","text":"Q","optional":false,)"
            R"("progress":0,"canGoBack":false,"low":"L","high":"H"}})");
  reply = call_json("answer",
                    {{"survey", survey}, {"state", first}, {"answer", 9}});
  const Json last = reply["value"];
  EXPECT_EQ(last["given"].dump(), R"([{"step":"score","answer":9}])");
  EXPECT_EQ(last["step"].dump(),
            R"({"id":"end","type":"end","text":"Bye","optional":false,)"
            R"("progress":1,"canGoBack":false})");
  reply = call_json("back", {{"survey", survey}, {"state", last}});
  EXPECT_EQ(reply["value"], first);
  reply = call_json("response", {{"survey", survey},
                                 {"state", last},
                                 {"id", "00000000-0000-4000-8000-000000000000"},
                                 {"clientTime", "2026-11-05T09:30:00Z"}});
  EXPECT_EQ(reply["value"].dump(),
            R"({"v":1,"id":"00000000-0000-4000-8000-000000000000",)"
            R"("survey":"s","revision":2,"locale":"en","answers":[)"
            R"({"step":"score","type":"nps","value":9}],"score":9,)"
            R"("segment":"promoter","themes":[],"sentiment":null,)"
            R"("complete":true,"clientTime":"2026-11-05T09:30:00Z"})");
  const std::string text = reply["value"].dump();
  const auto record = read_response(text);
  ASSERT_TRUE(record);
  EXPECT_EQ(write_response(**record), text);
}

TEST(Call, SaysWhichPartIsWrong) {
  const Json survey = survey_json();
  EXPECT_EQ(errors_of(call_json("start", Json::object())),
            "missing_field : 'survey' is missing here.\n");
  EXPECT_EQ(errors_of(call_json("start", {{"survey", Json::object()}})),
            "missing_field /survey: 'format' is missing here.\n"
            "missing_field /survey: 'id' is missing here.\n"
            "missing_field /survey: 'revision' is missing here.\n"
            "missing_field /survey: 'locale' is missing here.\n"
            "missing_field /survey: 'subject' is missing here.\n"
            "missing_field /survey: 'steps' is missing here.\n");
  EXPECT_EQ(errors_of(call_json("answer", {{"survey", survey}})),
            "wrong_type /state: This is null; it must be an object.\n");
  EXPECT_EQ(errors_of(call_json("response", {{"survey", survey},
                                             {"state", 1},
                                             {"id", "x"},
                                             {"clientTime", "now"}})),
            "wrong_type /state: This is a number; it must be an object.\n"
            "bad_form /id: 'x' is not a UUID.\n"
            "bad_form /clientTime: 'now' is not a time in UTC such as "
            "2026-11-05T09:30:00Z.\n");
  EXPECT_EQ(
      errors_of(call_json(
          "start", {{"survey", survey},
                    {"seed", -1},
                    {"traits", {{"a b", "x"}, {"plan", {1}}, {"n", 1.5}}}})),
      "bad_form /traits/a b: 'a b' is not an id: letters, digits, - and "
      "_, first a letter or a digit.\n"
      "wrong_type /traits/plan: This is a list; it must be a text.\n"
      "not_whole /traits/n: This number is not a whole number.\n"
      "out_of_range /seed: -1 is out of range; it must be from 0 to "
      "9007199254740992.\n");
}

TEST(Call, HoldsASurveyToTheSizeOfItsFile) {
  Json survey = survey_json();
  for (int i = 0; i < 40; ++i) {
    survey["title"]["a" + std::string(1, static_cast<char>('a' + i % 26)) +
                    (i < 26 ? "" : "-b")] = std::string(2000, 'x');
  }
  const std::string bytes = std::to_string(survey.dump().size());
  for (const char* name : {"start", "check", "answer"}) {
    EXPECT_EQ(errors_of(call_json(name, {{"survey", survey}})),
              "too_large /survey: This is " + bytes +
                  " bytes; at most 65536 are allowed.\n");
  }
}

// --- documents that mean harm

TEST(SurveyText, MayBeNestedToTheLimitAndNoDeeper) {
  // survey, steps, step, next, rule, when: six levels, then one for each not.
  const auto nested = [](int nots) {
    std::string when = "{}";
    for (int i = 0; i < nots; ++i) when = "{\"not\":" + when + "}";
    return around(nps(R"(,"next":[{"when":)" + when + R"(,"to":"end"}])") +
                  "," + std::string(kEnd));
  };
  EXPECT_EQ(faults_of(nested(26)), "");
  EXPECT_NE(faults_of(nested(27)).find("This is nested deeper than 32 levels."),
            std::string::npos);
  const Json request = {{"survey", Json::parse(nested(27))}};
  EXPECT_NE(call("start", request.dump()).find("too_deep"), std::string::npos);
}

TEST(SurveyText, OfWrongTypesIsAllFaults) {
  EXPECT_EQ(faults_of("[]"),
            "wrong_type : This is a list; it must be an object.\n");
  EXPECT_EQ(
      faults_of(R"({"format":2,"id":7,"revision":"1","locale":"x","subject":[],
                    "title":{},"privacy":[],"traits":{},"steps":{}})"),
      "out_of_range /format: 2 is out of range; it must be from 1 to 1.\n"
      "wrong_type /id: This is a number; it must be a text.\n"
      "wrong_type /revision: This is a text; it must be a number.\n"
      "bad_form /locale: 'x' is not a language tag such as 'de' or 'pt-BR'.\n"
      "too_few /title: There are 0 items here; at least 1 are needed.\n"
      "wrong_type /subject: This is a list; it must be a text, or texts by "
      "language.\n"
      "wrong_type /privacy: This is a list; it must be an object.\n"
      "wrong_type /traits: This is an object; it must be a list.\n"
      "wrong_type /steps: This is an object; it must be a list.\n");
}

TEST(SurveyText, ShowsEveryFaultOfItsStepsAtOnce) {
  EXPECT_EQ(
      faults_of(around(
          R"({"id":"constructor","type":"nps","text":"","high":"H","points":3},
             {"id":"-a","type":"quiz","text":"T"},
             {"type":"choice","text":{"en":"x","e":1},"options":[]},
             {"id":"r","type":"rating","text":"R","low":"L","high":"H",
              "points":11,"style":"hearts","metric":7},
             {"id":"t","type":"text","text":"T","maxLength":2.5,"optional":1},
             {"id":"w","type":"contact","text":"W","fields":["fax"]},
             {"id":"e","type":"end","text":"E","optional":true,
              "actions":[{"kind":"copy","text":"C","url":"https://a.b"},
                         {"kind":"link","text":"L"}]}, 7, null)",
          R"(,"colour":"red")")),
      "reserved_name /steps/0/id: 'constructor' cannot be used as a name; "
      "choose another.\n"
      "empty_text /steps/0/text: This must not be empty.\n"
      "missing_field /steps/0: 'low' is missing here.\n"
      "unknown_field /steps/0/points: There is no field 'points' here; remove "
      "it or correct its spelling.\n"
      "bad_form /steps/1/id: '-a' is not an id: letters, digits, - and _, "
      "first a letter or a digit.\n"
      "not_one_of /steps/1/type: 'quiz' is not one of nps, rating, choice, "
      "text, contact, consent, statement, end.\n"
      "missing_field /steps/2: 'id' is missing here.\n"
      "bad_form /steps/2/text/e: 'e' is not a language tag such as 'de' or "
      "'pt-BR'.\n"
      "wrong_type /steps/2/text/e: This is a number; it must be a text.\n"
      "too_few /steps/2/options: There are 0 items here; at least 1 are "
      "needed.\n"
      "wrong_type /steps/3/metric: This is a number; it must be a text.\n"
      "out_of_range /steps/3/points: 11 is out of range; it must be from 2 to "
      "10.\n"
      "not_one_of /steps/3/style: 'hearts' is not one of numbers, stars, "
      "smileys.\n"
      "not_whole /steps/4/maxLength: This number is not a whole number.\n"
      "wrong_type /steps/4/optional: This is a number; it must be true or "
      "false.\n"
      "not_one_of /steps/5/fields/0: 'fax' is not one of name, email, phone.\n"
      "missing_field /steps/6/actions/0: 'code' is missing here.\n"
      "unknown_field /steps/6/actions/0/url: There is no field 'url' here; "
      "remove it or correct its spelling.\n"
      "missing_field /steps/6/actions/1: 'url' is missing here.\n"
      "unknown_field /steps/6/optional: There is no field 'optional' here; "
      "remove it or correct its spelling.\n"
      "wrong_type /steps/7: This is a number; it must be an object.\n"
      "wrong_type /steps/8: This is null; it must be an object.\n"
      "unknown_field /colour: There is no field 'colour' here; remove it or "
      "correct its spelling.\n");
}

TEST(SurveyText, IsHeldToItsLimits) {
  const auto text_of = [](std::size_t length) {
    return faults_of(around(R"({"id":"end","type":"end","text":")" +
                            std::string(length, 'x') + "\"}"));
  };
  EXPECT_EQ(text_of(2000), "");
  EXPECT_EQ(text_of(2001),
            "too_long /steps/0/text: This is 2001 characters long; at most "
            "2000 are allowed.\n");
  std::string steps;
  for (int i = 0; i < 64; ++i) {
    steps += R"({"id":"s)" + std::to_string(i) +
             R"(","type":"statement","text":"T"},)";
  }
  EXPECT_EQ(faults_of(around(steps + std::string(kEnd))),
            "too_many /steps: There are 65 items here; at most 64 are "
            "allowed.\n");
  EXPECT_EQ(faults_of(around(kEnd) + std::string(kMaxSurveyBytes, ' ')),
            "too_large : This is " +
                std::to_string(around(kEnd).size() + kMaxSurveyBytes) +
                " bytes; at most 65536 are allowed.\n");
}

TEST(RecordText, KeepsNothingOfAnAnswersOtherForm) {
  const auto record = read_response(
      R"({"v":1,"id":"00000000-0000-4000-8000-000000000000","survey":"s",)"
      R"("revision":2,"locale":"en","complete":false,"answers":[)"
      R"({"step":"c","type":"choice","value":{"options":["a"],"email":"x"}}],)"
      R"("clientTime":"2026-11-05T09:30:00Z"})");
  ASSERT_TRUE(record);
  EXPECT_EQ((*record)->answers[0].value.contact, Contact{});
  const auto again = read_response(write_response(**record));
  ASSERT_TRUE(again);
  EXPECT_EQ(**again, **record);
}

TEST(RecordText, IsHeldToItsForms) {
  const std::string good =
      R"("v":1,"id":"00000000-0000-4000-8000-000000000000","survey":"s",)"
      R"("revision":2,"locale":"en","answers":[],"complete":false)";
  const auto faults = [&](const std::string& more) {
    const auto record = read_response("{" + good + more + "}");
    return record ? "" : surveys::fault_lines(record.faults());
  };
  const auto time = [&](const std::string& at) {
    return faults(R"(,"clientTime":")" + at + "\"");
  };
  for (const char* fine :
       {"2026-11-05T09:30:00Z", "2024-02-29T23:59:60Z",
        "2000-02-29T00:00:00.1Z", "2026-11-05T09:30:00.123456789Z"}) {
    EXPECT_EQ(time(fine), "") << fine;
  }
  for (const std::string bad :
       {"", "2026-11-05", "2026-11-05T09:30:00", "2026-11-05T09:30:00+01:00",
        "2026-13-05T09:30:00Z", "2026-11-31T09:30:00Z", "2023-02-29T09:30:00Z",
        "1900-02-29T09:30:00Z", "2026-11-05T24:00:00Z", "2026-11-05T09:60:00Z",
        "2026-11-05T09:30:61Z", "2026-11-05T09:30:00.Z", "2026-11-05 09:30:00Z",
        "2026-11-05T09:30:00.12x4Z", "2026-00-05T09:30:00Z",
        "2026-11-00T09:30:00Z", "2026-11-05T09:30:00.12345678901234567Z"}) {
    EXPECT_EQ(time(bad), "bad_form /clientTime: '" + bad +
                             "' is not a time in UTC such as "
                             "2026-11-05T09:30:00Z.\n");
  }
  const std::string now = R"(,"clientTime":"2026-11-05T09:30:00Z")";
  EXPECT_EQ(faults(now + R"(,"page":"/pricing","route":{"new":1})"), "");
  for (const std::string bad :
       {"pricing", "//evil.example", "/a?b", "/a#b", "/a b", "/a\\\\b"}) {
    EXPECT_NE(faults(now + R"(,"page":")" + bad + "\""), "") << bad;
  }
  EXPECT_EQ(faults(now + R"(,"score":11,"segment":"fan","seq":-1)"),
            "out_of_range /score: 11 is out of range; it must be from 0 to "
            "10.\n"
            "not_one_of /segment: 'fan' is not one of detractor, passive, "
            "promoter.\n"
            "out_of_range /seq: -1 is out of range; it must be from 0 to "
            "1000000.\n");
  EXPECT_EQ(read_response(std::string(8193, ' ')).faults()[0].code,
            Code::too_large);
}

}  // namespace
}  // namespace looplet::wire
