// A survey's file, whole.
#pragma once

#include <optional>
#include <string>

namespace looplet::cli {

struct SurveyFile {
  std::string name;
  std::string text;
};

/// Nothing when it cannot be read or is too large, which is then told on
/// standard error.
std::optional<SurveyFile> read_survey_file(const std::string& path);

}  // namespace looplet::cli
