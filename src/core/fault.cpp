#include "looplet/fault.h"

#include <cstddef>

#include "text/report.h"

namespace looplet {
namespace {

/// Each code's name and its sentence, in turn. One text, because the module
/// for browsers pays for every pointer into it.
constexpr char kCodes[] =
#ifdef LOOPLET_SURVEY_ONLY
#define LOOPLET_FAULT(name, sentence, ...) \
  __VA_OPT__(#name) "\0" __VA_ARGS__ "\0"
#else
#define LOOPLET_FAULT(name, sentence, ...) #name "\0" sentence "\0"
#endif
#include "looplet/fault_codes.inc"
#undef LOOPLET_FAULT
    ;

constexpr bool kEach[] = {
#define LOOPLET_FAULT(name, ...) true,
#include "looplet/fault_codes.inc"
#undef LOOPLET_FAULT
};
constexpr int kCodeCount = sizeof(kEach);

/// The text before which `count` others stand.
std::string_view text_behind(int count) {
  const char* at = kCodes;
  while (count-- > 0) at += std::string_view(at).size() + 1;
  return at;
}

}  // namespace

std::string_view code_name(Code code) {
  return text_behind(2 * static_cast<int>(code));
}

std::string_view code_sentence(Code code) {
  return text_behind(2 * static_cast<int>(code) + 1);
}

int code_count() { return kCodeCount; }

Faults Reporter::faults() const {
  Faults faults;
  for (const FoundFault& fault : found()) {
    faults.push_back(
        {fault.code, std::string(fault.where), std::string(fault.message)});
  }
  return faults;
}

Fault make_fault(Code code, std::string_view where,
                 std::initializer_list<std::string_view> arguments) {
  std::vector<Word> words;
  for (const std::string_view text : arguments) {
    words.push_back({text.empty() ? "" : text.data(),
                     static_cast<std::int64_t>(text.size())});
  }
  Arena arena;
  Writing message(arena);
  write_sentence(message, code, {words.data(), words.size()});
  return {code, std::string(where), std::string(message.text())};
}

}  // namespace looplet
