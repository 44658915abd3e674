# What every target of the project shares: warnings, one arithmetic on every
# machine, and the places of third-party headers.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow
                    # the same rounding natively and in WebAssembly
                    -ffp-contract=off)

if(LOOPLET_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy-14 --quiet)
endif()

if(EMSCRIPTEN)
  # CMake's Release means -O3; the modules choose their own level.
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  # Node must read emcc's test programs as CommonJS although the package says
  # "type": "module".
  file(WRITE "${CMAKE_BINARY_DIR}/package.json" "{ \"type\": \"commonjs\" }\n")
endif()

# The core has no way to throw; a wrong turn is a value (looplet/result.h).
function(looplet_core_options target)
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  if(EMSCRIPTEN)
    # These are what tests link; the modules are compiled at their own levels.
    target_compile_options(${target} PRIVATE -O1)
  endif()
endfunction()

# What is built often and run briefly: half the time of a build goes into
# optimising tests and option parsing that take milliseconds. HEADERS are those
# that take longer to read than the sources that use them.
function(looplet_quick target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  looplet_precompile(${target} ${ARGN})
endfunction()

function(looplet_precompile target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()

# nlohmann_json by its headers alone. Under Emscripten the package's include
# folder is /usr/include, which would hide Emscripten's own C library, so only
# the one folder is linked into the build tree.
function(looplet_find_json)
  if(TARGET looplet_json)
    return()
  endif()
  add_library(looplet_json INTERFACE)
  target_compile_definitions(looplet_json INTERFACE JSON_NOEXCEPTION)
  if(EMSCRIPTEN)
    find_path(LOOPLET_JSON_DIR nlohmann/json.hpp PATHS /usr/include
              NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH REQUIRED)
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/include")
    file(CREATE_LINK "${LOOPLET_JSON_DIR}/nlohmann"
         "${CMAKE_BINARY_DIR}/include/nlohmann" SYMBOLIC)
    target_include_directories(looplet_json SYSTEM
                               INTERFACE "${CMAKE_BINARY_DIR}/include")
  else()
    find_package(nlohmann_json 3.11 REQUIRED)
    target_link_libraries(looplet_json INTERFACE nlohmann_json::nlohmann_json)
  endif()
endfunction()

# GoogleTest: the package natively, its sources under Emscripten.
function(looplet_find_gtest)
  if(TARGET looplet_gtest)
    return()
  endif()
  if(EMSCRIPTEN)
    set(_dir /usr/src/googletest/googletest)
    add_library(looplet_gtest STATIC "${_dir}/src/gtest-all.cc"
                "${_dir}/src/gtest_main.cc")
    target_include_directories(looplet_gtest SYSTEM PUBLIC "${_dir}/include")
    target_include_directories(looplet_gtest PRIVATE "${_dir}")
    target_compile_definitions(looplet_gtest PUBLIC GTEST_HAS_PTHREAD=0
                               GTEST_HAS_RTTI=0 GTEST_HAS_EXCEPTIONS=0)
    target_compile_options(looplet_gtest PRIVATE -w -O1 -fno-exceptions
                           -fno-rtti)
  else()
    find_package(GTest REQUIRED)
    add_library(looplet_gtest INTERFACE)
    target_link_libraries(looplet_gtest INTERFACE GTest::gtest_main)
  endif()
endfunction()
