// The design module: the calls that the Studio needs, JSON text in and out.
//
//   call("check", '{"survey":{...}}')   // '{"ok":true,...}'
#include <emscripten/bind.h>

#include <string>

#include "looplet/wire.h"
#include "simulations.h"
#include "text.h"
#include "wire/design_calls.h"

namespace {

emscripten::val call(const std::string& name, const std::string& request) {
  return to_javascript(looplet::wire::call_for_design(name, request));
}

double max_request_bytes() {
  return static_cast<double>(looplet::wire::kMaxRequestBytes);
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_design) {
  emscripten::function("call", &call);
  emscripten::function("maxRequestBytes", &max_request_bytes);
  simulations::register_calls();
}
