// Faults as they are found, in few instructions each: there are a hundred
// places that report one, and all of them are shipped to browsers.
//
//   Reporter found(arena);
//   const Below steps(found, "steps");          // until the end of the block
//   const Below third(found, 2);
//   found.report(Code::too_long, length, most);  // at /steps/2
//   found.report_at("text", Code::empty_text);   // at /steps/2/text
#pragma once

#include <cstdint>
#include <string_view>

#include "looplet/arena.h"
#include "looplet/fault.h"

/// Words for a sentence, of which a survey module has the first alone.
#ifdef LOOPLET_SURVEY_ONLY
#define LOOPLET_WORDS(brief, rest) brief
#else
#define LOOPLET_WORDS(brief, rest) brief rest
#endif

namespace looplet {

/// A fault whose texts live in an arena.
struct FoundFault {
  Code code = {};
  std::string_view where;
  std::string_view message;
};

/// A text, or a whole number when `text` is null, to be put into a sentence.
struct Word {
  const char* text;
  std::int64_t number;
};

/// Adds the sentence of a code with {0}, {1}, ... replaced by `words`. Long
/// texts are cut, so that a hostile value cannot make a hostile message.
void write_sentence(Writing& out, Code code, List<const Word> words);

class Reporter {
 public:
  explicit Reporter(Arena& own) : arena(own), path_(own), found_(own) {}

  /// What is found is written here; whoever looks for it may use it too.
  Arena& arena;

  /// Goes down to a member or an item, and up again. A place is written out
  /// only when a fault is found there.
  void enter(const std::string_view& member);
  void enter(const char* member) { enter(std::string_view(member)); }
  void enter(std::size_t item);
  void leave();

  /// Where we are, as a JSON Pointer (RFC 6901).
  std::string_view place() const;

  /// Adds a fault where we are; the words, texts and whole numbers, take the
  /// places {0}, {1}, ... of its sentence.
  template <class... Words>
  void report(Code code, const Words&... words) {
    (add_word(words), ...);
    finish(code);
  }

  /// The same at a member.
  template <class... Words>
  void report_at(const char* member, Code code, const Words&... words) {
    enter(member);
    report(code, words...);
    leave();
  }

  /// How many were found so far.
  std::size_t count() const { return found_.size(); }
  List<FoundFault> found() const { return found_.list(); }

  /// The same for those who keep no arena.
  Faults faults() const;

 private:
  struct Part {
    const char* name;  ///< null: the number is of an item
    std::size_t number;
  };
  void add_word(const std::string_view& text);
  void add_word(const char* text);
  void add_word(std::int64_t number);
  void add_word(int number) { add_word(static_cast<std::int64_t>(number)); }
  void finish(Code code);

  Growing<Part> path_;
  Growing<FoundFault> found_;
  Word words_[4];
  std::size_t word_count_ = 0;
};

/// A place below, for as long as the block lasts.
class Below {
 public:
  template <class Part>
  Below(Reporter& reporter, const Part& part) : reporter_(reporter) {
    reporter.enter(part);
  }
  ~Below() { reporter_.leave(); }
  Below(const Below&) = delete;
  Below& operator=(const Below&) = delete;

 private:
  Reporter& reporter_;
};

}  // namespace looplet
