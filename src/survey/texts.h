// Every text of a survey, each with its place and with a name that stays the
// same when steps and options are moved.
#pragma once

#include <string>
#include <vector>

#include "looplet/survey.h"

namespace looplet {

struct PlacedText {
  const LocalText* text;
  std::string where;       ///< JSON Pointer
  std::string key;         ///< "steps/why/options/price/text"
  std::string_view step;   ///< the step's id; empty for the survey's own
  std::string_view field;  ///< "text", "help", "otherText", ...
  std::string_view item;   ///< the option's id; empty for others
};

/// All of them that are there, in the order of the survey.
std::vector<PlacedText> texts_of(const Survey& survey);

}  // namespace looplet
