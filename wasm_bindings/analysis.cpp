// The analysis module: every call of the engine, JSON text in and out, for
// pages, Workers and Node. The same calls as `looplet call`.
//
//   call("estimate", '{"counts":{"scores":[...]}}')   // '{"ok":true,...}'
#include <emscripten/bind.h>

#include <string>

#include "looplet/wire.h"
#include "simulations.h"
#include "text.h"

namespace {

emscripten::val call(const std::string& name, const std::string& request) {
  return to_javascript(looplet::wire::call(name, request));
}

double max_request_bytes() {
  return static_cast<double>(looplet::wire::kMaxRequestBytes);
}

}  // namespace

EMSCRIPTEN_BINDINGS(looplet_analysis) {
  emscripten::function("call", &call);
  emscripten::function("maxRequestBytes", &max_request_bytes);
  simulations::register_calls();
}
