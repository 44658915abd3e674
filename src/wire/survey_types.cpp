#include "wire/survey_types.h"

namespace looplet::wire {
namespace {

/// The single item of a list that documents may write without brackets.
template <class T>
void* single(void* self, Arena* to_read) {
  auto& list = *static_cast<List<T>*>(self);
  if (to_read != nullptr) list = to_read->list<T>(1);
  return list.size() == 1 ? list.begin() : nullptr;
}

template <class T>
void* several(void* self, Arena* to_read) {
  const auto& list = *static_cast<List<T>*>(self);
  return to_read != nullptr || list.size() != 1 ? self : nullptr;
}

// --- texts

void* plain_text(void* self, Arena* to_read) {
  auto& text = *static_cast<LocalText*>(self);
  if (to_read != nullptr) text.by_tag = to_read->list<TaggedText>(1);
  return text.is_plain() ? &text.by_tag[0].text : nullptr;
}

void* text_by_tag(void* self, Arena* to_read) {
  auto& text = *static_cast<LocalText*>(self);
  return to_read != nullptr || !text.is_plain() ? &text.by_tag : nullptr;
}

constexpr auto kTextsByTag = map_of<TaggedText>(
    kText, offsetof(TaggedText, text), Form::tag, 1, kMaxLanguages);
constexpr Variant kTextForms[] = {
    {Kind::text, &kText, plain_text},
    {Kind::object, &kTextsByTag, text_by_tag},
};

// --- conditions

constexpr auto kScore = whole_of<int>(kLowestScore, kHighestScore);
constexpr auto kScoreList = list_of(kScore, 1, kHighestScore + 1);
constexpr Field kRangeFields[] = {
    LOOPLET_OPTIONAL(ScoreSet, from, "from", kScore, "0 if absent"),
    LOOPLET_OPTIONAL(ScoreSet, to, "to", kScore, "10 if absent"),
};
constexpr auto kRange = object_of<ScoreSet>(kRangeFields);

void* one_score(void* self, Arena* to_read) {
  return single<int>(&static_cast<ScoreSet*>(self)->list, to_read);
}
void* score_list(void* self, Arena* to_read) {
  auto& set = *static_cast<ScoreSet*>(self);
  return to_read != nullptr || set.list.size() > 1 ? &set.list : nullptr;
}
void* score_range(void* self, Arena* to_read) {
  return to_read != nullptr || static_cast<ScoreSet*>(self)->is_range()
             ? self
             : nullptr;
}
constexpr Variant kScoreForms[] = {
    {Kind::number, &kScore, one_score},
    {Kind::list, &kScoreList, score_list},
    {Kind::object, &kRange, score_range},
};
constexpr auto kScoreSet = named(
    "ScoreSet",
    forms_of<ScoreSet>(kScoreForms, "a score, a list of scores or a range"));
constexpr auto kMaybeScoreSet = optional_of(kScoreSet);

void* scalar_text(void* self, Arena* to_read) {
  auto& scalar = *static_cast<Scalar*>(self);
  if (to_read != nullptr) scalar.kind = Scalar::Kind::text;
  return scalar.kind == Scalar::Kind::text ? &scalar.word : nullptr;
}
void* scalar_number(void* self, Arena* to_read) {
  auto& scalar = *static_cast<Scalar*>(self);
  if (to_read != nullptr) scalar.kind = Scalar::Kind::number;
  return scalar.kind == Scalar::Kind::number ? &scalar.number : nullptr;
}
void* scalar_truth(void* self, Arena* to_read) {
  auto& scalar = *static_cast<Scalar*>(self);
  if (to_read != nullptr) scalar.kind = Scalar::Kind::truth;
  return scalar.kind == Scalar::Kind::truth ? &scalar.truth : nullptr;
}
constexpr auto kWhole = whole_of<std::int64_t>(-kMaxInteger, kMaxInteger);
constexpr Variant kScalarForms[] = {
    {Kind::text, &kShortText, scalar_text},
    {Kind::number, &kWhole, scalar_number},
    {Kind::truth, &kTruth, scalar_truth},
};
constexpr auto kScalar = named(
    "Scalar",
    forms_of<Scalar>(kScalarForms, "a text, a whole number, or true or false"));
constexpr auto kMaybeScalar = optional_of(kScalar);
constexpr auto kMaybeTruth = optional_of(kTruth);

constexpr auto kSegments = list_of(kSegment, 1, 3);
constexpr Variant kSegmentForms[] = {
    {Kind::text, &kSegment, single<Segment>},
    {Kind::list, &kSegments, several<Segment>},
};
constexpr auto kSegmentOrList =
    forms_of<List<Segment>>(kSegmentForms, "a segment or a list of them");

constexpr auto kThemes = list_of(kTheme, 1, kThemeCount);
constexpr Variant kThemeForms[] = {
    {Kind::text, &kTheme, single<Theme>},
    {Kind::list, &kThemes, several<Theme>},
};
constexpr auto kThemeOrList =
    forms_of<List<Theme>>(kThemeForms, "a theme or a list of them");

constexpr auto kSentiment = whole_of<int>(-1, 1);
constexpr auto kSentiments = list_of(kSentiment, 1, 3);
constexpr Variant kSentimentForms[] = {
    {Kind::number, &kSentiment, single<int>},
    {Kind::list, &kSentiments, several<int>},
};
constexpr auto kSentimentOrList =
    forms_of<List<int>>(kSentimentForms, "-1, 0, 1 or a list of them");

constexpr auto kTags = list_of(kTag, 1, kMaxLanguages);
constexpr Variant kTagForms[] = {
    {Kind::text, &kTag, single<std::string_view>},
    {Kind::list, &kTags, several<std::string_view>},
};
constexpr auto kTagOrList = forms_of<List<std::string_view>>(
    kTagForms, "a language tag or a list of them");

constexpr auto kConditions = list_of(kCondition, 1, kMaxConditions);
constexpr Variant kNegatedForms[] = {
    {Kind::object, &kCondition, single<Condition>},
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

void* plain_next(void* self, Arena* to_read) {
  auto& next = *static_cast<Next*>(self);
  if (to_read != nullptr) next.rules = to_read->list<Rule>(1);
  return next.is_plain() ? &next.rules[0].to : nullptr;
}
void* next_rules(void* self, Arena* to_read) {
  auto& next = *static_cast<Next*>(self);
  return to_read != nullptr || !next.is_plain() ? &next.rules : nullptr;
}
constexpr Variant kNextForms[] = {
    {Kind::text, &kId, plain_next},
    {Kind::list, &kRules, next_rules},
};
constexpr auto kNext = named(
    "Next", forms_of<Next>(kNextForms, "the id of a step or a list of rules"));

constexpr auto kMaybeTheme = optional_of(kTheme);
constexpr Field kOptionFields[] = {
    LOOPLET_FIELD(Option, id, "id", kId, "kept in answers; never change it"),
    LOOPLET_FIELD(Option, text, "text", kLocalText, "what is read"),
    LOOPLET_OPTIONAL(Option, theme, "theme", kMaybeTheme,
                     "what choosing it is about"),
};
constexpr auto kOption = named("Option", object_of<Option>(kOptionFields));
constexpr auto kOptions = list_of(kOption, 1, kMaxOptions);

constexpr std::uint16_t kCopies = only(ActionKind::copy);
constexpr Field kActionFields[] = {
    LOOPLET_FIELD(Action, kind, "kind", kActionKind, "what it offers"),
    LOOPLET_FIELD(Action, text, "text", kLocalText, "the words on it"),
    LOOPLET_FIELD(Action, url, "url", kText,
                  "https:// or mailto:; names are piped into its query",
                  static_cast<std::uint16_t>(~kCopies)),
    LOOPLET_FIELD(Action, code, "code", kShortText, "copied when chosen",
                  kCopies),
};
constexpr auto kAction = named(
    "Action",
    tagged_by(object_of<Action>(kActionFields), 0, offsetof(Action, kind)));
constexpr auto kActions = list_of(kAction, 0, 8);

constexpr auto kPoints = whole_of<std::int64_t>(2, 10);
constexpr auto kMaxLength = whole_of<std::int64_t>(1, kMaxText);
constexpr std::uint16_t kRates = only(StepType::rating);
constexpr std::uint16_t kScales = only(StepType::nps, StepType::rating);
constexpr std::uint16_t kChooses = only(StepType::choice);
constexpr std::uint16_t kWrites = only(StepType::text);
constexpr std::uint16_t kContacts = only(StepType::contact);
constexpr std::uint16_t kAsks =
    static_cast<std::uint16_t>(~only(StepType::statement, StepType::end));
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

constexpr Typed<Step> step_type() {
  Typed<Step> type =
      tagged_by(object_of<Step>(kStepFields), 1, offsetof(Step, type));
  type.finish = finish_step;
  return named("Step", type);
}
constexpr auto kStep = step_type();
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

const Typed<LocalText> kLocalText =
    named("LocalText",
          forms_of<LocalText>(kTextForms, "a text, or texts by language"));
const Typed<Condition> kCondition =
    named("Condition", object_of<Condition>(kConditionFields));
const Typed<Survey> kSurvey = named("Survey", object_of<Survey>(kSurveyFields));

}  // namespace looplet::wire
