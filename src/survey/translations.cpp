#include "looplet/translations.h"

#include <utility>

#include "looplet/locale.h"
#include "survey/texts.h"

namespace looplet {
namespace {

/// The text in exactly this language, or in a plain form of it.
const std::string_view* text_for(const LocalText& text,
                                 std::string_view language) {
  for (const TaggedText& one : text.by_tag) {
    if (one.tag == language) return &one.text;
  }
  for (const TaggedText& one : text.by_tag) {
    if (!one.tag.empty() && language_matches(one.tag, language)) {
      return &one.text;
    }
  }
  return nullptr;
}

std::vector<std::string> languages_of(const std::vector<PlacedText>& texts,
                                      std::string_view source) {
  std::vector<std::string> languages{std::string(source)};
  for (const PlacedText& placed : texts) {
    for (const TaggedText& one : placed.text->by_tag) {
      bool known = one.tag.empty();
      for (const std::string& language : languages) {
        known = known || language == one.tag;
      }
      if (!known) languages.emplace_back(one.tag);
    }
  }
  return languages;
}

const PlacedText* find_key(const std::vector<PlacedText>& texts,
                           const std::string& key) {
  for (const PlacedText& placed : texts) {
    if (placed.key == key) return &placed;
  }
  return nullptr;
}

}  // namespace

Translations translations(const Survey& survey, const Survey* previous) {
  const std::vector<PlacedText> texts = texts_of(survey);
  std::vector<PlacedText> before;
  if (previous != nullptr) before = texts_of(*previous);
  Translations out;
  out.source = survey.locale;
  out.languages = languages_of(texts, survey.locale);
  for (std::size_t i = 1; i < out.languages.size(); ++i) {
    out.progress.push_back({out.languages[i], 0, 0, 0});
  }
  for (const PlacedText& placed : texts) {
    TranslatedText text;
    text.where = placed.where;
    text.step = placed.step;
    text.field = placed.field;
    text.plain = placed.text->is_plain();
    text.source = text_in(*placed.text, survey.locale, survey.locale);
    const PlacedText* old = find_key(before, placed.key);
    const bool changed =
        old != nullptr &&
        text_in(*old->text, previous->locale, previous->locale) != text.source;
    for (std::size_t i = 1; i < out.languages.size(); ++i) {
      Translation one{out.languages[i], std::nullopt, false};
      LanguageProgress& progress = out.progress[i - 1];
      const std::string_view* found = text_for(*placed.text, out.languages[i]);
      if (found != nullptr) {
        one.text = std::string(*found);
        const std::string_view* then =
            changed ? text_for(*old->text, out.languages[i]) : nullptr;
        one.outdated = then != nullptr && *then == *found;
      }
      progress.texts += found != nullptr;
      progress.missing += found == nullptr && !text.plain;
      progress.outdated += one.outdated;
      text.translations.push_back(std::move(one));
    }
    out.texts.push_back(std::move(text));
  }
  return out;
}

}  // namespace looplet
