#include "wire/theme_types.h"

#include "wire/statistics_names.h"

namespace looplet::wire {
namespace {

constexpr auto kPhrase = text_of(kMaxPhraseLength);
constexpr auto kPhrases = list_of(kPhrase, 0, kMaxPhrases);
constexpr auto kSchema = text_of(200);
constexpr auto kRuleFormat = whole_of<std::int64_t>(1, 1);
constexpr auto kRuleLocale = text_of(0, Form::tag);

constexpr Field kThemeFields[] = {
    LOOPLET_OPTIONAL(ThemePhrases, about, "about", kPhrases,
                     "the theme, whatever is thought of it"),
    LOOPLET_OPTIONAL(ThemePhrases, hints, "hints", kPhrases,
                     "half a proof each: two different ones make the theme"),
    LOOPLET_OPTIONAL(ThemePhrases, bad, "bad", kPhrases,
                     "the theme, and a complaint"),
    LOOPLET_OPTIONAL(ThemePhrases, good, "good", kPhrases,
                     "the theme, and praise"),
    LOOPLET_OPTIONAL(ThemePhrases, except, "except", kPhrases,
                     "what only looks like the theme"),
};
constexpr auto kTheme =
    named("ThemeRule", object_of<ThemePhrases>(kThemeFields));
constexpr auto kThemes = map_of<ThemeRule>(kTheme, Form::id, 0, kMaxOwnThemes);
constexpr auto kGroups = map_of<WordGroup>(kPhrases, Form::id, 0, kMaxPhrases);

constexpr Field kToneFields[] = {
    LOOPLET_FIELD(ToneRule, weight, "weight", kNumber,
                  "-4 (worst) to 4 (best); 0 takes a word's feeling away"),
    LOOPLET_FIELD(ToneRule, words, "words", kPhrases, "of that weight"),
};
constexpr auto kTone = named("ToneRule", object_of<ToneRule>(kToneFields));
constexpr auto kTones = list_of(kTone, 0, kMaxPhrases);

constexpr Field kRulesFields[] = {
    LOOPLET_OPTIONAL(ThemeRules, schema, "$schema", kSchema, "for editors"),
    LOOPLET_FIELD(ThemeRules, format, "format", kRuleFormat, "of the file"),
    LOOPLET_OPTIONAL(ThemeRules, locale, "locale", kRuleLocale,
                     "of the comments it is for; absent: of all"),
    LOOPLET_OPTIONAL(ThemeRules, groups, "groups", kGroups,
                     "words that stand for each other, as @name"),
    LOOPLET_OPTIONAL(ThemeRules, themes, "themes", kThemes, "by their ids"),
    LOOPLET_OPTIONAL(ThemeRules, tone, "tone", kTones,
                     "words and phrases that tell how the writer feels"),
    LOOPLET_OPTIONAL(ThemeRules, neutral, "neutral", kPhrases,
                     "phrases without feeling, though their words have one"),
    LOOPLET_OPTIONAL(ThemeRules, negators, "negators", kPhrases,
                     "turn what follows round"),
    LOOPLET_OPTIONAL(ThemeRules, trailing, "trailing", kPhrases,
                     "negators that may also stand behind"),
    LOOPLET_OPTIONAL(ThemeRules, boosters, "boosters", kPhrases,
                     "raise what follows"),
    LOOPLET_OPTIONAL(ThemeRules, dampeners, "dampeners", kPhrases,
                     "lower what follows"),
    LOOPLET_OPTIONAL(ThemeRules, contrasts, "contrasts", kPhrases,
                     "what follows weighs more than what was before"),
    LOOPLET_OPTIONAL(ThemeRules, joins, "joins", kPhrases,
                     "may begin another thought"),
    LOOPLET_OPTIONAL(ThemeRules, small_words, "smallWords", kPhrases,
                     "which the language is told by"),
    LOOPLET_OPTIONAL(ThemeRules, known, "known", kPhrases,
                     "words that are no slip of the keyboard"),
};

constexpr auto kMaybeRules = optional_of(kThemeRules);
constexpr auto kComment = string_of();
constexpr auto kAskedLocale = text_of(100, Form::blank_ok);
constexpr Field kRequestFields[] = {
    LOOPLET_FIELD(TagRequest, comment, "comment", kComment, "to be tagged"),
    LOOPLET_OPTIONAL(TagRequest, locale, "locale", kAskedLocale,
                     "its language; found out if absent"),
    LOOPLET_OPTIONAL(TagRequest, themes, "themes", kMaybeRules,
                     "rules of your own, besides the built-in ones"),
};

constexpr auto kUnit = whole_of<std::int64_t>(0, kMaxInteger);
constexpr auto kFeeling = whole_of<int>(-1, 1);
constexpr Field kMentionFields[] = {
    LOOPLET_FIELD(Mention, start, "start", kUnit,
                  "of the words that told it, in UTF-16 code units"),
    LOOPLET_FIELD(Mention, end, "end", kUnit, "behind the last of them"),
};
constexpr auto kMention = named("Mention", object_of<Mention>(kMentionFields));
constexpr auto kMentions = vector_of(kMention, 0, kMaxInteger);
constexpr auto kThemeId = string_of(Form::any);
constexpr Field kFoundFields[] = {
    LOOPLET_FIELD(ThemeFound, id, "id", kThemeId, "of the theme"),
    LOOPLET_FIELD(ThemeFound, sentiment, "sentiment", kFeeling,
                  "of the clauses that speak of it"),
    LOOPLET_FIELD(ThemeFound, mentions, "mentions", kMentions,
                  "in order, none within another"),
};
constexpr auto kAllFound = vector_of(kThemeFound, 0, kMaxInteger);
constexpr auto kFoundLocale = text_of(0, Form::tag);
constexpr Field kTagsFields[] = {
    LOOPLET_FIELD(CommentTags, themes, "themes", kAllFound,
                  "what it is about; other only alone"),
    LOOPLET_FIELD(CommentTags, sentiment, "sentiment", kFeeling,
                  "of the whole comment"),
    LOOPLET_FIELD(CommentTags, sentiment_score, "sentimentScore", kNumber,
                  "above -1 and below 1"),
    LOOPLET_FIELD(CommentTags, locale, "locale", kFoundLocale,
                  "whose rules were used; und: none could be told"),
};

}  // namespace

const Typed<ThemeRules> kThemeRules =
    named("ThemeRules", object_of<ThemeRules>(kRulesFields));
const Typed<TagRequest> kTagRequest =
    named("TagRequest", object_of<TagRequest>(kRequestFields));
const Typed<ThemeFound> kThemeFound =
    named("ThemeFound", object_of<ThemeFound>(kFoundFields));
const Typed<CommentTags> kCommentTags =
    named("CommentTags", object_of<CommentTags>(kTagsFields));

}  // namespace looplet::wire
