#include "survey/survey_texts.h"

#include "text/number.h"

namespace looplet {

void visit_texts(const Step& step, const std::string& where,
                 const std::function<void(const LocalText& text,
                                          const std::string& at)>& visit) {
  const auto member = [&](const LocalText& text, const char* name) {
    if (!text.empty()) visit(text, where + name);
  };
  const auto item = [&](const LocalText& text, const char* list,
                        std::size_t index) {
    if (text.empty()) return;
    visit(text, where + list + text::whole(static_cast<std::int64_t>(index)) +
                    "/text");
  };
  member(step.text, "/text");
  member(step.help, "/help");
  member(step.low, "/low");
  member(step.high, "/high");
  for (std::size_t i = 0; i < step.options.size(); ++i) {
    item(step.options[i].text, "/options/", i);
  }
  member(step.other_text, "/otherText");
  member(step.placeholder, "/placeholder");
  member(step.consent, "/consent");
  member(step.label, "/label");
  member(step.button, "/button");
  for (std::size_t i = 0; i < step.actions.size(); ++i) {
    item(step.actions[i].text, "/actions/", i);
  }
}

}  // namespace looplet
