#include "looplet/check.h"

#include <gtest/gtest.h>

#include <string>

#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::kEnd;
using surveys::nps;

/// Every problem but that of asking nothing after the score, which most of
/// these short surveys have.
std::string problems_of(const Check& found) {
  std::string out;
  for (const Problem& problem : found.problems) {
    if (problem.fault.code == Code::no_follow_up) continue;
    out += problem.severity == Severity::error ? "error " : "warning ";
    out += surveys::fault_lines({problem.fault});
  }
  return out;
}

std::string problems(std::string_view json) {
  return problems_of(wire::check_survey(json));
}

std::string text_step(const char* id, const char* next) {
  return R"({"id":")" + std::string(id) +
         R"(","type":"text","text":"T","next":)" + next + "},";
}

TEST(Check, FindsNothingInASoundSurvey) {
  const Check found =
      wire::check_survey(around(nps() + "," + std::string(kEnd)));
  EXPECT_EQ(problems_of(found), "");
  EXPECT_TRUE(found.runs);
  EXPECT_EQ(found.nodes, (std::vector<std::string>{"score", "end"}));
  ASSERT_EQ(found.edges.size(), 1u);
  EXPECT_EQ(found.edges[0].from, "score");
  EXPECT_EQ(found.edges[0].to, "end");
  EXPECT_EQ(found.edges[0].segments.size(), 3u);
  EXPECT_EQ(found.count, 1);
  EXPECT_EQ(found.longest, 2);
}

TEST(Check, CountsWaysBySegment) {
  // detractor: why, then end or more + end; the others: end.
  const Check found = wire::check_survey(around(
      nps(R"(,"next":[{"when":{"segment":"detractor"},"to":"why"},{"to":"end"}])") +
      R"(,{"id":"why","type":"text","text":"W","optional":true,
          "next":[{"when":{"step":"why","answered":false},"to":"end"}]},
         {"id":"more","type":"text","text":"M"},)" +
      std::string(kEnd)));
  EXPECT_EQ(problems_of(found), "");
  EXPECT_EQ(found.count, 3);
  EXPECT_EQ(found.longest, 4);
  ASSERT_EQ(found.by_segment.size(), 3u);
  EXPECT_EQ(found.by_segment[0].count, 2);
  EXPECT_EQ(found.by_segment[0].longest, 4);
  for (const std::size_t other : {1u, 2u}) {
    EXPECT_EQ(found.by_segment[other].count, 1);
    EXPECT_EQ(found.by_segment[other].longest, 2);
  }
}

TEST(Check, FindsUnknownTargets) {
  EXPECT_EQ(
      problems(around(text_step("a", R"("nowhere")") + std::string(kEnd))),
      "error unknown_target /steps/0/next: There is no step 'nowhere' to "
      "go to.\n");
  EXPECT_EQ(
      problems(
          around(nps(R"(,"next":[{"when":{"score":1},"to":"x"},{"to":"y"}])") +
                 "," + std::string(kEnd))),
      "error unknown_target /steps/0/next/0/to: There is no step 'x' to go "
      "to.\n"
      "error unknown_target /steps/0/next/1/to: There is no step 'y' to go "
      "to.\n");
}

TEST(Check, FindsUnreachableSteps) {
  const std::string sentence =
      "error unreachable_step /steps/1: No answer leads to the step 'lost'; "
      "lead a rule to it or remove it.\n";
  EXPECT_EQ(problems(around(text_step("a", R"("end")") +
                            text_step("lost", R"("end")") + std::string(kEnd))),
            sentence);
  // Every score is led elsewhere.
  EXPECT_EQ(
      problems(around(
          nps(R"(,"next":[{"when":{"score":{"to":5}},"to":"end"},{"when":{"score":{"from":6}},"to":"end"}])") +
          "," + text_step("lost", R"("end")") + std::string(kEnd))),
      sentence);
}

TEST(Check, KnowsThatASkippedScoreIsOfNoSegment) {
  const char* const all =
      R"(,"next":[{"when":{"segment":["detractor","passive","promoter"]},"to":"end"}])";
  // Skipping leads on to the step below.
  EXPECT_EQ(
      problems(around(nps(std::string(all) + R"(,"optional":true)") + "," +
                      text_step("why", R"("end")") + std::string(kEnd))),
      "");
  // Before the question there is no score, so the rule never holds.
  EXPECT_EQ(problems(around(R"({"id":"hi","type":"statement","text":"H")" +
                            std::string(all) + "}," + nps() + "," +
                            std::string(kEnd))),
            "error contradictory_rule /steps/0/next/0/when: This condition "
            "can never hold here; correct it or remove the rule.\n");
  // A way around the question.
  EXPECT_EQ(
      problems(around(
          R"({"id":"k","type":"consent","text":"K","next":[{"when":{"step":"k","is":false},"to":"p"}]},)" +
          nps() + R"(,{"id":"p","type":"statement","text":"P")" + all + "}," +
          text_step("why", R"("end")") + std::string(kEnd))),
      "");
}

TEST(Check, FindsLoops) {
  EXPECT_EQ(problems(around(text_step("a", R"("b")") +
                            text_step("b", R"("a")") + std::string(kEnd))),
            "error loop /steps/1/next: The steps 'a' > 'b' > 'a' lead in a "
            "circle, so the survey may never end. There are answers that go "
            "round it.\n");
  EXPECT_EQ(
      problems(around(text_step("a", R"("a")") + std::string(kEnd))),
      "error loop /steps/0/next: The steps 'a' > 'a' lead in a circle, so the "
      "survey may never end. There are answers that go round it.\n");
}

TEST(Check, FindsDeadEnds) {
  EXPECT_EQ(
      problems(around(nps())),
      "error dead_end /steps/0: Nothing comes after the step 'score'; add "
      "an end step below it or say where it leads.\n");
}

TEST(Check, FindsWhatFollowsAnEnd) {
  EXPECT_EQ(
      problems(around(
          nps() + R"(,{"id":"end","type":"end","text":"E","next":"score"})")),
      "error next_after_end /steps/1/next: An end step leads nowhere; remove "
      "its 'next'.\n");
}

TEST(Check, FindsIdsGivenTwice) {
  EXPECT_EQ(
      problems(around(text_step("a", R"("end")") + text_step("a", R"("end")") +
                      R"({"id":"c","type":"choice","text":"C","options":[
               {"id":"x","text":"X"},{"id":"x","text":"Y"},{"id":"x","text":"Z"}]},)" +
                      std::string(kEnd))),
      "error duplicate_id /steps/1/id: The id 'a' is used twice; every id must "
      "be its own.\n"
      "error duplicate_id /steps/2/options/1/id: The id 'x' is used twice; "
      "every id must be its own.\n"
      "error duplicate_id /steps/2/options/2/id: The id 'x' is used twice; "
      "every id must be its own.\n");
}

TEST(Check, FindsIdsThatMeanSomethingInTexts) {
  for (const char* id : {"subject", "segment", "owner", "score"}) {
    EXPECT_EQ(problems(around(text_step(id, R"("end")") + std::string(kEnd))),
              "error reserved_name /steps/0/id: '" + std::string(id) +
                  "' cannot be used as a name; choose another.\n");
  }
}

TEST(Check, FindsASecondScore) {
  EXPECT_EQ(
      problems(around(
          nps() +
          R"(,{"id":"again","type":"nps","text":"Q","low":"L","high":"H"},)" +
          std::string(kEnd))),
      "error two_nps_steps /steps/1/type: Only one step may ask the 0-10 "
      "question; 'score' asks it already.\n");
}

TEST(Check, FindsUnsafeLinks) {
  const auto with_url = [](const std::string& url) {
    return problems(around(
        R"({"id":"end","type":"end","text":"E","actions":[{"kind":"link","text":"A","url":")" +
        url + R"("}]})"));
  };
  EXPECT_EQ(with_url("https://example.com/?s={score|none}"), "");
  for (const std::string url :
       {"http://example.com", "javascript:alert(1)", "https://{name|x}.example",
        "https://{name|x}", "//example.com", "data:text/html,x"}) {
    EXPECT_EQ(with_url(url),
              "error unsafe_link /steps/0/actions/0/url: '" + url +
                  "' cannot be opened safely; use a full https:// address or "
                  "mailto:.\n");
  }
  EXPECT_EQ(
      problems(around(kEnd, R"(,"privacy":{"text":"P","url":"http://x.y"})")),
      "error unsafe_link /privacy/url: 'http://x.y' cannot be opened safely; "
      "use a full https:// address or mailto:.\n");
}

TEST(Check, FindsNamesThatAreNothings) {
  const auto with_text = [](const std::string& text, const std::string& more) {
    return problems(
        around(nps() + R"(,{"id":"end","type":"end","text":")" + text + R"("})",
               more));
  };
  EXPECT_EQ(with_text("{subject} {score} {segment} {none|x} {{brace}", ""), "");
  EXPECT_EQ(with_text("{nmae}", ""),
            "warning unknown_name /steps/1/text: 'nmae' is neither a step, a "
            "trait nor a built-in name; correct it or give a fallback as in "
            "'{nmae|friend}'.\n");
  EXPECT_EQ(with_text("{plan}", R"(,"traits":[{"name":"plan"}])"), "");
  EXPECT_EQ(with_text("{owner}", R"(,"owner":"We")"), "");
  EXPECT_EQ(with_text("{owner}", R"(,"traits":[{"name":"owner"}])"), "");
  EXPECT_NE(with_text("{owner}", ""), "");
  // Without the question there is no score.
  EXPECT_EQ(problems(around(R"({"id":"end","type":"end","text":"{score}"})")),
            "warning unknown_name /steps/0/text: 'score' is neither a step, a "
            "trait nor a built-in name; correct it or give a fallback as in "
            "'{score|friend}'.\n");
}

TEST(Check, FindsMissingLanguages) {
  const auto with_texts = [](const std::string& first,
                             const std::string& second) {
    return problems(around(R"({"id":"p","type":"statement","text":)" + first +
                           R"(},{"id":"end","type":"end","text":)" + second +
                           "}"));
  };
  EXPECT_EQ(with_texts(R"({"en":"A","de":"B"})", R"("plain")"), "");
  EXPECT_EQ(with_texts(R"({"en":"A","de":"B"})", R"({"en":"C"})"),
            "warning missing_language /steps/1/text: The text in 'de' is "
            "missing; readers of it will see 'C'.\n");
  // The survey's own language is one that it speaks.
  EXPECT_EQ(with_texts(R"({"de":"B"})", R"("plain")"),
            "warning missing_language /steps/0/text: The text in 'en' is "
            "missing; readers of it will see 'B'.\n");
  // Readers in Austria are served by German; not the other way about.
  EXPECT_EQ(with_texts(R"({"en":"A","de-AT":"B"})", R"({"en":"C","de":"D"})"),
            "warning missing_language /steps/0/text: The text in 'de' is "
            "missing; readers of it will see 'A'.\n");
}

TEST(Check, ListsEveryFaultAtOnce) {
  const std::string found = problems(around(
      R"({"id":"a","type":"text","text":"{x}","next":"nowhere"},
         {"id":"a","type":"nps","text":"Q","low":"L","high":"H"})"));
  for (const char* code :
       {"unknown_target", "duplicate_id", "dead_end", "unknown_name"}) {
    EXPECT_NE(found.find(code), std::string::npos) << code << "\n" << found;
  }
}

}  // namespace
}  // namespace looplet
