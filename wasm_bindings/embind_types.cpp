// Registers the three types that cross the survey module's border. Emscripten's
// own file registers some thirty-five, at 3.5 KB brotli. It leans on names
// inside Emscripten, so LOOPLET_OWN_EMBIND=OFF links the whole of it instead.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/wire.h>

extern "C" {

// Asked for only to word an error about a type that was not registered.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) {
  return nullptr;
}

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void
__embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;  // NOLINT: as in Emscripten's file
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
  _embind_register_emval(TypeID<emscripten::val>::get(), "emscripten::val");
}

}  // extern "C"
