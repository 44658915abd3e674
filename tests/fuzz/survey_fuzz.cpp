// The door of surveys: any text is checked, witnesses can be replayed, and what
// is sound can be started and answered to an end without ever running out of
// steps.
#include <cstddef>
#include <cstdint>

#include "door.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace looplet;  // NOLINT: one function
  const std::string text(reinterpret_cast<const char*>(data), size);
  const Check found = wire::check_survey(text);
  const Result<CompiledSurvey> survey = wire::read_survey(text);
  fuzz::demand(survey.ok() == found.runs);
  fuzz::reply_of("check", "{\"survey\":" + text + "}");
  if (!survey) return 0;

  // Every witness is one whose answers the survey takes. What a comment is
  // about is not for the flow to find, so surveys that ask that are left out.
  const bool of_comments = text.find("theme") != std::string::npos ||
                           text.find("sentiment") != std::string::npos;
  for (const Problem& problem : found.problems) {
    if (of_comments || problem.witness.empty()) continue;
    Arena replayed;
    StartOptions options;
    options.locale = problem.locale;
    options.traits = problem.traits;
    State at = start(*survey, options, replayed);
    for (const Given& given : problem.replay) {
      fuzz::demand(at.step.id == given.step);
      const Result<State> next = answer(*survey, at, given.answer, replayed);
      fuzz::demand(next.ok());
      at = *next;
    }
  }

  // Skips what may be skipped and gives the first answer that fits.
  Arena arena;
  State state = start(*survey, {}, arena);
  std::size_t steps = 0;
  while (state.step.type != StepType::end) {
    fuzz::demand(++steps <= kMaxSteps);
    Answer given;
    if (!state.step.optional) {
      switch (state.step.type) {
        case StepType::nps:
        case StepType::rating:
          given.kind = Answer::Kind::number;
          given.number = 1;
          break;
        case StepType::choice:
          given.kind = Answer::Kind::text;
          given.text = state.step.options[0].id;
          break;
        case StepType::text:
          given.kind = Answer::Kind::text;
          given.text = "x";
          break;
        case StepType::consent:
          given.kind = Answer::Kind::truth;
          break;
        case StepType::contact:
          given.kind = Answer::Kind::contact;
          for (const ContactField field : state.step.fields) {
            if (field == ContactField::name) given.contact.name = "x";
            if (field == ContactField::email) given.contact.email = "x@y.z";
            if (field == ContactField::phone) given.contact.phone = "1";
          }
          given.contact.consent = true;
          break;
        default:
          break;
      }
    }
    const double progress = state.step.progress;
    const Result<State> next = answer(*survey, state, given, arena);
    fuzz::demand(next.ok());
    fuzz::demand(next->step.progress > progress);
    state = *next;
  }
  return 0;
}
