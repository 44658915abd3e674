// The survey module: Embind lines over the engine, and nothing that decides.
//
//   const {value: handle} = load(survey)      // compiled once, kept here
//   const {value: state} = start(handle, {locale: "de"})
//   answer(handle, state, 7)
#include <emscripten/bind.h>

#include "val_backend.h"
#include "wire/survey_calls.h"

namespace {

using emscripten::val;
using looplet::CompiledSurvey;
using looplet::wire::Strict;
using looplet::wire::ValBackend;
using Calls = looplet::wire::SurveyCalls<ValBackend>;

/// A page shows few surveys at a time; a handle is a place here.
constexpr int kMaxSurveys = 64;
CompiledSurvey* surveys[kMaxSurveys];

/// The survey of a handle. Handles come from the wrapper in web/engine, which
/// keeps them private; one that is not ours is no survey all the same.
CompiledSurvey* find(double handle) {
  const bool ours = handle >= 0 && handle < kMaxSurveys;
  return ours ? surveys[static_cast<int>(handle)] : nullptr;
}

LoopletValue take(const val& value) { return looplet_take(value.as_handle()); }
val give(LoopletValue value) {
  return val::take_ownership(looplet_give(value));
}

LoopletValue no_survey() {
  looplet::Faults faults;
  report(faults, looplet::Code::missing_field, looplet::place_at(""),
         {"survey"});
  return looplet::wire::bad<ValBackend>(faults);
}

val load(val document) {
  int slot = 0;
  while (slot < kMaxSurveys && surveys[slot] != nullptr) ++slot;
  if (slot == kMaxSurveys) return give(no_survey());
  auto* survey = new CompiledSurvey;
  looplet::Faults faults;
  if (!looplet::wire::read_survey<ValBackend>(take(document), Strict::no,
                                              *survey, faults)) {
    delete survey;
    return give(looplet::wire::bad<ValBackend>(faults));
  }
  surveys[slot] = survey;
  return give(looplet::wire::good<ValBackend>(ValBackend::from_number(slot)));
}

void unload(double handle) {
  if (CompiledSurvey* survey = find(handle)) {
    delete survey;
    surveys[static_cast<int>(handle)] = nullptr;
  }
}

val start(double handle, val options) {
  const CompiledSurvey* survey = find(handle);
  return give(survey ? Calls::start(*survey, take(options)) : no_survey());
}

val answer(double handle, val state, val given) {
  const CompiledSurvey* survey = find(handle);
  return give(survey ? Calls::answer(*survey, take(state), take(given))
                     : no_survey());
}

val back(double handle, val state) {
  const CompiledSurvey* survey = find(handle);
  return give(survey ? Calls::back(*survey, take(state)) : no_survey());
}

val response(double handle, val state, val options) {
  const CompiledSurvey* survey = find(handle);
  return give(survey ? Calls::response(*survey, take(state), take(options))
                     : no_survey());
}

val preview(val request) { return give(Calls::preview(take(request))); }

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_survey) {
  emscripten::function("load", &load);
  emscripten::function("unload", &unload);
  emscripten::function("start", &start);
  emscripten::function("answer", &answer);
  emscripten::function("back", &back);
  emscripten::function("response", &response);
  emscripten::function("preview", &preview);
}
