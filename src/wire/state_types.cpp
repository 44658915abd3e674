#include "wire/state_types.h"

namespace looplet::wire {
namespace {

// --- an answer

// Longer than any step allows, so that the step can say how long it may be.
constexpr auto kGivenText = text_of(8192, Form::blank_ok);
constexpr auto kChosen = list_of(kId, 0, kMaxOptions);
constexpr std::uint8_t kOptionsAnswer = only(Answer::Kind::options_and_other);
constexpr std::uint8_t kContactAnswer = only(Answer::Kind::contact);
constexpr std::size_t contact_offset(std::size_t inside) {
  return offsetof(Answer, contact) + inside;
}
constexpr Field kAnswerFields[] = {
    LOOPLET_NULLABLE(Answer, options, "options", kChosen,
                     "ids of the options chosen", kOptionsAnswer),
    LOOPLET_OPTIONAL(Answer, text, "other", kGivenText, "words of one's own",
                     kOptionsAnswer),
    make_field("name", kGivenText, contact_offset(offsetof(Contact, name)),
               Need::optional, "of a person", kContactAnswer),
    make_field("email", kGivenText, contact_offset(offsetof(Contact, email)),
               Need::optional, "to answer to", kContactAnswer),
    make_field("phone", kGivenText, contact_offset(offsetof(Contact, phone)),
               Need::optional, "to answer to", kContactAnswer),
    make_field("consent", kTruth, contact_offset(offsetof(Contact, consent)),
               Need::optional, "the box was ticked", kContactAnswer),
};

/// Which of the two objects it was, told by the members that were there.
void finish_answer(void* self, std::uint32_t present) {
  auto& answer = *static_cast<Answer*>(self);
  if ((present & 3) != 0) {
    answer.kind = Answer::Kind::options_and_other;
    answer.contact = {};  // members of the other object are passed over
  } else {
    answer.kind = Answer::Kind::contact;
  }
}

constexpr auto kAnswerObject = finished_by(
    tagged_by(object_of<Answer>(kAnswerFields), -1, offsetof(Answer, kind)),
    finish_answer);

constexpr Variant kAnswerForms[] = {
    tag_as(Kind::null, Answer::Kind::none),
    member_as(Kind::number, Answer::Kind::number, kNumber,
              offsetof(Answer, number)),
    member_as(Kind::truth, Answer::Kind::truth, kTruth,
              offsetof(Answer, truth)),
    member_as(Kind::text, Answer::Kind::text, kGivenText,
              offsetof(Answer, text)),
    member_as(Kind::list, Answer::Kind::options, kChosen,
              offsetof(Answer, options)),
    all_as(Kind::object, kAnswerObject),
};

// --- a state

constexpr auto kTraitValue = loose_text_of(-kMaxInteger, kMaxInteger);
constexpr auto kTraitMap =
    map_of<TraitValue>(kTraitValue, Form::id, 0, kMaxTraits);
constexpr auto kSeed = whole_of<std::int64_t>(0, kMaxInteger);

constexpr Field kGivenFields[] = {
    LOOPLET_FIELD(Given, step, "step", kId, "id of the step"),
    LOOPLET_NULLABLE(Given, answer, "answer", kAnswer,
                     "null: skipped, or nothing was asked"),
};
constexpr auto kGiven = named("Given", object_of<Given>(kGivenFields));
constexpr auto kGivenList = list_of(kGiven, 0, kMaxSteps);

constexpr auto kDrawn = text_of(0, Form::blank_ok);
constexpr Field kOptionViewFields[] = {
    LOOPLET_FIELD(OptionView, id, "id", kId, "to answer with"),
    LOOPLET_FIELD(OptionView, text, "text", kDrawn, "to read"),
};
constexpr auto kOptionView =
    named("OptionView", object_of<OptionView>(kOptionViewFields));
constexpr auto kOptionViews = list_of(kOptionView, 0, kMaxOptions);

constexpr Field kActionViewFields[] = {
    LOOPLET_FIELD(ActionView, kind, "kind", kActionKind, "what it offers"),
    LOOPLET_FIELD(ActionView, text, "text", kDrawn, "the words on it"),
    LOOPLET_OPTIONAL(ActionView, url, "url", kDrawn, "safe to open"),
    LOOPLET_OPTIONAL(ActionView, code, "code", kDrawn, "to copy"),
};
constexpr auto kActionView =
    named("ActionView", object_of<ActionView>(kActionViewFields));
constexpr auto kActionViews = list_of(kActionView, 0, 8);

constexpr auto kViewPoints = whole_of<std::int64_t>(2, 10);
constexpr auto kViewLength = whole_of<std::int64_t>(1, kMaxText);
constexpr std::uint8_t kRated = only(StepType::rating);
constexpr Field kStepViewFields[] = {
    LOOPLET_FIELD(StepView, id, "id", kId, "of the step"),
    LOOPLET_FIELD(StepView, type, "type", kStepType, "what it asks"),
    LOOPLET_FIELD(StepView, text, "text", kDrawn, "the question"),
    LOOPLET_OPTIONAL(StepView, help, "help", kDrawn, "a line under it"),
    LOOPLET_FIELD(StepView, optional, "optional", kTruth, "may be skipped"),
    LOOPLET_FIELD(StepView, progress, "progress", kNumber,
                  "0 to 1, never going back"),
    LOOPLET_FIELD(StepView, can_go_back, "canGoBack", kTruth,
                  "whether to offer it"),
    LOOPLET_OPTIONAL(StepView, low, "low", kDrawn, "the lowest point"),
    LOOPLET_OPTIONAL(StepView, high, "high", kDrawn, "the highest point"),
    LOOPLET_OPTIONAL(StepView, metric, "metric", kMetric, "of a rating",
                     kRated),
    LOOPLET_OPTIONAL(StepView, points, "points", kViewPoints, "of a rating",
                     kRated),
    LOOPLET_OPTIONAL(StepView, style, "style", kRatingStyle, "of a rating",
                     kRated),
    LOOPLET_OPTIONAL(StepView, options, "options", kOptionViews, "in order"),
    LOOPLET_OPTIONAL(StepView, many, "many", kTruth, "several may be chosen"),
    LOOPLET_OPTIONAL(StepView, other, "other", kTruth,
                     "words of one's own are offered"),
    LOOPLET_OPTIONAL(StepView, other_text, "otherText", kDrawn,
                     "the words for that"),
    LOOPLET_OPTIONAL(StepView, placeholder, "placeholder", kDrawn,
                     "an example"),
    LOOPLET_OPTIONAL(StepView, max_length, "maxLength", kViewLength,
                     "longest answer in characters", only(StepType::text)),
    LOOPLET_OPTIONAL(StepView, fields, "fields", kContactFields,
                     "of a contact"),
    LOOPLET_OPTIONAL(StepView, consent, "consent", kDrawn,
                     "must be ticked to keep a contact"),
    LOOPLET_OPTIONAL(StepView, label, "label", kDrawn, "of a consent"),
    LOOPLET_OPTIONAL(StepView, button, "button", kDrawn,
                     "the words for going on"),
    LOOPLET_OPTIONAL(StepView, actions, "actions", kActionViews, "of an end"),
};
constexpr auto kStepView =
    named("StepView", tagged_by(object_of<StepView>(kStepViewFields), -1,
                                offsetof(StepView, type)));

constexpr Field kStateFields[] = {
    LOOPLET_FIELD(State, survey, "survey", kId, "its id"),
    LOOPLET_FIELD(State, revision, "revision", kRevision, "the survey's"),
    LOOPLET_FIELD(State, locale, "locale", kTag, "the language spoken"),
    LOOPLET_FIELD(State, seed, "seed", kSeed, "orders shuffled options"),
    LOOPLET_OPTIONAL(State, traits, "traits", kTraitMap, "of the respondent"),
    LOOPLET_FIELD(State, given, "given", kGivenList, "answers so far"),
    LOOPLET_DERIVED(State, step, "step", kStepView, "to draw now"),
};

// --- the record

constexpr auto kUuid = text_of(0, Form::uuid);
constexpr auto kTime = text_of(0, Form::time);
constexpr auto kPath = text_of(500, Form::path);
constexpr auto kVersion = whole_of<std::int64_t>(1, 1);
constexpr auto kScoreGiven = whole_of<int>(kLowestScore, kHighestScore);
constexpr auto kMaybeScore = optional_of(kScoreGiven);
constexpr auto kMaybeSegment = optional_of(kSegment);
constexpr auto kThemesFound = list_of(kTheme, 0, kThemeCount);
constexpr auto kTone = whole_of<int>(-1, 1);
constexpr auto kMaybeTone = optional_of(kTone);
constexpr auto kSequence = whole_of<std::int64_t>(0, 1000000);
constexpr auto kMaybeSequence = optional_of(kSequence);

constexpr Field kRecordAnswerFields[] = {
    LOOPLET_FIELD(RecordAnswer, step, "step", kId, "id of the step"),
    LOOPLET_FIELD(RecordAnswer, type, "type", kStepType, "what it asked"),
    LOOPLET_NULLABLE(RecordAnswer, value, "value", kAnswer, "null: skipped"),
};
constexpr auto kRecordAnswer =
    named("RecordAnswer", object_of<RecordAnswer>(kRecordAnswerFields));
constexpr auto kRecordAnswers = list_of(kRecordAnswer, 0, kMaxSteps);

constexpr Field kResponseFields[] = {
    LOOPLET_FIELD(Response, v, "v", kVersion, "of the record"),
    LOOPLET_FIELD(Response, id, "id", kUuid,
                  "made once, the same on every attempt"),
    LOOPLET_FIELD(Response, survey, "survey", kId, "its id"),
    LOOPLET_FIELD(Response, revision, "revision", kRevision, "the survey's"),
    LOOPLET_FIELD(Response, locale, "locale", kTag, "the language spoken"),
    LOOPLET_FIELD(Response, answers, "answers", kRecordAnswers, "in order"),
    LOOPLET_NULLABLE(Response, score, "score", kMaybeScore,
                     "null: none was given"),
    LOOPLET_NULLABLE(Response, segment, "segment", kMaybeSegment,
                     "of the score"),
    LOOPLET_NULLABLE(Response, themes, "themes", kThemesFound,
                     "what the answers are about"),
    LOOPLET_NULLABLE(Response, sentiment, "sentiment", kMaybeTone,
                     "of the comment; null: not known"),
    LOOPLET_FIELD(Response, complete, "complete", kTruth, "an end was reached"),
    LOOPLET_FIELD(Response, client_time, "clientTime", kTime,
                  "when it was sent, by the respondent's clock"),
    LOOPLET_OPTIONAL(Response, sent_time, "sentTime", kTime, "of this attempt"),
    LOOPLET_OPTIONAL(Response, traits, "traits", kTraitMap,
                     "of the respondent"),
    LOOPLET_OPTIONAL(Response, page, "page", kPath,
                     "path of the page, if the site asked for it"),
    LOOPLET_OPTIONAL(Response, seq, "seq", kMaybeSequence,
                     "of partial answers with one id; the highest counts"),
};

// --- what calls ask

// A browser's language may be anything; one that is no tag finds no match.
constexpr auto kWantedLocale = text_of(100, Form::blank_ok);
constexpr Field kStartFields[] = {
    LOOPLET_OPTIONAL(StartOptions, locale, "locale", kWantedLocale,
                     "wanted, such as de-AT"),
    LOOPLET_OPTIONAL(StartOptions, traits, "traits", kTraitMap,
                     "of the respondent"),
    LOOPLET_OPTIONAL(StartOptions, seed, "seed", kSeed,
                     "orders shuffled options"),
};

constexpr Field kRecordFields[] = {
    LOOPLET_FIELD(RecordOptions, id, "id", kUuid,
                  "made once, the same on every attempt"),
    LOOPLET_FIELD(RecordOptions, client_time, "clientTime", kTime,
                  "when it is sent"),
    LOOPLET_OPTIONAL(RecordOptions, sent_time, "sentTime", kTime,
                     "of this attempt"),
    LOOPLET_OPTIONAL(RecordOptions, page, "page", kPath, "path of the page"),
    LOOPLET_OPTIONAL(RecordOptions, seq, "seq", kMaybeSequence,
                     "of partial answers with one id"),
};

}  // namespace

constexpr Typed<Answer> kAnswer =
    named("Answer", forms_of<Answer>(kAnswerForms, "an answer"));
constexpr Typed<List<Given>> kGivenAnswers = kGivenList;
constexpr Typed<Traits> kTraitValues = kTraitMap;
constexpr Typed<State> kState = named("State", object_of<State>(kStateFields));
constexpr Typed<Response> kResponse =
    named("SurveyResponse", object_of<Response>(kResponseFields));
constexpr Typed<StartOptions> kStartOptions =
    named("StartOptions", object_of<StartOptions>(kStartFields));
constexpr Typed<RecordOptions> kRecordOptions =
    named("RecordOptions", object_of<RecordOptions>(kRecordFields));

}  // namespace looplet::wire
