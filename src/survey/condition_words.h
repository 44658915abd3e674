// Conditions and rules in words, for people who read a survey's changes or
// its faults.
//
//   {"segment": "detractor", "step": "why", "includes": "price"}
//   detractors who chose 'price' in 'why'
#pragma once

#include <string>

#include "looplet/survey.h"

namespace looplet {

/// Whom a condition is about, as the subject of a sentence in the plural:
/// "detractors", "those who gave 0 to 3 or skipped 'why'". A condition without
/// members is about "everyone".
std::string condition_words(const Condition& condition);

/// The same as a clause: "who are detractors and chose 'price' in 'why'".
std::string condition_clause(const Condition& condition);

/// "detractors" and so on.
std::string_view segment_plural(Segment segment);

}  // namespace looplet
