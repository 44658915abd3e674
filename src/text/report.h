// Reporting a fault in few instructions: there are a hundred places that do,
// and all of them are shipped to browsers.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "looplet/fault.h"
#include "text/place.h"

namespace looplet {

/// A text or a whole number to be put into a sentence.
class Word {
 public:
  Word(std::string_view text)
      : text_(text.empty() ? "" : text.data()),  // no text may have no place
        value_(static_cast<std::int64_t>(text.size())) {}
  Word(const char* text) : Word(std::string_view(text)) {}
  Word(std::int64_t number) : text_(nullptr), value_(number) {}
  Word(int number) : Word(static_cast<std::int64_t>(number)) {}

  void append_to(std::string& out) const;

 private:
  const char* text_;  ///< null: `value_` is the number
  std::int64_t value_;
};

/// Adds a fault at `where`, or at its member. Two names, because {"a word"}
/// would be a member's name to one compiler and a word to another.
void report(Faults& faults, Code code, const Place& where,
            std::initializer_list<Word> words = {});
void report_member(Faults& faults, Code code, const Place& where,
                   const char* member, std::initializer_list<Word> words = {});

}  // namespace looplet
