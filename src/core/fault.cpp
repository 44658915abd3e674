#include "looplet/fault.h"

#include <cstddef>

#include "text/utf8.h"

namespace looplet {
namespace {

struct CodeText {
  std::string_view name;
  std::string_view sentence;
};

constexpr CodeText kCodes[] = {
#define LOOPLET_FAULT(name, sentence) {#name, sentence},
#include "looplet/fault_codes.inc"
#undef LOOPLET_FAULT
};

constexpr std::size_t kLongestArgument = 60;  // code points

}  // namespace

std::string_view code_name(Code code) {
  return kCodes[static_cast<std::size_t>(code)].name;
}

std::string_view code_sentence(Code code) {
  return kCodes[static_cast<std::size_t>(code)].sentence;
}

int code_count() { return static_cast<int>(std::size(kCodes)); }

Fault make_fault(Code code, std::string_view where,
                 std::initializer_list<std::string_view> arguments) {
  const std::string_view sentence = code_sentence(code);
  std::string message;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '{' && i + 2 < sentence.size() &&
        sentence[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
      if (index < arguments.size()) {
        text::append_shortened(message, arguments.begin()[index],
                               kLongestArgument);
      }
      i += 2;
    } else {
      message += sentence[i];
    }
  }
  return {code, std::string(where), std::move(message)};
}

}  // namespace looplet
