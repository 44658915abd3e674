#include "cli/survey_file.h"

#include "cli/complain.h"
#include "cli/input.h"
#include "looplet/wire.h"

namespace looplet::cli {

std::optional<SurveyFile> read_survey_file(const std::string& path) {
  Input input(path);
  SurveyFile file{input.name(), input.read_all(wire::kMaxRequestBytes)};
  if (!input.error().empty()) {
    complain_unreadable(file.name, input.error());
    return std::nullopt;
  }
  if (file.text.size() > wire::kMaxRequestBytes) {
    complain(file.name,
             make_fault(Code::too_large, "",
                        {"more than " + std::to_string(wire::kMaxRequestBytes),
                         std::to_string(wire::kMaxRequestBytes)}));
    return std::nullopt;
  }
  return file;
}

}  // namespace looplet::cli
