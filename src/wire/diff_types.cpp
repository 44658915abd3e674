#include "wire/diff_types.h"

#include "survey/change_names.h"
#include "wire/statistics_names.h"
#include "wire/survey_types.h"

namespace looplet::wire {
namespace {

constexpr auto kWords = string_of();
constexpr auto kMaybeWords = optional_of(kWords);
constexpr auto kWordList = vector_of(kWords, 0, kMaxInteger);

// --- changes

constexpr auto kChangeKind =
    named("ChangeKind", name_of<ChangeKind>(names::kChangeKinds));
constexpr Field kChangeFields[] = {
    LOOPLET_FIELD(Change, kind, "kind", kChangeKind, "what has changed"),
    LOOPLET_FIELD(Change, warning, "warning", kTruth,
                  "answers before and after are not alike"),
    LOOPLET_OPTIONAL(Change, step, "step", kWords,
                     "its id; absent: the survey's own"),
    LOOPLET_OPTIONAL(Change, in_before, "inBefore", kTruth,
                     "the place is in the old revision"),
    LOOPLET_FIELD(Change, where, "where", kWords, "JSON Pointer"),
    LOOPLET_FIELD(Change, message, "message", kWords, "a sentence"),
};
constexpr auto kChange = named("Change", object_of<Change>(kChangeFields));
constexpr auto kChanges = vector_of(kChange, 0, kMaxInteger);

constexpr Field kCountingFields[] = {
    LOOPLET_FIELD(StepCounting, step, "step", kWords, "its id"),
    LOOPLET_FIELD(StepCounting, together, "together", kTruth,
                  "old and new answers can be counted together"),
    LOOPLET_OPTIONAL(StepCounting, why, "why", kWords, "a sentence when not"),
};
constexpr auto kCounting =
    named("StepCounting", object_of<StepCounting>(kCountingFields));
constexpr auto kCountings = vector_of(kCounting, 0, kMaxSteps);

constexpr Field kDiffFields[] = {
    LOOPLET_FIELD(Diff, changes, "changes", kChanges,
                  "the survey's own, then step by step"),
    LOOPLET_FIELD(Diff, together, "together", kTruth,
                  "all answers to steps of both can be counted together"),
    LOOPLET_FIELD(Diff, steps, "steps", kCountings, "those of both"),
};

// --- translations

constexpr Field kTranslationFields[] = {
    LOOPLET_FIELD(Translation, language, "language", kWords, "its tag"),
    LOOPLET_NULLABLE(Translation, text, "text", kMaybeWords, "null: missing"),
    LOOPLET_FIELD(Translation, outdated, "outdated", kTruth,
                  "its source has changed, it has not"),
};
constexpr auto kTranslation =
    named("Translation", object_of<Translation>(kTranslationFields));
constexpr auto kTranslationList = vector_of(kTranslation, 0, kMaxLanguages);
constexpr Field kTextFields[] = {
    LOOPLET_FIELD(TranslatedText, where, "where", kWords, "JSON Pointer"),
    LOOPLET_OPTIONAL(TranslatedText, step, "step", kWords,
                     "its id; absent: the survey's own"),
    LOOPLET_FIELD(TranslatedText, field, "field", kWords, "its name there"),
    LOOPLET_FIELD(TranslatedText, source, "source", kWords,
                  "in the survey's own language"),
    LOOPLET_FIELD(TranslatedText, plain, "plain", kTruth,
                  "one text for all languages"),
    LOOPLET_FIELD(TranslatedText, translations, "translations",
                  kTranslationList, "one for each other language"),
};
constexpr auto kTranslated =
    named("TranslatedText", object_of<TranslatedText>(kTextFields));
constexpr auto kTranslatedList = vector_of(kTranslated, 0, kMaxInteger);
constexpr Field kProgressFields[] = {
    LOOPLET_FIELD(LanguageProgress, language, "language", kWords, "its tag"),
    LOOPLET_FIELD(LanguageProgress, texts, "texts", kCount, "that are there"),
    LOOPLET_FIELD(LanguageProgress, missing, "missing", kCount, "texts"),
    LOOPLET_FIELD(LanguageProgress, outdated, "outdated", kCount, "texts"),
};
constexpr auto kProgress =
    named("LanguageProgress", object_of<LanguageProgress>(kProgressFields));
constexpr auto kProgressList = vector_of(kProgress, 0, kMaxLanguages);
constexpr Field kTranslationsFields[] = {
    LOOPLET_FIELD(Translations, source, "source", kWords,
                  "the survey's own language"),
    LOOPLET_FIELD(Translations, languages, "languages", kWordList,
                  "all it speaks, the source first"),
    LOOPLET_FIELD(Translations, texts, "texts", kTranslatedList,
                  "in the survey's order"),
    LOOPLET_FIELD(Translations, progress, "progress", kProgressList,
                  "of each language but the source"),
};

// --- what was brought over

constexpr std::array<names::Name, 3> kSources = {"surveyjs", "formbricks",
                                                 "posthog"};
constexpr auto kSource =
    named("MigrationSource", name_of<MigrationSource>(kSources));
constexpr std::array<names::Name, 2> kSeverities = {"changed", "lost"};
constexpr auto kSeverity = name_of<NoteSeverity>(kSeverities);
constexpr Field kNoteFields[] = {
    LOOPLET_FIELD(MigrationNote, severity, "severity", kSeverity,
                  "there in another form, or not at all"),
    LOOPLET_FIELD(MigrationNote, where, "where", kWords,
                  "JSON Pointer into the document given"),
    LOOPLET_FIELD(MigrationNote, message, "message", kWords, "a sentence"),
};
constexpr auto kNote =
    named("MigrationNote", object_of<MigrationNote>(kNoteFields));
constexpr auto kNotes = vector_of(kNote, 0, kMaxInteger);
constexpr Field kMigrationFields[] = {
    LOOPLET_FIELD(Migration, from, "from", kSource, "the program it is from"),
    LOOPLET_FIELD(Migration, notes, "notes", kNotes, "what did not map"),
};

}  // namespace

const Typed<Diff> kDiff = named("SurveyDiff", object_of<Diff>(kDiffFields));
const Typed<Translations> kTranslations =
    named("Translations", object_of<Translations>(kTranslationsFields));
const Typed<Migration> kMigrationNotes =
    named("MigrationReport", object_of<Migration>(kMigrationFields));

}  // namespace looplet::wire
