#include "text/report.h"

#include <cstring>

#include "text/number.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::size_t kLongestWord = 60;  // code points

void write_number(Writing& out, std::int64_t number) {
  char digits[text::kLongestWhole];
  out.add({digits, text::write_whole(number, digits)});
}

}  // namespace

void Reporter::enter(const std::string_view& member) {
  path_.push({member.empty() ? "" : member.data(), member.size()});
}

[[gnu::noinline]] void Reporter::leave() { path_.pop(); }

void Reporter::enter(std::size_t item) { path_.push({nullptr, item}); }

void Reporter::add_word(const std::string_view& text) {
  // No text may have no place.
  words_[word_count_++] = {text.empty() ? "" : text.data(),
                           static_cast<std::int64_t>(text.size())};
}

void Reporter::add_word(const char* text) { add_word(std::string_view(text)); }

void Reporter::add_word(std::int64_t number) {
  words_[word_count_++] = {nullptr, number};
}

void write_sentence(Writing& out, Code code, List<const Word> words) {
  const std::string_view sentence = code_sentence(code);
#ifdef LOOPLET_SURVEY_ONLY
  // "too_long" and ": 2410, at most 2000" as one sentence.
  char change = 'A' - 'a';
  for (char c : code_name(code)) {
    c = static_cast<char>(c == '_' ? ' ' : c + change);
    change = 0;
    out.add({&c, 1});
  }
#endif
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] != '{' || i + 2 >= sentence.size() ||
        sentence[i + 2] != '}') {
      out.add(sentence.substr(i, 1));
      continue;
    }
    const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
    i += 2;
    if (index >= words.size()) continue;
    const Word& word = words[index];
    if (word.text == nullptr) {
      write_number(out, word.number);
      continue;
    }
    const std::string_view text(word.text,
                                static_cast<std::size_t>(word.number));
    const std::size_t length = text::prefix_bytes(text, kLongestWord);
    out.add(text.substr(0, length));
    if (length < text.size()) out.add("...");
  }
#ifdef LOOPLET_SURVEY_ONLY
  out.add(".");
#endif
}

std::string_view Reporter::place() const {
  Writing out(arena);
  for (const Part& part : path_.list()) {
    out.add("/");
    if (part.name == nullptr) {
      write_number(out, static_cast<std::int64_t>(part.number));
      continue;
    }
    for (std::size_t i = 0; i < part.number; ++i) {
      const char* c = part.name + i;
      out.add(*c == '~' ? "~0" : *c == '/' ? "~1" : std::string_view(c, 1));
    }
  }
  return out.text();
}

void Reporter::finish(Code code) {
  Writing message(arena);
  write_sentence(message, code, {words_, word_count_});
  word_count_ = 0;
  found_.push({code, place(), message.text()});
}

}  // namespace looplet
