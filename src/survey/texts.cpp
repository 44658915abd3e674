#include "survey/texts.h"

#include <utility>

#include "text/number.h"

namespace looplet {
namespace {

std::string at(std::string_view list, std::size_t index) {
  std::string out(list);
  out += '/';
  out += text::whole(static_cast<std::int64_t>(index));
  return out;
}

class Texts {
 public:
  std::vector<PlacedText> found;

  void survey(const Survey& survey) {
    add(survey.title, "", "", "title");
    add(survey.subject, "", "", "subject");
    add(survey.owner, "", "", "owner");
    if (survey.privacy)
      add(survey.privacy->text, "/privacy", "privacy", "text");
    for (std::size_t i = 0; i < survey.steps.size(); ++i) {
      step(survey.steps[i], at("/steps", i));
    }
  }

 private:
  void step(const Step& step, const std::string& where) {
    step_ = step.id;
    std::string key("steps/");
    key += step.id;
    add(step.text, where, key, "text");
    add(step.help, where, key, "help");
    add(step.low, where, key, "low");
    add(step.high, where, key, "high");
    for (std::size_t i = 0; i < step.options.size(); ++i) {
      const Option& option = step.options[i];
      std::string option_key = key + "/options/";
      option_key += option.id;
      item_ = option.id;
      add(option.text, at(where + "/options", i), option_key, "text");
      item_ = {};
    }
    add(step.other_text, where, key, "otherText");
    add(step.placeholder, where, key, "placeholder");
    add(step.consent, where, key, "consent");
    add(step.label, where, key, "label");
    add(step.button, where, key, "button");
    for (std::size_t i = 0; i < step.actions.size(); ++i) {
      add(step.actions[i].text, at(where + "/actions", i),
          at(key + "/actions", i), "text");
    }
    step_ = {};
  }

  void add(const LocalText& text, const std::string& where,
           const std::string& key, std::string_view field) {
    if (text.empty()) return;
    PlacedText placed{&text, where, key, step_, field, item_};
    placed.where += '/';
    placed.where += field;
    if (!placed.key.empty()) placed.key += '/';
    placed.key += field;
    found.push_back(std::move(placed));
  }

  std::string_view step_;
  std::string_view item_;
};

}  // namespace

std::vector<PlacedText> texts_of(const Survey& survey) {
  Texts texts;
  texts.survey(survey);
  return std::move(texts.found);
}

}  // namespace looplet
