// The calls about surveys over emscripten::val, with names hunted as the
// JSON door hunts them: `call(name, request)` on plain JavaScript values.
#include <emscripten/bind.h>

#include <string>

#include "border.h"
#include "val_backend.h"
#include "wire/request_calls.h"

namespace {

struct HuntingVal : looplet::wire::ValBackend {
  static constexpr bool kHunts = true;
};
using Calls = looplet::wire::RequestCalls<HuntingVal>;

JsValue call(std::string name, JsValue request) {
  const LoopletValue asked = request.number;
  LoopletValue reply = HuntingVal::null_value();
  if (name == "check") reply = Calls::check(asked);
  if (name == "start") reply = Calls::start(asked);
  if (name == "answer") reply = Calls::answer(asked);
  if (name == "back") reply = Calls::back(asked);
  if (name == "response") reply = Calls::response(asked);
  if (name == "preview") reply = Calls::preview(asked);
  return {reply};
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_documents) { emscripten::function("call", &call); }
