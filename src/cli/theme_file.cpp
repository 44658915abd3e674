#include "cli/theme_file.h"

#include <utility>

#include "cli/complain.h"
#include "cli/survey_file.h"
#include "looplet/wire.h"

namespace looplet::cli {

std::optional<Tagger> read_tagger(const std::string& path) {
  const std::optional<SurveyFile> file = read_survey_file(path);
  if (!file) return std::nullopt;
  auto rules = wire::read_theme_rules(file->text);
  if (!rules) {
    complain(file->name, rules.faults(), 0, file->text);
    return std::nullopt;
  }
  const ThemeRules* own[] = {&**rules};
  auto tagger = Tagger::make(own);
  if (!tagger) {
    complain(file->name, tagger.faults(), 0, file->text);
    return std::nullopt;
  }
  return std::move(*tagger);
}

}  // namespace looplet::cli
