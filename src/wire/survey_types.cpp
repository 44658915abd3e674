#include "wire/survey_types.h"

#include "text/report.h"

namespace looplet::wire {
namespace {

// --- texts

constexpr auto kTextsByTag =
    map_of<TaggedText>(kText, Form::tag, 1, kMaxLanguages);
constexpr Variant kTextForms[] = {
    only_as<TaggedText>(Kind::text, kText, offsetof(TaggedText, text), kTag),
    all_as(Kind::object, kTextsByTag),
};

// --- conditions

constexpr auto kScore = whole_of<int>(kLowestScore, kHighestScore);
constexpr auto kScoreList = list_of(kScore, 1, kHighestScore + 1);
constexpr Field kRangeFields[] = {
    LOOPLET_OPTIONAL(ScoreSet, from, "from", kScore, "0 if absent"),
    LOOPLET_OPTIONAL(ScoreSet, to, "to", kScore, "10 if absent"),
};
void finish_range(void* self, std::uint32_t present) {
  auto& range = *static_cast<ScoreSet*>(self);
  if ((present & 2) == 0) range.to = kHighestScore;
}
constexpr auto kRange =
    finished_by(object_of<ScoreSet>(kRangeFields), finish_range);

constexpr Variant kScoreForms[] = {
    only_as(Kind::number, kScore),
    several_as(Kind::list, kScoreList),
    all_as(Kind::object, kRange),
};
constexpr auto kScoreSet = named(
    "ScoreSet", forms_of<ScoreSet>(
                    kScoreForms,
                    LOOPLET_WORDS("a score", ", a list of scores or a range")));
constexpr auto kMaybeScoreSet = optional_of(kScoreSet);

constexpr auto kWhole = whole_of<std::int64_t>(-kMaxInteger, kMaxInteger);
constexpr Variant kScalarForms[] = {
    member_as(Kind::text, Scalar::Kind::text, kShortText,
              offsetof(Scalar, word)),
    member_as(Kind::number, Scalar::Kind::number, kWhole,
              offsetof(Scalar, number)),
    member_as(Kind::truth, Scalar::Kind::truth, kTruth,
              offsetof(Scalar, truth)),
};
constexpr auto kScalar =
    named("Scalar",
          forms_of<Scalar>(
              kScalarForms,
              LOOPLET_WORDS("a text", ", a whole number, or true or false")));
constexpr auto kMaybeScalar = optional_of(kScalar);
constexpr auto kMaybeTruth = optional_of(kTruth);

constexpr auto kSegments = list_of(kSegment, 1, 3);
constexpr Variant kSegmentForms[] = {
    only_as(Kind::text, kSegment),
    all_as(Kind::list, kSegments),
};
constexpr auto kSegmentOrList = forms_of<List<Segment>>(
    kSegmentForms, LOOPLET_WORDS("a segment", " or a list of them"));

constexpr auto kThemes = list_of(kTheme, 1, kThemeCount);
constexpr Variant kThemeForms[] = {
    only_as(Kind::text, kTheme),
    all_as(Kind::list, kThemes),
};
constexpr auto kThemeOrList = forms_of<List<Theme>>(
    kThemeForms, LOOPLET_WORDS("a theme", " or a list of them"));

constexpr auto kSentiment = whole_of<int>(-1, 1);
constexpr auto kSentiments = list_of(kSentiment, 1, 3);
constexpr Variant kSentimentForms[] = {
    only_as(Kind::number, kSentiment),
    all_as(Kind::list, kSentiments),
};
constexpr auto kSentimentOrList = forms_of<List<int>>(
    kSentimentForms, LOOPLET_WORDS("-1, 0, 1", " or a list of them"));

constexpr auto kTags = list_of(kTag, 1, kMaxLanguages);
constexpr Variant kTagForms[] = {
    only_as(Kind::text, kTag),
    all_as(Kind::list, kTags),
};
constexpr auto kTagOrList = forms_of<List<std::string_view>>(
    kTagForms, LOOPLET_WORDS("a language tag", " or a list of them"));

constexpr auto kConditions = list_of(kCondition, 1, kMaxConditions);
constexpr Variant kNegatedForms[] = {
    only_as(Kind::object, kCondition),
};
constexpr auto kNegated =
    forms_of<List<Condition>>(kNegatedForms, "a condition");

constexpr Field kConditionFields[] = {
    LOOPLET_OPTIONAL(Condition, segment, "segment", kSegmentOrList,
                     "of the respondent"),
    LOOPLET_OPTIONAL(Condition, score, "score", kMaybeScoreSet, "given"),
    LOOPLET_OPTIONAL(Condition, step, "step", kId, "that is asked about"),
    LOOPLET_OPTIONAL(Condition, trait, "trait", kId, "that is asked about"),
    LOOPLET_OPTIONAL(Condition, is, "is", kMaybeScalar,
                     "the answer, or the trait, is this"),
    LOOPLET_OPTIONAL(Condition, includes, "includes", kId,
                     "this option was chosen"),
    LOOPLET_OPTIONAL(Condition, answered, "answered", kMaybeTruth,
                     "the step was answered, or was not"),
    LOOPLET_OPTIONAL(Condition, theme, "theme", kThemeOrList,
                     "that an answer is about"),
    LOOPLET_OPTIONAL(Condition, sentiment, "sentiment", kSentimentOrList,
                     "of the comment"),
    LOOPLET_OPTIONAL(Condition, locale, "locale", kTagOrList,
                     "the language spoken"),
    LOOPLET_OPTIONAL(Condition, all, "all", kConditions, "all of these hold"),
    LOOPLET_OPTIONAL(Condition, any, "any", kConditions, "one of these holds"),
    LOOPLET_OPTIONAL(Condition, negated, "not", kNegated, "this does not hold"),
};
constexpr auto kMaybeCondition = optional_of(kCondition);

// --- steps

constexpr Field kRuleFields[] = {
    LOOPLET_OPTIONAL(Rule, when, "when", kMaybeCondition, "absent: always"),
    LOOPLET_FIELD(Rule, to, "to", kId, "id of the step that follows"),
};
constexpr auto kRule = named("Rule", object_of<Rule>(kRuleFields));
constexpr auto kRules = list_of(kRule, 1, kMaxRules);

constexpr Variant kNextForms[] = {
    only_as<Rule>(Kind::text, kId, offsetof(Rule, to), kMaybeCondition),
    all_as(Kind::list, kRules),
};
constexpr auto kNext = named(
    "Next", forms_of<Next>(kNextForms, LOOPLET_WORDS("the id of a step",
                                                     " or a list of rules")));

constexpr auto kMaybeTheme = optional_of(kTheme);
constexpr Field kOptionFields[] = {
    LOOPLET_FIELD(Option, id, "id", kId, "kept in answers; never change it"),
    LOOPLET_FIELD(Option, text, "text", kLocalText, "what is read"),
    LOOPLET_OPTIONAL(Option, theme, "theme", kMaybeTheme,
                     "what choosing it is about"),
};
constexpr auto kOption = named("Option", object_of<Option>(kOptionFields));
constexpr auto kOptions = list_of(kOption, 1, kMaxOptions);

constexpr std::uint8_t kCopies = only(ActionKind::copy);
constexpr Field kActionFields[] = {
    LOOPLET_FIELD(Action, kind, "kind", kActionKind, "what it offers"),
    LOOPLET_FIELD(Action, text, "text", kLocalText, "the words on it"),
    LOOPLET_FIELD(Action, url, "url", kText,
                  "https:// or mailto:; names are piped into its query",
                  static_cast<std::uint8_t>(~kCopies)),
    LOOPLET_FIELD(Action, code, "code", kShortText, "copied when chosen",
                  kCopies),
};
constexpr auto kAction = named(
    "Action",
    tagged_by(object_of<Action>(kActionFields), 0, offsetof(Action, kind)));
constexpr auto kActions = list_of(kAction, 0, 8);

constexpr auto kPoints = whole_of<std::int64_t>(2, 10);
constexpr auto kMaxLength = whole_of<std::int64_t>(1, kMaxText);
constexpr std::uint8_t kRates = only(StepType::rating);
constexpr std::uint8_t kScales = only(StepType::nps, StepType::rating);
constexpr std::uint8_t kChooses = only(StepType::choice);
constexpr std::uint8_t kWrites = only(StepType::text);
constexpr std::uint8_t kContacts = only(StepType::contact);
constexpr std::uint8_t kAsks =
    static_cast<std::uint8_t>(~only(StepType::statement, StepType::end));
constexpr Field kStepFields[] = {
    LOOPLET_FIELD(Step, id, "id", kId, "kept in answers; never change it"),
    LOOPLET_FIELD(Step, type, "type", kStepType, "what the step asks"),
    LOOPLET_FIELD(Step, text, "text", kLocalText,
                  "the question, or the words of a page"),
    LOOPLET_OPTIONAL(Step, help, "help", kLocalText, "a line under it"),
    LOOPLET_FIELD(Step, low, "low", kLocalText, "what the lowest point means",
                  kScales),
    LOOPLET_FIELD(Step, high, "high", kLocalText,
                  "what the highest point means", kScales),
    LOOPLET_OPTIONAL(Step, metric, "metric", kMetric,
                     "what it measures; never counted in the score", kRates),
    LOOPLET_OPTIONAL(Step, points, "points", kPoints,
                     "answers are 1 to this; 5 if absent", kRates),
    LOOPLET_OPTIONAL(Step, style, "style", kRatingStyle,
                     "how the points are drawn", kRates),
    LOOPLET_FIELD(Step, options, "options", kOptions, "to choose from",
                  kChooses),
    LOOPLET_OPTIONAL(Step, many, "many", kTruth, "more than one may be chosen",
                     kChooses),
    LOOPLET_OPTIONAL(Step, other, "other", kTruth, "offers words of one's own",
                     kChooses),
    LOOPLET_OPTIONAL(Step, other_text, "otherText", kLocalText,
                     "the words for that", kChooses),
    LOOPLET_OPTIONAL(Step, shuffle, "shuffle", kTruth,
                     "another order for each respondent", kChooses),
    LOOPLET_OPTIONAL(Step, placeholder, "placeholder", kLocalText, "an example",
                     kWrites),
    LOOPLET_OPTIONAL(Step, max_length, "maxLength", kMaxLength,
                     "longest answer in characters; 2,000 if absent", kWrites),
    LOOPLET_FIELD(Step, fields, "fields", kContactFields,
                  "what may be filled in", kContacts),
    LOOPLET_OPTIONAL(Step, consent, "consent", kLocalText,
                     "must be ticked for anything to be kept", kContacts),
    LOOPLET_OPTIONAL(Step, label, "label", kLocalText, "the words for yes",
                     only(StepType::consent)),
    LOOPLET_OPTIONAL(Step, button, "button", kLocalText,
                     "the words for going on", only(StepType::statement)),
    LOOPLET_OPTIONAL(Step, actions, "actions", kActions,
                     "what may be done next", only(StepType::end)),
    LOOPLET_OPTIONAL(Step, optional, "optional", kTruth, "may be skipped",
                     kAsks),
    LOOPLET_OPTIONAL(Step, next, "next", kNext,
                     "what follows; absent, or no rule holds: the step below"),
};
/// The defaults that are not zero.
void finish_step(void* self, std::uint32_t) {
  auto& step = *static_cast<Step*>(self);
  if (step.points == 0) step.points = kDefaultPoints;
  if (step.max_length == 0) step.max_length = kMaxText;
}

constexpr auto kStep =
    named("Step", finished_by(tagged_by(object_of<Step>(kStepFields), 1,
                                        offsetof(Step, type)),
                              finish_step));
constexpr auto kSteps = list_of(kStep, 1, kMaxSteps);

// --- the survey

constexpr Field kPrivacyFields[] = {
    LOOPLET_FIELD(Privacy, text, "text", kLocalText, "the words of the link"),
    LOOPLET_FIELD(Privacy, url, "url", kText, "https://"),
};
constexpr auto kPrivacy = named("Privacy", object_of<Privacy>(kPrivacyFields));
constexpr auto kMaybePrivacy = optional_of(kPrivacy);

constexpr auto kTraitValues = list_of(kShortText, 1, kMaxTraits);
constexpr Field kTraitFields[] = {
    LOOPLET_FIELD(Trait, name, "name", kId, "as the page gives it"),
    LOOPLET_OPTIONAL(Trait, values, "values", kTraitValues,
                     "all it can be; absent: any text"),
};
constexpr auto kTrait = named("Trait", object_of<Trait>(kTraitFields));
constexpr auto kTraits = list_of(kTrait, 0, kMaxTraits);

constexpr auto kFormat = whole_of<std::int64_t>(kSurveyFormat, kSurveyFormat);
constexpr Field kSurveyFields[] = {
    LOOPLET_OPTIONAL(Survey, schema, "$schema", kText, "for editors"),
    LOOPLET_FIELD(Survey, format, "format", kFormat, "of this file"),
    LOOPLET_FIELD(Survey, id, "id", kId, "kept with every answer"),
    LOOPLET_FIELD(Survey, revision, "revision", kRevision,
                  "one more with every change"),
    LOOPLET_FIELD(Survey, locale, "locale", kTag,
                  "of texts without a language"),
    LOOPLET_OPTIONAL(Survey, title, "title", kLocalText,
                     "for the team, not for respondents"),
    LOOPLET_FIELD(Survey, subject, "subject", kLocalText,
                  "{subject} in texts: what is asked about"),
    LOOPLET_OPTIONAL(Survey, owner, "owner", kLocalText,
                     "{owner} in texts: who reads the answers"),
    LOOPLET_OPTIONAL(Survey, privacy, "privacy", kMaybePrivacy,
                     "a link shown under the questions"),
    LOOPLET_OPTIONAL(Survey, traits, "traits", kTraits,
                     "what the page may tell about a respondent"),
    LOOPLET_FIELD(Survey, steps, "steps", kSteps, "in order"),
};

}  // namespace

constexpr Typed<LocalText> kLocalText =
    named("LocalText",
          forms_of<LocalText>(
              kTextForms, LOOPLET_WORDS("a text", ", or texts by language")));
constexpr Typed<Condition> kCondition =
    named("Condition", object_of<Condition>(kConditionFields));
constexpr Typed<Survey> kSurvey =
    named("Survey", object_of<Survey>(kSurveyFields));

}  // namespace looplet::wire
