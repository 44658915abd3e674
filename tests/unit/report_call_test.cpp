// The call `analyze` against vectors, the same report by its doors, and what it
// says of comments against the tagger, one by one.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "looplet/report_run.h"
#include "looplet/themes.h"
#include "looplet/wire.h"
#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;

/// Everything that is expected has to be there; numbers with fractions within
/// a millionth of a point, or a thousand-millionth of what they are.
void expect_near(const Json& expected, const Json& got,
                 const std::string& where) {
  if (expected.is_object()) {
    ASSERT_TRUE(got.is_object()) << where;
    for (const auto& [key, value] : expected.items()) {
      ASSERT_TRUE(got.contains(key)) << where << "/" << key;
      expect_near(value, got[key], where + "/" + key);
    }
  } else if (expected.is_array()) {
    ASSERT_TRUE(got.is_array()) << where;
    ASSERT_EQ(expected.size(), got.size()) << where;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      expect_near(expected[i], got[i], where + "/" + std::to_string(i));
    }
  } else if (expected.is_number_float() && got.is_number()) {
    const double value = expected.get<double>();
    EXPECT_NEAR(got.get<double>(), value,
                std::max(1e-9, 1e-8 * std::abs(value)))
        << where;
  } else {
    EXPECT_EQ(expected, got) << where;
  }
}

Json called(const Json& request) {
  return Json::parse(wire::call("analyze", request.dump()));
}

TEST(Analyze, AgreesWithTheVectors) {
  vectors::each("report.json", "analyze",
                [](const Json& request, const Json& vector) {
                  const Json reply = called(request);
                  if (vector.contains("errors")) {
                    ASSERT_FALSE(reply["ok"].get<bool>());
                    expect_near(vector["errors"], reply["errors"], "");
                    return;
                  }
                  ASSERT_TRUE(reply["ok"].get<bool>()) << reply.dump();
                  expect_near(vector["value"], reply["value"], "");
                });
}

TEST(Represented, AgreesWithTheVectors) {
  vectors::each("represented.json", "analyze",
                [](const Json& request, const Json& vector) {
                  const Json reply = called(request);
                  if (!vector.contains("errors")) {
                    ASSERT_TRUE(reply["ok"].get<bool>()) << reply.dump();
                    expect_near(vector["value"], reply["value"], "");
                    return;
                  }
                  ASSERT_FALSE(reply["ok"].get<bool>());
                  expect_near(vector["errors"], reply["errors"], "");
                });
}

TEST(Goal, AgreesWithTheVectors) {
  for (const char* call : {"goal", "sampleSize"}) {
    vectors::each(
        "goal.json", call, [&](const Json& request, const Json& vector) {
          const Json reply = Json::parse(wire::call(call, request.dump()));
          const bool good = !vector.contains("errors");
          ASSERT_EQ(reply["ok"].get<bool>(), good) << reply.dump();
          expect_near(vector[good ? "value" : "errors"],
                      reply[good ? "value" : "errors"], "");
        });
  }
}

TEST(Analyze, FieldsThatComeTooLateAreNamed) {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += "{\"score\":9,\"plan\":\"a\"}\n";
  const Json before = called({{"json", lines}});
  ASSERT_TRUE(before["ok"].get<bool>()) << before.dump();
  EXPECT_FALSE(before["value"]["source"].contains("lateFields"));
  lines += "{\"score\":1,\"why\":{\"text\":\"slow\"},\"plan\":\"b\"}\n";
  lines += "{\"score\":1,\"why\":{\"text\":\"dear\"},\"team\":3}\n";
  const Json after = called({{"json", lines}})["value"];
  EXPECT_EQ(after["rows"]["scored"], 302);
  EXPECT_EQ(after["source"]["lateFields"], (Json{"why.text", "team"}));
  bool noted = false;
  for (const Json& note : after["notes"]) {
    noted = noted || note["code"] == "late_fields";
  }
  EXPECT_TRUE(noted) << after["notes"].dump();
}

constexpr const char* kFile =
    "score,comment,plan,submitted_at\n"
    "10,\"Love it, so easy to use\",pro,2026-01-05\n"
    "3,Support took a week to answer,free,2026-01-09\n"
    "8,,pro,2026-02-01\n"
    "nine,It crashes,free,2026-02-03\n"
    "0,It crashes all the time,,2026-02-04\n"
    ",,pro,2026-02-05\n";

const Json kOptions = {{"by", {"plan"}},
                       {"every", "month"},
                       {"goal", 50},
                       {"minGroup", 0},
                       {"comments", 10}};

TEST(Analyze, AFileInPiecesIsTheFileInOne) {
  const Json whole = called({{"csv", kFile}, {"options", kOptions}});
  ASSERT_TRUE(whole["ok"].get<bool>()) << whole.dump();
  EXPECT_EQ(whole["value"]["rows"]["read"], 6);
  EXPECT_EQ(whole["value"]["rows"]["scored"], 4);
  EXPECT_EQ(whole["value"]["rows"]["rejected"][0]["line"], 5);
  EXPECT_EQ(whole["value"]["estimate"]["npsExact"], "-25");
  auto run = wire::begin_report(kOptions.dump());
  ASSERT_TRUE(run.ok());
  for (const char c : std::string_view(kFile)) run->file->push({&c, 1});
  const Json peeked =
      Json::parse(wire::write_report(*run, Detail::quick))["value"];
  EXPECT_TRUE(peeked["comments"].empty());
  run->file->finish();
  EXPECT_FALSE(run->file->again());
  EXPECT_EQ(Json::parse(wire::write_report(*run, Detail::all)), whole);
}

TEST(Analyze, JsonIsReadAsTextAndAsADocument) {
  const Json rows = {{{"score", 10}, {"comment", "So easy to use, love it"}},
                     {{"score", 2}, {"comment", "It crashes all the time"}}};
  const Json by_text = called({{"json", rows.dump()}});
  ASSERT_TRUE(by_text["ok"].get<bool>()) << by_text.dump();
  EXPECT_EQ(by_text["value"]["estimate"]["npsExact"], "0");
  EXPECT_EQ(called({{"json", rows}}), by_text);
}

TEST(Analyze, ThemesAreThoseOfTheTagger) {
  const char* const comments[] = {
      "Support took a week to answer",
      "Love it, so easy to use",
      "It crashes all the time",
      "Too expensive for what it does",
      "The invoice was wrong and support took a week to answer",
      "   "};
  Json responses = Json::array();
  std::map<std::string, std::array<int, 3>> counted;
  for (int i = 0; i < 60; ++i) {
    const char* comment = comments[i % 6];
    const int score = i * 7 % 11;
    responses.push_back({{"score", score}, {"comment", comment}});
    for (const ThemeFound& found : Tagger::built_in().tag(comment).themes) {
      ++counted[found.id][static_cast<std::size_t>(*segment_of(score))];
    }
  }
  const Json reply = called({{"responses", responses}});
  ASSERT_TRUE(reply["ok"].get<bool>()) << reply.dump();
  const Json& themes = reply["value"]["themes"];
  ASSERT_EQ(themes.size(), counted.size());
  EXPECT_EQ(reply["value"]["commented"], 50);
  for (const Json& theme : themes) {
    const auto& counts = counted[theme["id"].get<std::string>()];
    EXPECT_EQ(theme["counts"]["detractors"], counts[0]);
    EXPECT_EQ(theme["counts"]["passives"], counts[1]);
    EXPECT_EQ(theme["counts"]["promoters"], counts[2]);
    for (const Json& example : theme["examples"]) {
      EXPECT_FALSE(example["themes"].empty());
    }
  }
}

TEST(Analyze, WithoutAScoreColumnTheFaultsAreTold) {
  const Json reply = called({{"csv", "name,city\nAnn,Rome\nBob,Oslo\n"}});
  ASSERT_FALSE(reply["ok"].get<bool>());
  EXPECT_EQ(reply["errors"][0]["code"], "no_score_column");
}

}  // namespace
}  // namespace looplet
