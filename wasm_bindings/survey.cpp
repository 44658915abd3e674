// The survey module: Embind lines over the engine, and nothing that decides.
//
//   const {value: handle} = load(survey)      // compiled once, kept here
//   const {value: state} = start(handle, {locale: "de"})
//   answer(handle, state, 7)
#include <emscripten/bind.h>

#include <memory>
#include <string>
#include <vector>

#include "val_backend.h"
#include "wire/survey_calls.h"

namespace {

using emscripten::val;
using looplet::CompiledSurvey;
using looplet::wire::Strict;
using looplet::wire::ValBackend;
using Calls = looplet::wire::SurveyCalls<ValBackend>;

std::vector<std::unique_ptr<CompiledSurvey>>& surveys() {
  static std::vector<std::unique_ptr<CompiledSurvey>> kept;
  return kept;
}

/// The survey of a handle. Handles come from the wrapper in web/engine, which
/// keeps them private; one that is not ours is a fault all the same.
const CompiledSurvey* find(double handle) {
  if (!(handle >= 0 && handle < static_cast<double>(surveys().size()))) {
    return nullptr;
  }
  return surveys()[static_cast<std::size_t>(handle)].get();
}

val no_survey() {
  return looplet::wire::bad<ValBackend>(
      {looplet::make_fault(looplet::Code::missing_field, "", {"survey"})});
}

val load(val document) {
  auto survey =
      looplet::wire::read_survey<ValBackend>(std::move(document), Strict::no);
  if (!survey) return looplet::wire::bad<ValBackend>(survey.faults());
  std::size_t slot = 0;
  while (slot < surveys().size() && surveys()[slot]) ++slot;
  if (slot == surveys().size()) surveys().emplace_back();
  surveys()[slot] = std::make_unique<CompiledSurvey>(std::move(*survey));
  return looplet::wire::good<ValBackend>(val(static_cast<double>(slot)));
}

void unload(double handle) {
  if (find(handle) != nullptr) {
    surveys()[static_cast<std::size_t>(handle)].reset();
  }
}

val start(double handle, val options) {
  const CompiledSurvey* survey = find(handle);
  return survey ? Calls::start(*survey, options) : no_survey();
}

val answer(double handle, val state, val given) {
  const CompiledSurvey* survey = find(handle);
  return survey ? Calls::answer(*survey, state, given) : no_survey();
}

val back(double handle, val state) {
  const CompiledSurvey* survey = find(handle);
  return survey ? Calls::back(*survey, state) : no_survey();
}

val response(double handle, val state, val options) {
  const CompiledSurvey* survey = find(handle);
  return survey ? Calls::response(*survey, state, options) : no_survey();
}

val preview(val request) { return Calls::preview(request); }

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
