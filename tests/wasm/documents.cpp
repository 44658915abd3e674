// The calls about surveys over emscripten::val, with names hunted as the
// JSON door hunts them: `call(name, request)` on plain JavaScript values.
#include <emscripten/bind.h>

#include <string>

#include "val_backend.h"
#include "wire/request_calls.h"

namespace {

using emscripten::val;

struct HuntingVal : looplet::wire::ValBackend {
  static constexpr bool kHunts = true;
};
using Calls = looplet::wire::RequestCalls<HuntingVal>;

val call(std::string name, val request) {
  const LoopletValue asked = looplet_take(request.as_handle());
  LoopletValue reply = HuntingVal::null_value();
  if (name == "check") reply = Calls::check(asked);
  if (name == "start") reply = Calls::start(asked);
  if (name == "answer") reply = Calls::answer(asked);
  if (name == "back") reply = Calls::back(asked);
  if (name == "response") reply = Calls::response(asked);
  if (name == "preview") reply = Calls::preview(asked);
  return val::take_ownership(looplet_give(reply));
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_documents) { emscripten::function("call", &call); }
