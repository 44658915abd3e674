// Answers as the sets of bits that a flow tests.
#pragma once

#include <cstdint>
#include <string_view>

#include "looplet/flow.h"

namespace looplet {

/// Sets the facts before the first answer: traits and locale.
void set_first_facts(const CompiledSurvey& survey, std::string_view locale,
                     const Traits& traits, Facts& facts);

/// Adds an answer that `check_answer` has passed.
/// With `comments`, what a text says is a fact too.
void add_fact(const CompiledSurvey& survey, std::size_t step,
              const Answer& answer, Facts& facts,
              CommentReader comments = nullptr);

/// Adds what a comment says: its themes to those there are ("other" only to
/// none), and its sentiment in place of an earlier comment's.
void add_sense(const CompiledSurvey& survey, std::string_view comment,
               CommentReader comments, Facts& facts);

/// The ids of the options chosen, whatever form the answer has.
List<const std::string_view> chosen(const Answer& answer);

}  // namespace looplet
