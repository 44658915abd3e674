// Conditions: every form by itself, then compiled tests against a direct
// reading of the condition on random trees and facts.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "looplet/flow.h"
#include "looplet/locale.h"
#include "survey/facts.h"
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

// --- compiled against read directly

/// What is known of one respondent, as a person would write it down.
struct Known {
  int score = -1;                    // -1: skipped
  std::vector<std::string> options;  // of "c"; "other" for own words
  int rating = -1;
  int consent = -1;
  bool text = false;
  std::string plan;
  std::string locale;
};

bool has(const Known& known, std::string_view option) {
  for (const std::string& chosen : known.options) {
    if (chosen == option) return true;
  }
  return false;
}

bool about_step(const Condition& condition, const Known& known) {
  if (condition.step == "score") {
    if (condition.answered) return *condition.answered == (known.score >= 0);
    return condition.is->number == known.score;
  }
  if (condition.step == "r") {
    if (condition.answered) return *condition.answered == (known.rating >= 0);
    return condition.is->number == known.rating;
  }
  if (condition.step == "k") {
    if (condition.answered) return *condition.answered == (known.consent >= 0);
    return known.consent == static_cast<int>(condition.is->truth);
  }
  if (condition.step == "t") return *condition.answered == known.text;
  if (condition.answered) return *condition.answered == !known.options.empty();
  if (!condition.includes.empty()) return has(known, condition.includes);
  return known.options.size() == 1 && has(known, condition.is->word);
}

bool read_directly(const Condition& condition, const Known& known) {
  if (!condition.segment.empty()) {
    const auto segment = segment_of(known.score);
    bool any = false;
    for (const Segment wanted : condition.segment) any |= segment == wanted;
    if (!any) return false;
  }
  if (condition.score) {
    bool any = condition.score->list.empty() && known.score >= 0 &&
               condition.score->from <= known.score &&
               known.score <= condition.score->to;
    for (const int wanted : condition.score->list) any |= wanted == known.score;
    if (!any) return false;
  }
  if (!condition.step.empty() && !about_step(condition, known)) return false;
  if (!condition.trait.empty() && condition.is->word != known.plan) {
    return false;
  }
  if (!condition.theme.empty()) {
    bool any = false;
    for (const Theme theme : condition.theme) {
      any |= theme == Theme::billing && has(known, "a");
      any |= theme == Theme::staff && has(known, "b");
    }
    if (!any) return false;
  }
  if (!condition.sentiment.empty()) return false;  // nobody knows it
  if (!condition.locale.empty()) {
    bool any = false;
    for (const std::string_view tag : condition.locale) {
      any |= known.locale == tag ||
             known.locale.rfind(std::string(tag) + "-", 0) == 0;
    }
    if (!any) return false;
  }
  for (const Condition& part : condition.all) {
    if (!read_directly(part, known)) return false;
  }
  bool any = condition.any.empty();
  for (const Condition& part : condition.any) any |= read_directly(part, known);
  if (!any) return false;
  return condition.negated.empty() ||
         !read_directly(condition.negated[0], known);
}

class Random {
 public:
  explicit Random(Arena& arena) : arena_(arena) {}

  int below(int count) {
    return static_cast<int>(engine_() % static_cast<unsigned>(count));
  }
  bool one_in(int count) { return below(count) == 0; }
  template <class T, std::size_t N>
  T one_of(const T (&values)[N]) {
    return values[below(static_cast<int>(N))];
  }
  template <class T, std::size_t N>
  List<T> some_of(const T (&values)[N]) {
    Growing<T> out(arena_);
    for (const T& value : values) {
      if (one_in(2)) out.push(value);
    }
    if (out.size() == 0) out.push(one_of(values));
    return out.list();
  }

  Condition condition(int depth) {
    Condition made;
    if (one_in(4)) {
      made.segment =
          some_of({Segment::detractor, Segment::passive, Segment::promoter});
    }
    if (one_in(4)) {
      made.score.emplace();
      if (one_in(2)) {
        made.score->list = some_of({0, 3, 6, 7, 9, 10});
      } else {
        made.score->from = below(11);
        made.score->to = below(11);
      }
    }
    if (one_in(3)) {
      about_step(made);
    } else if (one_in(5)) {
      made.trait = "plan";
      made.is = text(one_of({"free", "pro"}));
    }
    if (one_in(6)) {
      made.theme = some_of({Theme::billing, Theme::staff, Theme::usability});
    }
    if (one_in(12)) made.sentiment = some_of({-1, 0, 1});
    if (one_in(6)) {
      const std::string_view tags[] = {"de", "de-AT", "en", "fr"};
      made.locale = some_of(tags);
    }
    if (depth > 0) {
      if (one_in(3)) made.all = parts(depth);
      if (one_in(3)) made.any = parts(depth);
      if (one_in(3)) {
        made.negated = arena_.list<Condition>({condition(depth - 1)});
      }
    }
    return made;
  }

  Known known() {
    Known made;
    if (!one_in(5)) made.score = below(11);
    for (const char* option : {"a", "b", "d", "other"}) {
      if (one_in(3)) made.options.emplace_back(option);
    }
    if (one_in(2)) made.rating = 1 + below(5);
    if (one_in(2)) made.consent = below(2);
    made.text = one_in(2);
    made.plan = one_of({"", "free", "pro", "unheard-of"});
    made.locale = one_of({"en", "de", "de-AT", "fr-CA", "dede"});
    return made;
  }

 private:
  List<Condition> parts(int depth) {
    List<Condition> made =
        arena_.list<Condition>(static_cast<std::size_t>(1 + below(3)));
    for (Condition& part : made) part = condition(depth - 1);
    return made;
  }

  static Scalar text(std::string_view word) {
    Scalar scalar;
    scalar.word = word;
    return scalar;
  }

  void about_step(Condition& made) {
    made.step = one_of({"score", "c", "r", "k", "t"});
    if (made.step == "t" || one_in(3)) {
      made.answered = one_in(2);
    } else if (made.step == "c") {
      if (one_in(2)) {
        made.includes = one_of({"a", "b", "d", "other"});
      } else {
        made.is = text(one_of({"a", "b", "d", "other"}));
      }
    } else {
      made.is.emplace();
      made.is->kind =
          made.step == "k" ? Scalar::Kind::truth : Scalar::Kind::number;
      made.is->truth = one_in(2);
      made.is->number = 1 + below(5);
    }
  }

  std::mt19937 engine_{20261105};  // NOLINT: the same trees every time
  Arena& arena_;
};

Facts facts_of(const CompiledSurvey& survey, const Known& known, Arena& arena) {
  Facts facts;
  TraitValue plan[] = {{"plan", known.plan}};
  set_first_facts(survey, known.locale, plan, facts);
  if (known.score >= 0) add_fact(survey, 0, number(known.score), facts);
  if (!known.options.empty()) {
    Growing<std::string_view> ids(arena);
    Answer choice = options_and_other(arena, {}, "");
    for (const std::string& option : known.options) {
      if (option == "other") {
        choice.text = "mine";
      } else {
        ids.push(option);
      }
    }
    choice.options = ids.list();
    add_fact(survey, 1, choice, facts);
  }
  if (known.rating >= 0) add_fact(survey, 2, number(known.rating), facts);
  if (known.consent >= 0) add_fact(survey, 3, truth(known.consent == 1), facts);
  if (known.text) add_fact(survey, 4, word("x"), facts);
  return facts;
}

TEST(Condition, CompiledIsTheSameAsReadDirectly) {
  const CompiledSurvey frame = surveys::compiled(asking("{}"));
  int held = 0;
  constexpr int kTrees = 20000;
  Arena trees;
  Random random(trees);
  for (int tree = 0; tree < kTrees; ++tree) {
    Arena arena;
    Survey survey = frame.survey;
    survey.steps = arena.list<Step>(frame.survey.steps.size());
    for (std::size_t i = 0; i < survey.steps.size(); ++i) {
      survey.steps[i] = frame.survey.steps[i];
    }
    survey.steps[4].next.rules = arena.list<Rule>(2);
    survey.steps[4].next.rules[0] = {random.condition(tree % 4), "yes"};
    survey.steps[4].next.rules[1] = {std::nullopt, "no"};
    const Result<CompiledSurvey> compiled = compile(survey, Arena());
    ASSERT_TRUE(compiled) << surveys::fault_lines(compiled.faults());
    for (int k = 0; k < 8; ++k) {
      const Known known = random.known();
      const Facts facts = facts_of(*compiled, known, arena);
      const bool expected =
          read_directly(*survey.steps[4].next.rules[0].when, known);
      ASSERT_EQ(compiled->flow.next(4, facts.data()), expected ? 5 : 6)
          << "tree " << tree << ", facts " << k;
      held += expected;
    }
  }
  // Neither answer is so rare that the comparison would say little.
  EXPECT_GT(held, kTrees);
  EXPECT_LT(held, 7 * kTrees);
}

}  // namespace
}  // namespace looplet
