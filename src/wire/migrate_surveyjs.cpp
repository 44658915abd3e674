// SurveyJS: pages of elements, each with a condition to be seen.
#include <utility>

#include "looplet/locale.h"
#include "looplet/survey.h"
#include "wire/migrate_draft.h"
#include "wire/migrate_text.h"

namespace looplet::wire {
namespace {

struct Element {
  const Json& json;
  std::string where;
  std::vector<std::string> visible_ifs;  ///< of all it stands in
};

class SurveyJs {
 public:
  SurveyJs(const Json& theirs, MigrationDraft& draft)
      : theirs_(theirs), draft_(draft) {}

  bool run() {
    const std::string locale = text_member(theirs_, "locale");
    if (is_language_tag(locale)) draft_.locale = locale;
    draft_.default_tag = "default";
    collect(theirs_, "", {}, 0);
    for (const Element& element : elements_) {
      const std::string name = text_member(element.json, "name");
      if (!name.empty()) draft_.reserve(name, is_nps(element.json));
    }
    header();
    for (const Element& element : elements_) step(element);
    if (draft_.steps.empty()) return false;
    ends();
    conditions();
    for (const char* unused : {"timeLimit", "maxTimeToFinish", "navigateToUrl",
                               "calculatedValues"}) {
      if (!member(theirs_, unused).is_null()) {
        draft_.lost(below("", unused),
                    std::string("'") + unused + "' has no counterpart.");
      }
    }
    triggers();
    return true;
  }

 private:
  void collect(const Json& holder, const std::string& where,
               std::vector<std::string> visible_ifs, int depth) {
    const std::string own = text_member(holder, "visibleIf");
    if (!own.empty() && depth > 0) visible_ifs.push_back(own);
    for (const char* list : {"pages", "elements", "questions"}) {
      const Json& items = member(holder, list);
      if (!items.is_array()) continue;
      for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string place = below(below(where, list), i);
        const Json& item = items[i];
        if (!item.is_object()) continue;
        const bool group = std::string_view(list) == "pages" ||
                           text_member(item, "type") == "panel";
        if (group && depth < 20) {
          page_text(item, place);
          collect(item, place, visible_ifs, depth + 1);
          continue;
        }
        std::vector<std::string> all = visible_ifs;
        const std::string its = text_member(item, "visibleIf");
        if (!its.empty()) all.push_back(its);
        elements_.push_back({item, place, std::move(all)});
      }
    }
  }

  void page_text(const Json& group, const std::string& where) {
    for (const char* name : {"title", "description"}) {
      if (!member(group, name).is_null()) {
        draft_.lost(below(where, name),
                    "Steps stand alone; the words of their page or panel were "
                    "left out.");
      }
    }
  }

  void header() {
    Json title = draft_.text(member(theirs_, "title"), "/title");
    if (!title.is_null()) {
      draft_.survey["title"] = title;
    }
    if (!member(theirs_, "description").is_null()) {
      draft_.lost("/description", "A survey has no description of its own.");
    }
  }

  static std::int64_t least(const Json& json) {
    return whole_member(json, "rateMin").value_or(1);
  }
  static std::int64_t most(const Json& json) {
    const auto count = whole_member(json, "rateCount");
    return whole_member(json, "rateMax")
        .value_or(count ? least(json) + *count - 1 : 5);
  }

  static bool is_nps(const Json& json) {
    return text_member(json, "type") == "rating" && least(json) == 0 &&
           most(json) == 10 && !member(json, "rateValues").is_array();
  }

  void step(const Element& element) {
    const Json& json = element.json;
    const std::string type = text_member(json, "type");
    const std::string name = text_member(json, "name");
    const std::string key = name.empty() ? element.where : name;
    if (name.empty()) draft_.reserve(key);
    if (draft_.find(key) != nullptr) {
      return draft_.lost(element.where, "The name '" + name +
                                            "' is there twice; the second "
                                            "question was left out.");
    }
    if (type == "rating") {
      rating(element, key);
    } else if (type == "radiogroup" || type == "dropdown" ||
               type == "checkbox" || type == "tagbox" ||
               type == "buttongroup") {
      choice(element, key, type == "checkbox" || type == "tagbox");
    } else if (type == "boolean") {
      DraftStep& step = draft_.add(key, element.where, "consent");
      words(step, json, element.where);
      draft_.set_text(step, "label", member(json, "labelTrue"),
                      below(element.where, "labelTrue"));
    } else if (type == "comment" || type == "text") {
      written(element, key);
    } else if (type == "html") {
      DraftStep& step = draft_.add(key, element.where, "statement");
      draft_.set_text(step, "text", member(json, "html"),
                      below(element.where, "html"), "...");
    } else {
      draft_.lost(element.where, "A question of type '" + type +
                                     "' has no counterpart and was left out.");
    }
  }

  void words(DraftStep& step, const Json& json, const std::string& where) {
    const Json& title = member(json, "title");
    const Json name = step.key;
    draft_.set_text(step, "text", title.is_null() ? name : title,
                    below(where, "title"), "...");
    draft_.set_text(step, "help", member(json, "description"),
                    below(where, "description"));
    if (!true_member(json, "isRequired")) step.json["optional"] = true;
    if (!member(json, "requiredIf").is_null()) {
      draft_.lost(below(where, "requiredIf"),
                  "Whether an answer is needed cannot depend on a condition.");
    }
    if (member(json, "validators").is_array()) {
      draft_.lost(below(where, "validators"),
                  "Answers are not held to rules of one's own.");
    }
  }

  void ends_of_scale(DraftStep& step, const Json& json,
                     const std::string& where) {
    draft_.set_text(step, "low", member(json, "minRateDescription"),
                    below(where, "minRateDescription"), "Lowest");
    draft_.set_text(step, "high", member(json, "maxRateDescription"),
                    below(where, "maxRateDescription"), "Highest");
  }

  void rating(const Element& element, const std::string& key) {
    const Json& json = element.json;
    if (is_nps(json) && !draft_.has_nps()) {
      DraftStep& step = draft_.add(key, element.where, "nps");
      words(step, json, element.where);
      ends_of_scale(step, json, element.where);
      return;
    }
    const std::int64_t low = least(json);
    const std::int64_t points = most(json) - low + 1;
    const Json& values = member(json, "rateValues");
    if (values.is_array() || points < 2 || points > 10) {
      DraftStep& step = draft_.add(key, element.where, "choice");
      words(step, json, element.where);
      draft_.changed(element.where,
                     "This scale is asked as a choice of its values.");
      if (values.is_array()) {
        choices(step, values, below(element.where, "rateValues"));
      } else {
        for (std::int64_t i = 0; i < points && i < kMaxOptions; ++i) {
          const std::string value = std::to_string(low + i);
          draft_.add_option(step, value, Json(value));
        }
      }
      drop_empty(step, element);
      return;
    }
    DraftStep& step = draft_.add(key, element.where, "rating");
    words(step, json, element.where);
    ends_of_scale(step, json, element.where);
    step.json["points"] = points;
    step.shift = 1 - low;
    if (low != 1) {
      draft_.changed(below(element.where, "rateMin"),
                     "A rating begins at 1; answers and conditions were "
                     "shifted.");
    }
    const std::string style = text_member(json, "rateType");
    if (style == "stars" || style == "smileys") step.json["style"] = style;
  }

  void choices(DraftStep& step, const Json& list, const std::string& where) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Json& item = list[i];
      const Json& given = item.is_object() ? member(item, "value") : item;
      if (!given.is_string() && !given.is_number() && !given.is_boolean()) {
        continue;
      }
      const std::string value =
          given.is_string() ? given.get<std::string>() : given.dump();
      const Json& label = member(item, "text");
      const std::string place = below(where, i);
      draft_.add_option(
          step, value,
          draft_.text(label.is_null() ? Json(value) : label, place));
      if (!member(item, "visibleIf").is_null()) {
        draft_.lost(below(place, "visibleIf"),
                    "Options are always shown; their condition was left out.");
      }
    }
    if (list.size() > static_cast<std::size_t>(kMaxOptions)) {
      draft_.lost(where, "A step may have 200 options; the rest was left out.");
    }
  }

  void choice(const Element& element, const std::string& key, bool many) {
    const Json& json = element.json;
    DraftStep& step = draft_.add(key, element.where, "choice");
    words(step, json, element.where);
    if (many) step.json["many"] = true;
    if (true_member(json, "hasOther") || true_member(json, "showOtherItem")) {
      step.json["other"] = true;
      draft_.set_text(step, "otherText", member(json, "otherText"),
                      below(element.where, "otherText"));
    }
    if (text_member(json, "choicesOrder") == "random") {
      step.json["shuffle"] = true;
    }
    const Json& list = member(json, "choices");
    if (list.is_array()) choices(step, list, below(element.where, "choices"));
    if (true_member(json, "hasNone") || true_member(json, "showNoneItem")) {
      Json label = draft_.text(member(json, "noneText"),
                               below(element.where, "noneText"));
      draft_.add_option(step, "none", label.is_null() ? Json("None") : label);
    }
    for (const char* lost :
         {"choicesByUrl", "choicesVisibleIf", "choicesFromQuestion"}) {
      if (!member(json, lost).is_null()) {
        draft_.lost(below(element.where, lost),
                    "Options must be listed; what is fetched or worked out "
                    "was left out.");
      }
    }
    drop_empty(step, element);
  }

  /// A choice of nothing cannot be asked.
  void drop_empty(DraftStep& step, const Element& element) {
    if (step.json.contains("options")) return;
    draft_.lost(element.where, "There is nothing to choose from here.");
    draft_.steps.pop_back();
  }

  void written(const Element& element, const std::string& key) {
    const Json& json = element.json;
    const std::string input = text_member(json, "inputType");
    if (input == "email" || input == "tel") {
      DraftStep& step = draft_.add(key, element.where, "contact");
      words(step, json, element.where);
      step.json["fields"] = Json::array({input == "tel" ? "phone" : "email"});
      return;
    }
    DraftStep& step = draft_.add(key, element.where, "text");
    words(step, json, element.where);
    draft_.set_text(step, "placeholder", member(json, "placeholder"),
                    below(element.where, "placeholder"));
    const auto length = whole_member(json, "maxLength");
    if (length && *length >= 1 && *length <= kMaxText) {
      step.json["maxLength"] = *length;
    }
    if (!input.empty() && input != "text") {
      draft_.changed(below(element.where, "inputType"),
                     "Answers of the form '" + input + "' are plain text.");
    }
  }

  void ends() {
    const Json& cards = member(theirs_, "completedHtmlOnCondition");
    const std::string last = "/completedHtml";
    draft_.reserve("#end");
    DraftStep& end = draft_.add("#end", last, "end");
    draft_.set_text(end, "text", member(theirs_, "completedHtml"), last,
                    "Thank you.");
    if (!cards.is_array()) return;
    for (std::size_t i = 0; i < cards.size() && i < 20; ++i) {
      const std::string where = below("/completedHtmlOnCondition", i);
      DraftStep& card = draft_.add("#end" + std::to_string(i), where, "end");
      draft_.set_text(card, "text", member(cards[i], "html"),
                      below(where, "html"), "Thank you.");
    }
  }

  std::optional<Json> condition(const std::string& expression,
                                const std::string& where) {
    std::string why;
    std::optional<Json> out = surveyjs_condition(expression, draft_, why);
    if (!out) {
      draft_.lost(where, "The condition '" + expression +
                             "' was left out: " + why + ".");
    }
    return out;
  }

  void conditions() {
    for (const Element& element : elements_) {
      const std::string name = text_member(element.json, "name");
      DraftStep* step = draft_.find(name.empty() ? element.where : name);
      if (step == nullptr || step->where != element.where) continue;
      std::vector<Json> parts;
      for (const std::string& expression : element.visible_ifs) {
        if (auto part =
                condition(expression, below(element.where, "visibleIf"))) {
          parts.push_back(std::move(*part));
        }
      }
      if (!parts.empty()) step->visible = all_of(std::move(parts));
    }
    const Json& cards = member(theirs_, "completedHtmlOnCondition");
    for (std::size_t i = 0; cards.is_array() && i < cards.size(); ++i) {
      DraftStep* card = draft_.find("#end" + std::to_string(i));
      if (card == nullptr) continue;
      const std::string where =
          below(below("/completedHtmlOnCondition", i), "expression");
      if (auto when = condition(text_member(cards[i], "expression"), where)) {
        // Asked for where the survey would end; the first that holds wins.
        draft_.find("#end")->rules.emplace_back(std::move(*when), card->id());
      }
    }
  }

  void triggers() {
    const Json& list = member(theirs_, "triggers");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      draft_.lost(below("/triggers", i),
                  "A trigger of type '" + text_member(list[i], "type") +
                      "' has no counterpart; lead there by a rule.");
    }
  }

  const Json& theirs_;
  MigrationDraft& draft_;
  std::vector<Element> elements_;
};

}  // namespace

std::string surveyjs_names(MigrationDraft& draft, std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == text.npos) break;
    const std::size_t close = text.find('}', open);
    const std::string name(close == text.npos
                               ? std::string_view()
                               : text.substr(open + 1, close - open - 1));
    const std::string* id = draft.id_of(name);
    if (id == nullptr) {
      out += "{{";
      text.remove_prefix(open + 1);
      continue;
    }
    out += "{" + *id + "|...}";
    text.remove_prefix(close + 1);
  }
  return out;
}

bool draft_surveyjs(const Json& theirs, MigrationDraft& draft) {
  return SurveyJs(theirs, draft).run();
}

}  // namespace looplet::wire
