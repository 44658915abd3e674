#include "survey/score_change.h"

#include <gtest/gtest.h>

namespace looplet {
namespace {

TEST(ScoreChange, IsAskedInFiveLanguages) {
  const struct {
    const char* language;
    const char* text;
    const char* part;
  } kAsking[] = {
      {"en", "Thank you. Would you change your score now?",
       "change your score"},
      {"en-GB", "Please reconsider the rating you gave.",
       "reconsider the rating"},
      {"en", "Give us a 10 next time!", "Give us a 10"},
      {"de", "Möchten Sie Ihre Bewertung ändern?", "Bewertung ändern"},
      {"de-AT", "Geben Sie uns bitte eine 10.", "Geben Sie uns bitte eine 10"},
      {"de", "ÄNDERN Sie Ihre Note", "ÄNDERN Sie Ihre Note"},
      {"fr", "Souhaitez-vous modifier votre note ?", "modifier votre note"},
      {"es", "¿Quiere cambiar su puntuación?", "cambiar su puntuación"},
      {"pt-BR", "Você pode mudar a sua nota.", "mudar a sua nota"},
  };
  for (const auto& [language, text, part] : kAsking) {
    EXPECT_EQ(asks_score_change(text, language), part) << text;
  }
}

TEST(ScoreChange, IsNotAskedByQuestionsForReasons) {
  const struct {
    const char* language;
    const char* text;
  } kFine[] = {
      {"en", "What would raise your score?"},
      {"en", "What is missing to make this a 9 or 10 for you?"},
      {"en", "You gave {score}. What should we change first?"},
      {"en", "Give a score from 0 to 10."},
      {"en", "We change. Your score helps."},
      {"de", "Was fehlt Ihnen für eine 9 oder 10?"},
      {"de", "Was würde Ihre Bewertung verbessern?"},
      {"fr", "Que manque-t-il pour que ce soit un 9 ou un 10 ?"},
      {"es", "¿Qué cambiaría su nota?"},
      {"pt", "O que faria mudar a sua nota?"},
      // In another language the same words may mean something else.
      {"pl", "Would you change your score?"},
  };
  for (const auto& [language, text] : kFine) {
    EXPECT_EQ(asks_score_change(text, language), "") << text;
  }
}

}  // namespace
}  // namespace looplet
