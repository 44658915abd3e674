#include "looplet/fault.h"

#include <cstddef>

#include "text/number.h"
#include "text/report.h"
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

namespace {

template <class Words>
std::string filled(std::string_view sentence, const Words& words) {
  std::string message;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '{' && i + 2 < sentence.size() &&
        sentence[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
      if (index < words.size()) words.begin()[index].append_to(message);
      i += 2;
    } else {
      message += sentence[i];
    }
  }
  return message;
}

}  // namespace

void Word::append_to(std::string& out) const {
  if (text_ == nullptr) {
    out += text::whole(value_);
  } else {
    text::append_shortened(out, {text_, static_cast<std::size_t>(value_)},
                           kLongestArgument);
  }
}

void report(Faults& faults, Code code, const Place& where,
            std::initializer_list<Word> words) {
  faults.push_back({code, where.pointer(), filled(code_sentence(code), words)});
}

void report_member(Faults& faults, Code code, const Place& where,
                   const char* member, std::initializer_list<Word> words) {
  report(faults, code, Place{&where, member}, words);
}

Fault make_fault(Code code, std::string_view where,
                 std::initializer_list<std::string_view> arguments) {
  const std::vector<Word> words(arguments.begin(), arguments.end());
  return {code, std::string(where), filled(code_sentence(code), words)};
}

}  // namespace looplet
