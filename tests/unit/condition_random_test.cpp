// Conditions: compiled tests against a direct reading of the condition, on
// random trees and facts.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "looplet/flow.h"
#include "survey/facts.h"
#include "surveys.h"

namespace looplet {
namespace {

using surveys::around;
using surveys::nps;
using surveys::number;
using surveys::options_and_other;
using surveys::truth;
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
