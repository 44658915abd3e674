// A survey's texts side by side: what is missing in a language, and what was
// not translated again after its source had changed.
//
//   Translations found = translations(survey, &last_released);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/survey.h"

namespace looplet {

struct Translation {
  std::string language;
  std::optional<std::string> text;  ///< nothing: missing
  bool outdated = false;            ///< its source changed, it did not
};

struct TranslatedText {
  std::string where;  ///< JSON Pointer to the text
  std::string step;   ///< the step's id; empty for the survey's own texts
  std::string field;  ///< "text", "help", "low", ...
  std::string source;
  bool plain = false;  ///< one text for all languages, such as a name
  std::vector<Translation> translations;  ///< one for each other language
};

/// How far one language is.
struct LanguageProgress {
  std::string language;
  std::int64_t texts = 0;  ///< that are there
  std::int64_t missing = 0;
  std::int64_t outdated = 0;
};

struct Translations {
  std::string source;                  ///< the survey's own language
  std::vector<std::string> languages;  ///< the source first
  std::vector<TranslatedText> texts;
  std::vector<LanguageProgress> progress;  ///< of the other languages
};

/// Every language that any text of the survey is in counts as one it speaks.
/// A plain text of a survey with several languages counts as missing in none:
/// it is read in all. With `previous`, a translation is outdated when the
/// source of the same text (by the ids of its step and option) has changed
/// while it has not.
Translations translations(const Survey& survey,
                          const Survey* previous = nullptr);

}  // namespace looplet
