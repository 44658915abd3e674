#include "looplet/translations.h"

#include <gtest/gtest.h>

#include <string>

#include "surveys.h"
#include "vectors.h"

namespace looplet {
namespace {

using surveys::around;

constexpr const char* kNow =
    R"({"id":"why","type":"choice","text":{"en":"Why now?","de":"Warum?",
        "fr":"Pourquoi maintenant ?"},
        "options":[{"id":"b","text":{"en":"B","de":"B"}},
                   {"id":"a","text":{"en":"A!","de":"A","fr":"A"}}]},
       {"id":"end","type":"end","text":"Acme"})";
constexpr const char* kBefore =
    R"({"id":"why","type":"choice","text":{"en":"Why?","de":"Warum?",
        "fr":"Pourquoi ?"},
        "options":[{"id":"a","text":{"en":"A","de":"A"}},
                   {"id":"b","text":{"en":"B","de":"B"}}]},
       {"id":"end","type":"end","text":"Acme!"})";

/// One text a line, with what each language has.
std::string lines(const Translations& found) {
  std::string out;
  for (const TranslatedText& text : found.texts) {
    out += text.where + " " + text.source + (text.plain ? " (plain)" : "");
    for (const Translation& one : text.translations) {
      out += " | " + one.language + ": " + one.text.value_or("-");
      if (one.outdated) out += " outdated";
    }
    out += "\n";
  }
  return out;
}

TEST(Translations, StandSideBySideWithWhatIsMissing) {
  const auto now = wire::read_survey_document(around(kNow));
  ASSERT_TRUE(now);
  const Translations found = translations(**now);
  EXPECT_EQ(found.source, "en");
  EXPECT_EQ(found.languages, (std::vector<std::string>{"en", "de", "fr"}));
  EXPECT_EQ(lines(found),
            "/subject Acme (plain) | de: - | fr: -\n"
            "/steps/0/text Why now? | de: Warum? | fr: Pourquoi maintenant ?\n"
            "/steps/0/options/0/text B | de: B | fr: -\n"
            "/steps/0/options/1/text A! | de: A | fr: A\n"
            "/steps/1/text Acme (plain) | de: - | fr: -\n");
  ASSERT_EQ(found.progress.size(), 2u);
  EXPECT_EQ(found.progress[0].missing, 0);
  EXPECT_EQ(found.progress[1].missing, 1);
  EXPECT_EQ(found.progress[1].texts, 2);
}

TEST(Translations, AreOutdatedWhenOnlyTheSourceChanged) {
  // The options have changed places; they are known by their ids.
  const auto now = wire::read_survey_document(around(kNow));
  const auto before = wire::read_survey_document(around(kBefore));
  ASSERT_TRUE(now);
  ASSERT_TRUE(before);
  EXPECT_EQ(lines(translations(**now, &**before)),
            "/subject Acme (plain) | de: - | fr: -\n"
            "/steps/0/text Why now? | de: Warum? outdated | fr: Pourquoi "
            "maintenant ?\n"
            "/steps/0/options/0/text B | de: B | fr: -\n"
            "/steps/0/options/1/text A! | de: A outdated | fr: A\n"
            "/steps/1/text Acme (plain) | de: - | fr: -\n");
  const Translations same = translations(**now, &**now);
  for (const LanguageProgress& one : same.progress) {
    EXPECT_EQ(one.outdated, 0);
  }
}

// --- the calls

vectors::Json reply_of(std::string_view name, const vectors::Json& request) {
  return vectors::Json::parse(wire::call(name, request.dump()));
}

TEST(DesignCalls, AnswerWithDocuments) {
  const auto now = vectors::Json::parse(around(kNow));
  const auto before = vectors::Json::parse(around(kBefore));
  auto reply =
      reply_of("translations", {{"survey", now}, {"previous", before}});
  ASSERT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(reply["value"]["texts"][2]["translations"][1].dump(),
            R"({"language":"fr","text":null,"outdated":false})");
  reply = reply_of("diff", {{"before", before}, {"after", now}});
  ASSERT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(reply["value"]["together"], true);
  EXPECT_EQ(reply["value"]["changes"][0]["kind"], "text");
  reply = reply_of(
      "simulate",
      {{"survey", before}, {"respondents", 1000}, {"mix", {{"dropOff", 0}}}});
  ASSERT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(
      reply["value"]["paths"][0].dump(),
      R"({"steps":["why","end"],"complete":true,"count":1000,"share":1})");
  EXPECT_EQ(reply["value"]["completion"][0]["share"], nullptr);
}

TEST(DesignCalls, SayWhichPartIsWrong) {
  const auto errors = [](const vectors::Json& reply) {
    std::string out;
    for (const auto& error : reply["errors"]) {
      out += error["code"].get<std::string>() + " " +
             error["where"].get<std::string>() + "\n";
    }
    return out;
  };
  EXPECT_EQ(errors(reply_of("diff", {{"before", 1}})),
            "wrong_type /before\nmissing_field \n");
  EXPECT_EQ(errors(reply_of("translations", {{"survey", nullptr}})),
            "wrong_type /survey\n");
  EXPECT_EQ(errors(reply_of("simulate", {{"survey", vectors::Json::object()},
                                         {"respondents", 1e12},
                                         {"mix", "sad"},
                                         {"starvedBelow", 2}})),
            "missing_field /survey\nmissing_field /survey\n"
            "missing_field /survey\nmissing_field /survey\n"
            "missing_field /survey\nmissing_field /survey\n"
            "out_of_range /respondents\nnot_one_of /mix\n"
            "out_of_range /starvedBelow\n");
  auto large = vectors::Json::parse(around(kNow));
  for (int i = 0; i < 40; ++i) {
    large["title"]["a" + std::string(1, static_cast<char>('a' + i % 26)) +
                   (i < 26 ? "" : "-b")] = std::string(2000, 'x');
  }
  EXPECT_EQ(errors(reply_of("diff", {{"before", large}, {"after", large}})),
            "too_large /before\ntoo_large /after\n");
}

}  // namespace
}  // namespace looplet
