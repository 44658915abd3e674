// A fault in what somebody gave us: a code that never changes, the place, and
// a sentence that says what to do.
//
//   {"code": "too_long", "where": "/steps/2/text",
//    "message": "This is 2,410 characters long; at most 2,000 are allowed."}
//
// Every code and its sentence stand in fault_codes.inc, and nowhere else.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace looplet {

enum class Code : std::uint8_t {
#define LOOPLET_FAULT(name, ...) name,
#include "looplet/fault_codes.inc"
#undef LOOPLET_FAULT
};

struct Fault {
  Code code;
  std::string where;    ///< JSON Pointer ("" is the whole), or "line 14"
  std::string message;  ///< a whole sentence in English
  bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

/// The code's public name, such as "unknown_target".
std::string_view code_name(Code code);

/// The code's sentence with {0}, {1}, ... still in it; in a survey module, what
/// stands behind the words of its name.
std::string_view code_sentence(Code code);

/// Number of codes; `static_cast<Code>(i)` is valid for i below it.
int code_count();

/// A fault whose sentence has {0}, {1}, ... replaced by `arguments`. Long
/// arguments are cut to 60 characters, so that a hostile value cannot make a
/// hostile message.
Fault make_fault(Code code, std::string_view where,
                 std::initializer_list<std::string_view> arguments = {});

}  // namespace looplet
