# Finds Emscripten and sets what its own toolchain file leaves to emcmake, so
# that `cmake --preset wasm` is all anyone has to type.

foreach(_dir "$ENV{EMSCRIPTEN}" "$ENV{EMSDK}/upstream/emscripten"
             /usr/share/emscripten)
  if(_dir AND EXISTS "${_dir}/cmake/Modules/Platform/Emscripten.cmake")
    set(EMSCRIPTEN_ROOT_PATH "${_dir}")
    break()
  endif()
endforeach()
if(NOT EMSCRIPTEN_ROOT_PATH)
  message(FATAL_ERROR "Emscripten was not found. Install Debian's package "
                      "'emscripten', or set EMSDK, then configure again.")
endif()

# Emscripten's file takes Debian's `nodejs` before the `node` on PATH.
find_program(LOOPLET_NODE node nodejs REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR "${LOOPLET_NODE}" CACHE FILEPATH "")
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

# emcc runs its optimiser on node and needs acorn, which Debian keeps where
# only Debian's own node looks; ours from npm is the second place.
get_filename_component(_root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(CMAKE_CXX_LINKER_LAUNCHER
    "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs:${_root}/node_modules"
    CACHE STRING "")
set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_CXX_LINKER_LAUNCHER}" CACHE STRING "")
