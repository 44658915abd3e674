// Faults on standard error, as editors and terminals can follow them:
//
//   answers.csv:14: There is a NUL byte in this line. [nul_byte]
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "looplet/fault.h"

namespace looplet::cli {

/// Exit codes of the program.
constexpr int kDone = 0;
constexpr int kInputHasFaults = 1;
constexpr int kWrongCommandLine = 2;

/// Writes one fault. "line 14" becomes "file:14:"; a JSON Pointer stands
/// before the sentence, after the line it points at when `text` is given.
void complain(std::string_view file, const Fault& fault,
              std::string_view text = {});

/// Writes all, and how many there are besides.
void complain(std::string_view file, const Faults& faults,
              std::int64_t fault_count, std::string_view text = {});

/// A fault that is the system's: a file that cannot be read.
void complain_unreadable(std::string_view file, std::string_view reason);

}  // namespace looplet::cli
