// A JavaScript value at the survey module's border. Embind sees a val; inside
// the module it is a number (val_backend.h), and nothing is counted or freed.
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "val_backend.h"

struct JsValue {
  LoopletValue number;
};

namespace emscripten::internal {

template <>
struct TypeID<JsValue> : TypeID<val> {};

template <>
struct BindingType<JsValue> {
  using WireType = EM_VAL;
#ifdef LOOPLET_OWN_EMBIND
  // Our Embind hands over the number itself.
  static WireType toWireType(JsValue value) {
    return reinterpret_cast<EM_VAL>(value.number);
  }
  static JsValue fromWireType(WireType handle) {
    return {reinterpret_cast<LoopletValue>(handle)};
  }
#else
  static WireType toWireType(JsValue value) {
    return looplet_give(value.number);
  }
  static JsValue fromWireType(WireType handle) {
    return {looplet_take(handle)};
  }
#endif
};

}  // namespace emscripten::internal
