// Registers the three types that cross the survey module's border. Emscripten's
// own file registers some thirty-five, at 3.5 KB brotli. It leans on names
// inside Emscripten, so LOOPLET_OWN_EMBIND=OFF links the whole of it instead.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/wire.h>

extern "C" {

__attribute__((constructor)) void looplet_register_types() {
  using namespace emscripten::internal;  // NOLINT: as in Emscripten's file
  _embind_register_void(TypeID<void>::get(), "");
  _embind_register_float(TypeID<double>::get(), "", sizeof(double));
  _embind_register_emval(TypeID<emscripten::val>::get(), "");
}

}  // extern "C"
