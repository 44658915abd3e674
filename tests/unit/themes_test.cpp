#include "looplet/themes.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "looplet/wire.h"
#include "surveys.h"

namespace looplet {
namespace {

CommentTags tagged(std::string_view comment, std::string_view locale = "en") {
  return Tagger::built_in().tag(comment, locale);
}

/// "support_quality 1, performance_speed -1"
std::string found(std::string_view comment, std::string_view locale = "en") {
  std::string out;
  for (const ThemeFound& theme : tagged(comment, locale).themes) {
    if (!out.empty()) out += ", ";
    out += theme.id + " " + std::to_string(theme.sentiment);
  }
  return out;
}

Owned<ThemeRules> rules(std::string_view json) {
  auto read = wire::read_theme_rules(json);
  EXPECT_TRUE(read.ok()) << surveys::fault_lines(read.ok() ? Faults{}
                                                           : read.faults());
  return read.ok() ? std::move(*read) : Owned<ThemeRules>{};
}

/// The themes that rules of our own find in a comment.
std::string found_by(std::string_view json, std::string_view comment) {
  const Owned<ThemeRules> own = rules(json);
  const ThemeRules* list[] = {&*own};
  const auto tagger = Tagger::make(list);
  if (!tagger) return surveys::fault_lines(tagger.faults());
  std::string out;
  for (const ThemeFound& theme : tagger->tag(comment).themes) {
    for (const Mention& mention : theme.mentions) {
      out += theme.id + "[" + std::to_string(mention.start) + "," +
             std::to_string(mention.end) + ")";
    }
  }
  return out;
}

TEST(Themes, EveryClauseHasAFeelingOfItsOwn) {
  EXPECT_EQ(found("Great support but the app is slow"),
            "support_quality 1, performance_speed -1");
  EXPECT_EQ(tagged("Great support but the app is slow").sentiment, -1);
}

TEST(Themes, OtherStandsOnlyAlone) {
  EXPECT_EQ(found("qwertz"), "other 0");
  EXPECT_EQ(found("The app is slow"), "performance_speed -1");
}

TEST(Themes, ABlankCommentSaysNothing) {
  for (const char* blank : {"", "  \n", "...", "\xFF\xFE"}) {
    EXPECT_TRUE(tagged(blank).themes.empty());
    EXPECT_EQ(tagged(blank).sentiment, 0);
    EXPECT_FALSE(comment_sense(blank, "en").sentiment);
  }
}

TEST(Themes, AWordIsAWholeWord) {
  constexpr const char* kRules =
      R"({"format":1,"themes":{"own":{"about":["blue","cap"]}}})";
  EXPECT_EQ(found_by(kRules, "Blue cap"), "own[0,4)own[5,8)");
  EXPECT_EQ(found_by(kRules, "bluely, blueish, escape, bluecap, cap1"), "");
}

TEST(Themes, PhrasesOfTwoThemesMayOverlap) {
  EXPECT_EQ(found_by(R"({"format":1,"themes":{"one":{"about":["red car"]},
                     "two":{"about":["car wash"]}}})",
                     "a red car wash"),
            "one[2,9)two[6,14)");
}

TEST(Themes, APhraseDoesNotCrossTheEndOfASentence) {
  constexpr const char* kRules =
      R"({"format":1,"themes":{"own":{"about":["red car"]}}})";
  EXPECT_EQ(found_by(kRules, "red, car"), "own[0,8)");
  EXPECT_EQ(found_by(kRules, "red. Car"), "");
}

TEST(Themes, CapitalsWithAccentsAndBareLettersAreTheSameWord) {
  constexpr const char* kRules =
      R"({"format":1,"locale":"fr","themes":{"own":{"about":["été"]}}})";
  for (const char* comment :
       {"L'ÉTÉ est passé",
        "l\xE2\x80\x99"
        "été est passé",
        "L'ETE est passé", "l'e\xCC\x81te\xCC\x81 est passé"}) {
    EXPECT_EQ(found_by(kRules, comment).substr(0, 6), "own[2,") << comment;
  }
}

TEST(Themes, PlacesAreUtf16CodeUnits) {
  EXPECT_EQ(found_by(R"({"format":1,"themes":{"own":{"about":["café"]}}})",
                     "\xF0\x9F\x98\x8D \xE9\x85\x8D\xE9\x80\x81 CAFÉ!"),
            "own[6,10)");
}

TEST(Themes, IdeographsAreFoundWithinAText) {
  EXPECT_EQ(found_by(R"({"format":1,"themes":{"own":{"about":["配送"]}}})",
                     "また配送が遅い"),
            "own[2,4)");
}

TEST(Themes, AGapAndAGroupAndANumber) {
  constexpr const char* kRules = R"({"format":1,"groups":{"time":["days"]},
      "themes":{"own":{"about":["took ... # @time"]}}})";
  EXPECT_EQ(found_by(kRules, "It took me about 3 days"), "own[3,23)");
  EXPECT_EQ(found_by(kRules, "took a b c d 3 days"), "");
  EXPECT_EQ(found_by(kRules, "took three days"), "");
}

TEST(Themes, TwoDifferentHintsMakeATheme) {
  constexpr const char* kRules =
      R"({"format":1,"themes":{"own":{"hints":["blue","red"]}}})";
  EXPECT_EQ(found_by(kRules, "blue and blue"), "");
  EXPECT_EQ(found_by(kRules, "blue and red"), "own[0,4)own[9,12)");
}

TEST(Themes, AnExceptionCoversWhatItOverlaps) {
  constexpr const char* kRules = R"({"format":1,"themes":{"own":{
      "about":["support"],"except":["support for"]}}})";
  EXPECT_EQ(found_by(kRules, "support for Spanish"), "");
  EXPECT_EQ(found_by(kRules, "support for support"), "own[12,19)");
}

TEST(Themes, ASlipOfTheKeyboardIsMendedOnlyInUnknownLongWords) {
  constexpr const char* kRules = R"({"format":1,"locale":"en",
      "themes":{"own":{"about":["wheelbarrow","barrow"]}},
      "known":["wheelbarrows"]})";
  EXPECT_EQ(found_by(kRules, "the wheelbarrwo was"), "own[4,15)");
  EXPECT_EQ(found_by(kRules, "the wheelbarow was"), "own[4,14)");
  EXPECT_EQ(found_by(kRules, "the wheelbarrows"), "");  // a word itself
  EXPECT_EQ(found_by(kRules, "the borrow was"), "");    // too short to tell
}

TEST(Themes, NegationTurnsRoundWhatFollowsInItsClause) {
  EXPECT_EQ(tagged("The food was good").sentiment, 1);
  EXPECT_EQ(tagged("The food was not good").sentiment, -1);
  EXPECT_EQ(tagged("No complaints").sentiment, 1);
  EXPECT_EQ(tagged("Not only good, it is excellent").sentiment, 1);
  EXPECT_EQ(tagged("Das Essen war nicht gut", "de").sentiment, -1);
  EXPECT_EQ(tagged("Mir hat es gefallen", "de").sentiment, 1);
  EXPECT_EQ(tagged("Mir hat es gefallen nicht", "de").sentiment, -1);
  EXPECT_EQ(tagged("Ce n'est pas bon", "fr").sentiment, -1);
  EXPECT_EQ(tagged("No es bueno", "es").sentiment, -1);
  EXPECT_EQ(tagged("Não é bom", "pt").sentiment, -1);
}

TEST(Themes, FacesAndPicturesAreFeelings) {
  EXPECT_EQ(tagged("\xF0\x9F\x98\xA1").sentiment, -1);
  EXPECT_EQ(tagged("\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD").sentiment, 1);  // toned
  EXPECT_EQ(tagged(":)").sentiment, 1);
  EXPECT_EQ(tagged(":-(").sentiment, -1);
}

TEST(Themes, TheLanguageIsFoundOut) {
  EXPECT_EQ(tagged("The app is slow", "").locale, "en");
  EXPECT_EQ(tagged("Die App ist viel zu langsam", "").locale, "de");
  EXPECT_EQ(tagged("C'est beaucoup trop lent", "").locale, "fr");
  EXPECT_EQ(tagged("La aplicación es muy lenta", "").locale, "es");
  EXPECT_EQ(tagged("O aplicativo é muito lento", "").locale, "pt");
  EXPECT_EQ(tagged("配送", "").locale, "und");
  EXPECT_EQ(tagged("The app is slow", "de-AT").locale, "de");
}

TEST(Themes, OwnRulesTakeTheBuiltInOnesPlaceOrStandBehind) {
  const Owned<ThemeRules> own = rules(R"({"format":1,"themes":{
      "billing":{"about":["quux"]},"green":{"about":["solar"]}}})");
  const ThemeRules* list[] = {&*own};
  const auto tagger = Tagger::make(list);
  ASSERT_TRUE(tagger.ok());
  EXPECT_EQ(tagger->theme_ids().size(), 14u);
  EXPECT_EQ(tagger->theme_ids()[13], "green");
  const CommentTags tags = tagger->tag("the invoice, quux and solar", "en");
  ASSERT_EQ(tags.themes.size(), 2u);
  EXPECT_EQ(tags.themes[0].id, "billing");
  EXPECT_EQ(tags.themes[0].mentions, (std::vector<Mention>{{13, 17}}));
  EXPECT_EQ(tags.themes[1].id, "green");
}

TEST(Themes, APhraseThatCannotBeReadIsAFaultAtItsPlace) {
  const Owned<ThemeRules> own = rules(R"({"format":1,"themes":{
      "own":{"about":["fine","@none","a ...","ab*"]},
      "other":{"about":["x"]}}})");
  const ThemeRules* list[] = {&*own};
  const auto tagger = Tagger::make(list);
  ASSERT_FALSE(tagger.ok());
  EXPECT_EQ(surveys::fault_lines(tagger.faults()),
            "reserved_name /themes/other: 'other' cannot be used as a name; "
            "choose another.\n"
            "bad_phrase /themes/own/about/1: '@none' is not a phrase to look "
            "for: there is no group '@none'.\n"
            "bad_phrase /themes/own/about/2: 'a ...' is not a phrase to look "
            "for: nothing stands behind '...'.\n"
            "bad_phrase /themes/own/about/3: 'ab*' is not a phrase to look "
            "for: 'ab*' needs four letters.\n");
}

TEST(Themes, TheCallAnswersInTheContractsForm) {
  EXPECT_EQ(
      wire::call("tag", R"({"comment":"The app is slow"})").substr(0, 119),
      R"({"ok":true,"value":{"themes":[{"id":"performance_speed",)"
      R"("sentiment":-1,"mentions":[{"start":11,"end":15}]}],"sentiment")");
  EXPECT_NE(wire::call("tag", R"({"comment":"x","themes":{"format":1,
      "themes":{"own":{"about":["@y"]}}}})")
                .find(R"("where":"/themes/themes/own/about/0")"),
            std::string::npos);
}

TEST(Themes, TheFilesOfRulesAreWhatIsBuiltIn) {
  const auto built_in = built_in_theme_rules();
  const char* names[] = {"en", "en-vader", "de", "fr", "es", "pt", "any"};
  ASSERT_EQ(built_in.size(), std::size(names));
  for (std::size_t i = 0; i < built_in.size(); ++i) {
    std::ifstream in(std::string(LOOPLET_VECTORS_DIR) +
                     "/../../examples/themes/" + names[i] + ".json");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Owned<ThemeRules> read = rules(text);
    read->schema = {};  // for editors
    EXPECT_TRUE(*read == *built_in[i]) << names[i];
  }
}

// --- in a flow

constexpr std::string_view kAsks = R"({"id":"why","type":"text","text":"W",
    "next":[{"when":{"theme":"support_speed"},"to":"slow"},
            {"when":{"sentiment":1},"to":"glad"},{"to":"end"}]},
  {"id":"slow","type":"text","text":"S","next":"end"},
  {"id":"glad","type":"text","text":"G","next":"end"},
  {"id":"end","type":"end","text":"Bye"})";

std::string after(std::string_view comment, CommentReader reader) {
  CompiledSurvey survey = surveys::compiled(surveys::around(kAsks));
  survey.comments = reader;
  Arena arena;
  const State first = start(survey, {}, arena);
  const auto next = answer(survey, first, surveys::word(comment), arena);
  return next.ok() ? std::string(next->step.id) : "fault";
}

TEST(ThemesInAFlow, CommentsDecideWhereSomebodyReadsThem) {
  EXPECT_EQ(after("Nobody has answered", comment_sense), "slow");
  EXPECT_EQ(after("Excellent", comment_sense), "glad");
  EXPECT_EQ(after("qwertz", comment_sense), "end");
  EXPECT_EQ(after("Nobody has answered", nullptr), "end");
}

TEST(ThemesInAFlow, ARecordIsJudgedWhicheverWayItsSenderWent) {
  CompiledSurvey survey = surveys::compiled(surveys::around(kAsks));
  for (const CommentReader sender :
       {CommentReader{comment_sense}, CommentReader{nullptr}}) {
    survey.comments = sender;
    Arena arena;
    State state = start(survey, {}, arena);
    state = *answer(survey, state, surveys::word("Nobody has answered"), arena);
    if (sender != nullptr) {
      state = *answer(survey, state, surveys::word("weeks"), arena);
    }
    const auto record = response(survey, state, {}, arena);
    ASSERT_TRUE(record.ok());
    EXPECT_TRUE(record->complete);
    EXPECT_EQ(record->sentiment.has_value(), sender != nullptr);
    survey.comments = comment_sense;
    const auto verdict = judge(survey, *record);
    ASSERT_TRUE(verdict.ok());
    EXPECT_TRUE(verdict->complete);
    EXPECT_EQ(verdict->sentiment.has_value(), true);
    const auto theme = static_cast<int>(Theme::support_speed);
    EXPECT_EQ(verdict->themes >> theme & 1, 1);
  }
}

}  // namespace
}  // namespace looplet
