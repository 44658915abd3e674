// The survey module: Embind lines over the engine, and nothing that decides.
//
//   const {value: handle} = load(survey)      // compiled once, kept here
//   const {value: state} = start(handle, null, {locale: "de"})
//   answer(handle, state, 7)
#include <emscripten/bind.h>

#include <cstdlib>

#include "border.h"
#include "val_backend.h"
#include "wire/packed_survey.h"
#include "wire/survey_calls.h"

namespace {

using looplet::CompiledSurvey;
using looplet::wire::Strict;
using looplet::wire::ValBackend;
using Calls = looplet::wire::SurveyCalls<ValBackend>;

/// A page shows few surveys at a time; a handle is a place here.
constexpr int kMaxSurveys = 64;
CompiledSurvey* surveys[kMaxSurveys];

/// The survey of a handle. Handles come from the wrapper in web/engine, which
/// keeps them private; one that is not ours is no survey all the same.
CompiledSurvey** find(JsValue handle) {
  const double place = ValBackend::number(handle.number);
  const bool ours = place >= 0 && place < kMaxSurveys;
  return &surveys[ours ? static_cast<int>(place) : kMaxSurveys - 1];
}

JsValue no_survey() {
  looplet::FoundFault fault[] = {
      {looplet::Code::missing_field, "", "Missing field: 'survey'."}};
  return {looplet::wire::bad<ValBackend>(looplet::List(fault))};
}

void drop(CompiledSurvey*& survey) {
  survey->~CompiledSurvey();
  std::free(survey);
  survey = nullptr;
}

JsValue ask_any(Calls::Ask what, JsValue handle, JsValue state, JsValue given) {
  const CompiledSurvey* survey = *find(handle);
  if (survey == nullptr) return no_survey();
  return {Calls::ask(*survey, what, state.number, given.number)};
}

// All have the same parameters, of which each needs some: one signature is all
// that Embind has to know.

JsValue load(JsValue document, JsValue, JsValue) {
  int slot = 0;
  while (slot < kMaxSurveys && surveys[slot] != nullptr) ++slot;
  // The last place stays empty, for handles that are not ours.
  if (slot == kMaxSurveys - 1) return no_survey();
  // Not `new`: its defaults are zeros, or read or compiled below, and its
  // failing costs bytes as well. Out of memory ends the module.
  surveys[slot] =
      static_cast<CompiledSurvey*>(std::calloc(1, sizeof(CompiledSurvey)));
  if (surveys[slot] == nullptr) __builtin_trap();
  CompiledSurvey& survey = *surveys[slot];
  looplet::Reporter found(survey.arena);
  if (looplet::wire::read_survey<ValBackend>(document.number, Strict::no,
                                             survey, found)) {
    return {looplet::wire::good<ValBackend>(ValBackend::from_number(slot))};
  }
  const JsValue faults = {looplet::wire::bad<ValBackend>(found.found())};
  drop(surveys[slot]);
  return faults;
}

JsValue unload(JsValue handle, JsValue, JsValue) {
  CompiledSurvey*& survey = *find(handle);
  if (survey != nullptr) drop(survey);
  return {ValBackend::null_value()};
}

template <Calls::Ask what>
JsValue ask(JsValue handle, JsValue state, JsValue given) {
  return ask_any(what, handle, state, given);
}

JsValue preview(JsValue request, JsValue, JsValue) {
  return {Calls::preview(request.number)};
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_survey) {
  emscripten::function("load", &load);
  emscripten::function("unload", &unload);
  emscripten::function("start", &ask<Calls::Ask::start>);
  emscripten::function("answer", &ask<Calls::Ask::answer>);
  emscripten::function("back", &ask<Calls::Ask::back>);
  emscripten::function("response", &ask<Calls::Ask::response>);
  emscripten::function("preview", &preview);
}
