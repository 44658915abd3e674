#include "wire/simulate_types.h"

#include "wire/statistics_names.h"
#include "wire/survey_types.h"

namespace looplet::wire {
namespace {

// --- what is asked

constexpr std::array<names::Name, 4> kPresets = {"typical", "happy", "unhappy",
                                                 "even"};
constexpr auto kPreset = named("MixPreset", name_of<MixPreset>(kPresets));
constexpr auto kElevenWeights =
    list_of(kNumber, kHighestScore + 1, kHighestScore + 1);
constexpr auto kPointWeights = list_of(kNumber, 1, kHighestScore + 1);
constexpr auto kOptionWeights =
    map_of<Weight>(kNumber, Form::id, 1, kMaxOptions + 1);
constexpr auto kValueWeights =
    map_of<Weight>(kNumber, Form::any, 1, kMaxTraits);
constexpr auto kLocaleWeights =
    map_of<Weight>(kNumber, Form::tag, 1, kMaxLanguages);
constexpr auto kTraitMixes =
    map_of<TraitMix>(kValueWeights, Form::id, 1, kMaxTraits);

constexpr Field kStepMixFields[] = {
    LOOPLET_OPTIONAL(StepHabits, drop_off, "dropOff", kMaybeNumber,
                     "share who leave instead of answering"),
    LOOPLET_OPTIONAL(StepHabits, skip, "skip", kMaybeNumber,
                     "share who skip it, where it may be skipped"),
    LOOPLET_OPTIONAL(StepHabits, points, "points", kPointWeights,
                     "nps, rating: a weight for each answer"),
    LOOPLET_OPTIONAL(StepHabits, options, "options", kOptionWeights,
                     "choice: weights by option, none for those left out"),
    LOOPLET_OPTIONAL(StepHabits, more, "more", kMaybeNumber,
                     "choice of many: one more is chosen, after each"),
    LOOPLET_OPTIONAL(StepHabits, yes, "yes", kMaybeNumber,
                     "consent: share who say yes"),
};
constexpr auto kStepMix =
    named("StepMix", object_of<StepHabits>(kStepMixFields));
constexpr auto kStepMixes = map_of<StepMix>(kStepMix, Form::id, 1, kMaxSteps);

using Sounds = std::array<double, 3>;
using Sentiments = std::array<Sounds, 3>;
constexpr auto kSounds = array_of<3>(kNumber);
constexpr Field kSentimentFields[] = {
    make_field("detractor", kSounds, 0, Need::optional, "weights of -1, 0, 1"),
    make_field("passive", kSounds, sizeof(Sounds), Need::optional,
               "weights of -1, 0, 1"),
    make_field("promoter", kSounds, 2 * sizeof(Sounds), Need::optional,
               "weights of -1, 0, 1"),
};
constexpr auto kSentiments =
    named("SentimentMix", object_of<Sentiments>(kSentimentFields));

constexpr Field kMixFields[] = {
    LOOPLET_OPTIONAL(Mix, preset, "preset", kPreset,
                     "spread of the scores; typical if absent"),
    LOOPLET_OPTIONAL(Mix, scores, "scores", kElevenWeights,
                     "weights of 0 to 10, instead of the preset's"),
    LOOPLET_OPTIONAL(Mix, drop_off, "dropOff", kNumber,
                     "share who leave at a step; 0.03 if absent"),
    LOOPLET_OPTIONAL(Mix, skip, "skip", kNumber,
                     "share who skip what may be skipped; 0.3 if absent"),
    LOOPLET_OPTIONAL(Mix, text_answered, "textAnswered", kNumber,
                     "share who write where they need not; 0.4 if absent"),
    LOOPLET_OPTIONAL(Mix, contact_given, "contactGiven", kNumber,
                     "share who give a contact where they need not; 0.2 if "
                     "absent"),
    LOOPLET_OPTIONAL(Mix, yes, "yes", kNumber,
                     "share who say yes to a consent; 0.5 if absent"),
    LOOPLET_OPTIONAL(Mix, other, "other", kNumber,
                     "share who choose words of their own; 0.1 if absent"),
    LOOPLET_OPTIONAL(Mix, more, "more", kNumber,
                     "of many: share who choose one more, after each, up to "
                     "five; 0.3 if absent"),
    LOOPLET_OPTIONAL(Mix, theme, "theme", kNumber,
                     "share of comments about a theme that a condition names; "
                     "0.1 if absent"),
    LOOPLET_OPTIONAL(Mix, sentiment, "sentiment", kSentiments,
                     "how comments sound, by segment"),
    LOOPLET_OPTIONAL(Mix, traits, "traits", kTraitMixes,
                     "weights of each trait's values; all alike if absent"),
    LOOPLET_OPTIONAL(Mix, locales, "locales", kLocaleWeights,
                     "weights of languages; all alike if absent"),
    LOOPLET_OPTIONAL(Mix, steps, "steps", kStepMixes,
                     "what differs at single steps"),
};
constexpr auto kMixObject = object_of<Mix>(kMixFields);

constexpr Variant kMixForms[] = {
    member_as(Kind::text, MixPreset::typical, kPreset, offsetof(Mix, preset)),
    all_as(Kind::object, kMixObject),
};

constexpr auto kRespondents = whole_of<std::int64_t>(0, kMaxRespondents);
constexpr auto kTop = whole_of<std::int64_t>(0, kMaxPathsShown);
constexpr std::size_t in_report(std::size_t inner) {
  return offsetof(SimulateRequest, report) + inner;
}
constexpr Field kSimulateFields[] = {
    LOOPLET_FIELD(SimulateRequest, respondents, "respondents", kRespondents,
                  "how many"),
    LOOPLET_OPTIONAL(SimulateRequest, seed, "seed", kCount,
                     "the same seed gives the same respondents; 0 if absent"),
    LOOPLET_OPTIONAL(SimulateRequest, mix, "mix", kMix,
                     "who they are and how they answer"),
    make_field("top", kTop, in_report(offsetof(ReportOptions, top)),
               Need::optional, "paths to list; 20 if absent"),
    make_field("starvedBelow", kNumber,
               in_report(offsetof(ReportOptions, starved_below)),
               Need::optional,
               "steps that fewer reach are starved; 0.001 if absent"),
};

// --- what is answered

constexpr auto kWords = string_of();
constexpr auto kWordList = vector_of(kWords, 0, kMaxSteps);
constexpr auto kCounts64 = vector_of(kCount, 0, kMaxSteps + 1);
constexpr auto kMaybeSegment = optional_of(kSegment);

constexpr Field kPathFields[] = {
    LOOPLET_FIELD(SimulatedPath, steps, "steps", kWordList, "in order"),
    LOOPLET_FIELD(SimulatedPath, complete, "complete", kTruth,
                  "it comes to an end of the survey"),
    LOOPLET_FIELD(SimulatedPath, count, "count", kCount, "respondents"),
    LOOPLET_FIELD(SimulatedPath, share, "share", kNumber, "of all"),
};
constexpr auto kPath =
    named("SimulatedPath", object_of<SimulatedPath>(kPathFields));
constexpr auto kPathList = vector_of(kPath, 0, kMaxPathsShown);

constexpr Field kBySegmentFields[] = {
    LOOPLET_FIELD(SegmentCounts, detractor, "detractor", kCount, "0 to 6"),
    LOOPLET_FIELD(SegmentCounts, passive, "passive", kCount, "7 and 8"),
    LOOPLET_FIELD(SegmentCounts, promoter, "promoter", kCount, "9 and 10"),
    LOOPLET_FIELD(SegmentCounts, none, "none", kCount, "gave no score"),
};
constexpr auto kBySegment =
    named("SegmentCounts", object_of<SegmentCounts>(kBySegmentFields));

constexpr Field kStepFields[] = {
    LOOPLET_FIELD(SimulatedStep, id, "id", kWords, "of the step"),
    LOOPLET_FIELD(SimulatedStep, reached, "reached", kCount, "respondents"),
    LOOPLET_NULLABLE(SimulatedStep, share, "share", kMaybeNumber, "of all"),
    LOOPLET_FIELD(SimulatedStep, by_segment, "bySegment", kBySegment,
                  "of those who reached it"),
    LOOPLET_FIELD(SimulatedStep, left, "left", kCount,
                  "reached it and came no further"),
    LOOPLET_NULLABLE(SimulatedStep, left_share, "leftShare", kMaybeNumber,
                     "of those who reached it"),
    LOOPLET_FIELD(SimulatedStep, starved, "starved", kTruth,
                  "hardly anybody reaches it"),
};
constexpr auto kStep =
    named("SimulatedStep", object_of<SimulatedStep>(kStepFields));
constexpr auto kStepList = vector_of(kStep, 0, kMaxSteps);

constexpr Field kCompletionFields[] = {
    LOOPLET_NULLABLE(SegmentCompletion, segment, "segment", kMaybeSegment,
                     "null: gave no score"),
    LOOPLET_FIELD(SegmentCompletion, respondents, "respondents", kCount,
                  "of this segment"),
    LOOPLET_FIELD(SegmentCompletion, completed, "completed", kCount,
                  "who came to an end"),
    LOOPLET_NULLABLE(SegmentCompletion, share, "share", kMaybeNumber,
                     "completed of respondents"),
};
constexpr auto kCompletion =
    named("SegmentCompletion", object_of<SegmentCompletion>(kCompletionFields));
constexpr auto kCompletions = vector_of(kCompletion, 0, 4);

constexpr Field kQuestionFields[] = {
    LOOPLET_NULLABLE(QuestionsAsked, mean, "mean", kMaybeNumber, "of all"),
    LOOPLET_NULLABLE(QuestionsAsked, median, "median", kMaybeCount,
                     "nearest rank"),
    LOOPLET_NULLABLE(QuestionsAsked, p90, "p90", kMaybeCount, "nearest rank"),
    LOOPLET_NULLABLE(QuestionsAsked, max, "max", kMaybeCount, "the most"),
    LOOPLET_FIELD(QuestionsAsked, counts, "counts", kCounts64,
                  "respondents who were asked 0, 1, 2, ... questions"),
};
constexpr auto kQuestions =
    named("QuestionsAsked", object_of<QuestionsAsked>(kQuestionFields));

constexpr Field kReportFields[] = {
    LOOPLET_FIELD(SimulationReport, respondents, "respondents", kCount,
                  "how many there were"),
    LOOPLET_FIELD(SimulationReport, seed, "seed", kCount, "of their numbers"),
    LOOPLET_FIELD(SimulationReport, completed, "completed", kCount,
                  "came to an end"),
    LOOPLET_NULLABLE(SimulationReport, completed_share, "completedShare",
                     kMaybeNumber, "of all"),
    LOOPLET_FIELD(SimulationReport, paths, "paths", kPathList,
                  "the most frequent first"),
    LOOPLET_FIELD(SimulationReport, other_paths, "otherPaths", kCount,
                  "respondents on paths that are not listed"),
    LOOPLET_FIELD(SimulationReport, questions, "questions", kQuestions,
                  "asked of a respondent, answered or not"),
    LOOPLET_FIELD(SimulationReport, steps, "steps", kStepList,
                  "in the survey's order"),
    LOOPLET_FIELD(SimulationReport, completion, "completion", kCompletions,
                  "by segment"),
    LOOPLET_FIELD(SimulationReport, starved, "starved", kWordList,
                  "steps that hardly anybody reaches"),
    LOOPLET_FIELD(SimulationReport, starved_below, "starvedBelow", kNumber,
                  "the share that is meant by that"),
};

}  // namespace

const Typed<Mix> kMix =
    named("Mix", forms_of<Mix>(kMixForms, "a preset's name or a mix"));
const Typed<SimulateRequest> kSimulateRequest =
    named("SimulateRequest", object_of<SimulateRequest>(kSimulateFields));
const Typed<SimulationReport> kSimulationReport =
    named("SimulationReport", object_of<SimulationReport>(kReportFields));

}  // namespace looplet::wire
