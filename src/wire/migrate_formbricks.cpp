// Formbricks: questions with rules (logic), or blocks of elements with rules.
#include <utility>

#include "looplet/locale.h"
#include "looplet/survey.h"
#include "survey/link.h"
#include "wire/migrate_draft.h"
#include "wire/migrate_text.h"

namespace looplet::wire {
namespace {

struct Question {
  const Json& json;
  std::string where;
  const Json& logic_of;  ///< the question itself, or the block it closes
  std::string logic_where;
};

class Formbricks {
 public:
  Formbricks(const Json& theirs, MigrationDraft& draft)
      : theirs_(theirs), draft_(draft) {}

  bool run() {
    languages();
    collect();
    for (const Question& question : questions_) {
      draft_.reserve(text_member(question.json, "id"),
                     text_member(question.json, "type") == "nps");
    }
    traits();
    Json title = draft_.text(member(theirs_, "name"), "/name");
    if (!title.is_null()) draft_.survey["title"] = std::move(title);
    welcome();
    const std::size_t before = draft_.steps.size();
    for (const Question& question : questions_) step(question);
    if (draft_.steps.size() == before) return false;
    ends();
    for (const Question& question : questions_) logic(question);
    return true;
  }

 private:
  void languages() {
    draft_.default_tag = "default";
    const Json& list = member(theirs_, "languages");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      const std::string code = text_member(member(list[i], "language"), "code");
      if (true_member(list[i], "default") && is_language_tag(code)) {
        draft_.locale = code;
      }
    }
  }

  void collect() {
    const Json& blocks = member(theirs_, "blocks");
    for (std::size_t i = 0; blocks.is_array() && i < blocks.size(); ++i) {
      const std::string block = below("/blocks", i);
      const Json& elements = member(blocks[i], "elements");
      for (std::size_t k = 0; elements.is_array() && k < elements.size(); ++k) {
        const bool last = k + 1 == elements.size();
        const std::string where = below(below(block, "elements"), k);
        questions_.push_back(
            {elements[k], where, last ? blocks[i] : kNone, block});
        const std::string id = text_member(elements[k], "id");
        if (k == 0) starts_[text_member(blocks[i], "id")] = id;
      }
    }
    const Json& list = member(theirs_, "questions");
    if (!questions_.empty() || !list.is_array()) return;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string where = below("/questions", i);
      questions_.push_back({list[i], where, list[i], where});
    }
  }

  void traits() {
    const Json& hidden = member(member(theirs_, "hiddenFields"), "fieldIds");
    for (std::size_t i = 0; hidden.is_array() && i < hidden.size(); ++i) {
      if (hidden[i].is_string() && i < 64) {
        draft_.trait(hidden[i].get<std::string>());
      }
    }
    const Json& variables = member(theirs_, "variables");
    for (std::size_t i = 0; variables.is_array() && i < variables.size(); ++i) {
      draft_.lost(below("/variables", i),
                  "Variables that are worked out have no counterpart.");
    }
  }

  void welcome() {
    const Json& card = member(theirs_, "welcomeCard");
    if (!true_member(card, "enabled")) return;
    const std::string where = "/welcomeCard";
    draft_.reserve("#welcome");
    DraftStep& step = draft_.add("#welcome", where, "statement");
    draft_.set_text(step, "text", member(card, "headline"),
                    below(where, "headline"), "Welcome.");
    for (const char* name : {"html", "subheader"}) {
      draft_.set_text(step, "help", member(card, name), below(where, name));
    }
    draft_.set_text(step, "button", member(card, "buttonLabel"),
                    below(where, "buttonLabel"));
  }

  void words(DraftStep& step, const Json& json, const std::string& where) {
    draft_.set_text(step, "text", member(json, "headline"),
                    below(where, "headline"), "...");
    draft_.set_text(step, "help", member(json, "subheader"),
                    below(where, "subheader"));
    const bool asks = step.type() != "statement";
    if (asks && !true_member(json, "required")) step.json["optional"] = true;
    for (const char* media : {"imageUrl", "videoUrl"}) {
      if (!text_member(json, media).empty()) {
        draft_.lost(below(where, media), "Pictures and films are left out.");
      }
    }
  }

  void scale(DraftStep& step, const Json& json, const std::string& where) {
    draft_.set_text(step, "low", member(json, "lowerLabel"),
                    below(where, "lowerLabel"), "Lowest");
    draft_.set_text(step, "high", member(json, "upperLabel"),
                    below(where, "upperLabel"), "Highest");
  }

  void step(const Question& question) {
    const Json& json = question.json;
    const std::string& where = question.where;
    const std::string type = text_member(json, "type");
    const std::string key = text_member(json, "id");
    if (draft_.find(key) != nullptr) {
      return draft_.lost(where, "The id '" + key + "' is there twice.");
    }
    if (type == "nps" && !draft_.has_nps()) {
      DraftStep& step = draft_.add(key, where, "nps");
      words(step, json, where);
      scale(step, json, where);
    } else if (type == "nps") {
      draft_.lost(where, "Only one step may ask the 0-10 question.");
    } else if (type == "rating") {
      DraftStep& step = draft_.add(key, where, "rating");
      words(step, json, where);
      scale(step, json, where);
      const std::int64_t range = whole_member(json, "range").value_or(5);
      step.json["points"] = range < 2 ? 2 : range > 10 ? 10 : range;
      const std::string style = text_member(json, "scale");
      if (style == "star") step.json["style"] = "stars";
      if (style == "smiley") step.json["style"] = "smileys";
    } else if (type == "multipleChoiceSingle" ||
               type == "multipleChoiceMulti") {
      choice(json, where, key, type == "multipleChoiceMulti");
    } else if (type == "openText") {
      written(json, where, key);
    } else if (type == "consent") {
      DraftStep& step = draft_.add(key, where, "consent");
      words(step, json, where);
      draft_.set_text(step, "label", member(json, "label"),
                      below(where, "label"));
    } else if (type == "cta") {
      DraftStep& step = draft_.add(key, where, "statement");
      words(step, json, where);
      draft_.set_text(step, "help", member(json, "html"), below(where, "html"));
      draft_.set_text(step, "button", member(json, "buttonLabel"),
                      below(where, "buttonLabel"));
      if (!text_member(json, "buttonUrl").empty()) {
        draft_.lost(below(where, "buttonUrl"),
                    "Links stand at the end of a survey; this one was left "
                    "out.");
      }
    } else if (type == "contactInfo") {
      contact(json, where, key);
    } else {
      draft_.lost(where, "A question of type '" + type +
                             "' has no counterpart and was left out.");
    }
  }

  void choice(const Json& json, const std::string& where,
              const std::string& key, bool many) {
    DraftStep& step = draft_.add(key, where, "choice");
    words(step, json, where);
    if (many) step.json["many"] = true;
    const Json& list = member(json, "choices");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      const std::string place = below(below(where, "choices"), i);
      const std::string id = text_member(list[i], "id");
      Json label = draft_.text(member(list[i], "label"), below(place, "label"));
      if (id == "other") {
        step.json["other"] = true;
        if (!label.is_null()) step.json["otherText"] = std::move(label);
      } else if (!label.is_null()) {
        draft_.add_option(step, id, std::move(label));
        // Older rules compare with the words of an option.
        const std::string spoken =
            text_member(member(list[i], "label"), "default");
        const auto known = step.options.find(id);
        if (known != step.options.end() && !spoken.empty()) {
          step.options.emplace(spoken, known->second);
        }
      }
    }
    const std::string shuffle = text_member(json, "shuffleOption");
    if (shuffle == "all" || shuffle == "exceptLast") {
      step.json["shuffle"] = true;
      if (shuffle == "exceptLast") {
        draft_.changed(below(where, "shuffleOption"),
                       "All options are shuffled; none keeps its place.");
      }
    }
    if (step.json.contains("options")) return;
    draft_.lost(where, "There is nothing to choose from here.");
    draft_.steps.pop_back();
  }

  void written(const Json& json, const std::string& where,
               const std::string& key) {
    const std::string input = text_member(json, "inputType");
    if (input == "email" || input == "phone") {
      DraftStep& step = draft_.add(key, where, "contact");
      words(step, json, where);
      step.json["fields"] = Json::array({input});
      return;
    }
    DraftStep& step = draft_.add(key, where, "text");
    words(step, json, where);
    draft_.set_text(step, "placeholder", member(json, "placeholder"),
                    below(where, "placeholder"));
    const Json& limit = member(json, "charLimit");
    const auto most = whole_member(limit, "max");
    if (true_member(limit, "enabled") && most && *most >= 1 &&
        *most <= kMaxText) {
      step.json["maxLength"] = *most;
    }
    if (input == "url" || input == "number") {
      draft_.changed(below(where, "inputType"),
                     "Answers of the form '" + input + "' are plain text.");
    }
  }

  void contact(const Json& json, const std::string& where,
               const std::string& key) {
    DraftStep& step = draft_.add(key, where, "contact");
    words(step, json, where);
    Json fields = Json::array();
    const auto shown = [&](const char* name) {
      const Json& field = member(json, name);
      return field.is_object() && !(member(field, "show") == Json(false));
    };
    if (shown("firstName") || shown("lastName")) fields.push_back("name");
    if (shown("email")) fields.push_back("email");
    if (shown("phone")) fields.push_back("phone");
    if (shown("company")) {
      draft_.lost(below(where, "company"), "A company is not asked for.");
    }
    if (fields.empty()) fields.push_back("email");
    step.json["fields"] = std::move(fields);
  }

  void ends() {
    const Json& list = member(theirs_, "endings");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      const std::string where = below("/endings", i);
      const std::string id = text_member(list[i], "id");
      if (id.empty() || draft_.id_of(id) != nullptr) continue;
      draft_.reserve(id);
      end(id, where, list[i]);
    }
    const bool old = true_member(member(theirs_, "thankYouCard"), "enabled");
    if (draft_.steps.back().type() == "end") return;
    draft_.reserve("#end");
    end("#end", "/thankYouCard",
        old ? member(theirs_, "thankYouCard") : Json::object());
  }

  void end(const std::string& key, const std::string& where, const Json& card) {
    DraftStep& step = draft_.add(key, where, "end");
    if (text_member(card, "type") == "redirectToUrl") {
      step.json["text"] = "Thank you.";
      action(step, text_member(card, "url"), member(card, "label"), where,
             "url");
      draft_.changed(where,
                     "A page is not left by itself; its address is a "
                     "link to follow.");
      return;
    }
    draft_.set_text(step, "text", member(card, "headline"),
                    below(where, "headline"), "Thank you.");
    draft_.set_text(step, "help", member(card, "subheader"),
                    below(where, "subheader"));
    action(step, text_member(card, "buttonLink"), member(card, "buttonLabel"),
           where, "buttonLink");
  }

  void action(DraftStep& step, const std::string& url, const Json& label,
              const std::string& where, const char* name) {
    if (url.empty()) return;
    if (!is_safe_link(url)) {
      draft_.lost(below(where, name), "This address cannot be opened safely.");
      return;
    }
    Json text = draft_.text(label, where);
    if (text.is_null()) text = "Go on";
    step.json["actions"] = Json::array(
        {{{"kind", "link"}, {"text", std::move(text)}, {"url", url}}});
  }

  /// The step that a block, a question or an ending begins with.
  const std::string* target(const std::string& name) {
    const auto block = starts_.find(name);
    const DraftStep* step =
        draft_.find(block == starts_.end() ? name : block->second);
    return step == nullptr ? nullptr : draft_.id_of(step->key);
  }

  void logic(const Question& question) {
    DraftStep* step = draft_.find(text_member(question.json, "id"));
    if (step == nullptr || step->where != question.where) return;
    const Json& list = member(question.logic_of, "logic");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      rule(*step, list[i], below(below(question.logic_where, "logic"), i));
    }
    const std::string fallback =
        text_member(question.logic_of, "logicFallback");
    if (fallback.empty()) return;
    const std::string* to = target(fallback);
    if (to == nullptr) {
      draft_.lost(below(question.logic_where, "logicFallback"),
                  "There is no step '" + fallback + "' to go to.");
    } else {
      step->then = *to;
    }
  }

  void rule(DraftStep& step, const Json& logic, const std::string& where) {
    std::string to = text_member(logic, "destination");
    std::optional<Json> when;
    std::string why = "it cannot be said here";
    if (logic.contains("condition")) {
      when = formbricks_comparison(step, text_member(logic, "condition"),
                                   member(logic, "value"));
      if (to == "end") to = draft_.steps.back().key;
    } else {
      const Json& actions = member(logic, "actions");
      for (std::size_t i = 0; actions.is_array() && i < actions.size(); ++i) {
        const std::string objective = text_member(actions[i], "objective");
        if (objective == "jumpToQuestion" || objective == "jumpToBlock") {
          to = text_member(actions[i], "target");
        } else {
          draft_.lost(below(below(where, "actions"), i),
                      "An action '" + objective + "' has no counterpart.");
        }
      }
      if (to.empty()) return;
      when = formbricks_condition(member(logic, "conditions"), draft_, why);
    }
    const std::string* id = target(to);
    if (id == nullptr) {
      return draft_.lost(where, "There is no step '" + to + "' to go to.");
    }
    if (!when) {
      return draft_.lost(where, "The rule that leads to '" + to +
                                    "' was left out: " + why + ".");
    }
    step.rules.emplace_back(std::move(*when), *id);
  }

  inline static const Json kNone = {};
  const Json& theirs_;
  MigrationDraft& draft_;
  std::vector<Question> questions_;
  std::map<std::string, std::string> starts_;  ///< of blocks: their first
};

}  // namespace

// "#recall:ID/fallback:WORDS#".
std::string formbricks_names(MigrationDraft& draft, std::string_view text) {
  constexpr std::string_view kRecall = "#recall:";
  constexpr std::string_view kFallback = "/fallback:";
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find(kRecall);
    out += without_names(text.substr(0, open));
    if (open == text.npos) break;
    text.remove_prefix(open);
    const std::size_t bar = text.find(kFallback);
    const std::size_t close =
        bar == text.npos ? bar : text.find('#', bar + kFallback.size());
    if (close == text.npos) return out + without_names(text);
    const std::string name(text.substr(kRecall.size(), bar - kRecall.size()));
    std::string words;
    for (const char c :
         text.substr(bar + kFallback.size(), close - bar - kFallback.size())) {
      if (c != '{' && c != '}' && c != '|') words += c;
    }
    if (words.empty()) words = "...";
    const std::string* id = draft.id_of(name);
    const std::string ours = id != nullptr ? *id : draft.trait_named(name);
    out += ours.empty() ? words : "{" + ours + "|" + words + "}";
    text.remove_prefix(close + 1);
  }
  return out;
}

bool draft_formbricks(const Json& theirs, MigrationDraft& draft) {
  return Formbricks(theirs, draft).run();
}

}  // namespace looplet::wire
