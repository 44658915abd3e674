// PostHog: a row of questions, each of which may branch by its own answer.
#include <utility>

#include "looplet/locale.h"
#include "looplet/survey.h"
#include "survey/link.h"
#include "wire/migrate_draft.h"
#include "wire/migrate_text.h"

namespace looplet::wire {
namespace {

constexpr struct {
  std::int64_t scale;
  std::string_view name;
  std::int64_t low;
  std::int64_t high;
} kBuckets[] = {
    {2, "positive", 1, 1},  {2, "negative", 2, 2},    {3, "negative", 1, 1},
    {3, "neutral", 2, 2},   {3, "positive", 3, 3},    {5, "negative", 1, 2},
    {5, "neutral", 3, 3},   {5, "positive", 4, 5},    {7, "negative", 1, 3},
    {7, "neutral", 4, 4},   {7, "positive", 5, 7},    {10, "detractors", 0, 6},
    {10, "passives", 7, 8}, {10, "promoters", 9, 10},
};

class PostHog {
 public:
  PostHog(const Json& theirs, MigrationDraft& draft)
      : theirs_(theirs), draft_(draft) {}

  bool run() {
    const Json& list = member(theirs_, "questions");
    if (!list.is_array()) return false;
    for (std::size_t i = 0; i < list.size(); ++i) {
      draft_.reserve(key(i), is_nps(list[i]));
    }
    Json title = draft_.text(member(theirs_, "name"), "/name");
    if (!title.is_null()) draft_.survey["title"] = std::move(title);
    for (std::size_t i = 0; i < list.size(); ++i) {
      step(list[i], i, below("/questions", i));
    }
    if (draft_.steps.empty()) return false;
    end();
    for (std::size_t i = 0; i < list.size(); ++i) {
      branches(list[i], i, below(below("/questions", i), "branching"));
    }
    for (const char* name : {"conditions", "targeting_flag_filters"}) {
      if (member(theirs_, name).is_object() && !member(theirs_, name).empty()) {
        draft_.lost(below("", name),
                    "Whom to ask, and when, is not part of a survey here; see "
                    "the element's trigger and cadence.");
      }
    }
    return true;
  }

 private:
  static std::string key(std::size_t index) {
    return "q" + std::to_string(index + 1);
  }

  static bool is_nps(const Json& json) {
    return text_member(json, "type") == "rating" &&
           whole_member(json, "scale") == 10;
  }

  /// A text and its translations, {"de": {"question": "..."}}.
  Json texts(const Json& json, const char* name) const {
    const Json& own = member(json, name);
    const Json& translations = member(json, "translations");
    if (!own.is_string() || !translations.is_object()) return own;
    Json out = {{draft_.locale, own}};
    for (const auto& [tag, words] : translations.items()) {
      const Json& theirs = member(words, name);
      if (theirs.is_string() && tag != draft_.locale) out[tag] = theirs;
    }
    return out;
  }

  void words(DraftStep& step, const Json& json, const std::string& where) {
    draft_.set_text(step, "text", texts(json, "question"),
                    below(where, "question"), "...");
    draft_.set_text(step, "help", texts(json, "description"),
                    below(where, "description"));
    if (true_member(json, "optional") && step.type() != "statement") {
      step.json["optional"] = true;
    }
  }

  void scale(DraftStep& step, const Json& json, const std::string& where) {
    draft_.set_text(step, "low", texts(json, "lowerBoundLabel"),
                    below(where, "lowerBoundLabel"), "Lowest");
    draft_.set_text(step, "high", texts(json, "upperBoundLabel"),
                    below(where, "upperBoundLabel"), "Highest");
  }

  void step(const Json& json, std::size_t index, const std::string& where) {
    const std::string type = text_member(json, "type");
    if (type == "rating") {
      rating(json, index, where);
    } else if (type == "single_choice" || type == "multiple_choice") {
      choice(json, index, where, type == "multiple_choice");
    } else if (type == "open") {
      words(draft_.add(key(index), where, "text"), json, where);
    } else if (type == "link") {
      DraftStep& step = draft_.add(key(index), where, "statement");
      words(step, json, where);
      draft_.set_text(step, "button", texts(json, "buttonText"),
                      below(where, "buttonText"));
      if (!text_member(json, "link").empty()) {
        draft_.lost(below(where, "link"),
                    "Links stand at the end of a survey; this one was left "
                    "out.");
      }
    } else {
      draft_.lost(where, "A question of type '" + type +
                             "' has no counterpart and was left out.");
    }
  }

  void rating(const Json& json, std::size_t index, const std::string& where) {
    const std::int64_t points = whole_member(json, "scale").value_or(5);
    if (points == 10 && !draft_.has_nps()) {
      DraftStep& step = draft_.add(key(index), where, "nps");
      words(step, json, where);
      scale(step, json, where);
      return;
    }
    if (points == 10) {
      return draft_.lost(where, "Only one step may ask the 0-10 question.");
    }
    DraftStep& step = draft_.add(key(index), where, "rating");
    words(step, json, where);
    scale(step, json, where);
    step.json["points"] = points < 2 ? 2 : points > 10 ? 10 : points;
    if (text_member(json, "display") == "emoji") step.json["style"] = "smileys";
    if (points == 2) {
      draft_.changed(where, "Thumbs up and down are asked as 1 and 2.");
    }
  }

  void choice(const Json& json, std::size_t index, const std::string& where,
              bool many) {
    DraftStep& step = draft_.add(key(index), where, "choice");
    words(step, json, where);
    if (many) step.json["many"] = true;
    if (true_member(json, "shuffleOptions")) step.json["shuffle"] = true;
    const Json& list = member(json, "choices");
    const bool open = true_member(json, "hasOpenChoice");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      const Json label = choice_texts(json, i);
      Json text = draft_.text(label, below(below(where, "choices"), i));
      if (text.is_null()) continue;
      // The last one takes words of one's own.
      if (open && i + 1 == list.size()) {
        step.json["other"] = true;
        step.json["otherText"] = std::move(text);
        continue;
      }
      const std::string id =
          list[i].is_string() ? list[i].get<std::string>() : key(i);
      draft_.add_option(step, id, std::move(text));
    }
    if (step.json.contains("options")) return;
    draft_.lost(where, "There is nothing to choose from here.");
    draft_.steps.pop_back();
  }

  Json choice_texts(const Json& json, std::size_t index) const {
    const Json& own = member(json, "choices")[index];
    const Json& translations = member(json, "translations");
    if (!own.is_string() || !translations.is_object()) return own;
    Json out = {{draft_.locale, own}};
    for (const auto& [tag, words] : translations.items()) {
      const Json& list = member(words, "choices");
      if (list.is_array() && index < list.size() && list[index].is_string() &&
          tag != draft_.locale) {
        out[tag] = list[index];
      }
    }
    return out;
  }

  void end() {
    const Json& look = member(theirs_, "appearance");
    draft_.reserve("#end");
    DraftStep& step = draft_.add("#end", "/appearance", "end");
    draft_.set_text(step, "text", member(look, "thankYouMessageHeader"),
                    "/appearance/thankYouMessageHeader", "Thank you.");
    draft_.set_text(step, "help", member(look, "thankYouMessageDescription"),
                    "/appearance/thankYouMessageDescription");
  }

  /// The id of the step that is meant by an index or "end"; empty: none.
  std::string target(const Json& to) {
    if (to.is_string() && to.get<std::string>() == "end") {
      return *draft_.id_of("#end");
    }
    const auto index = whole_member(Json{{"to", to}}, "to");
    if (!index || *index < 0) return {};
    const DraftStep* step = draft_.find(key(static_cast<std::size_t>(*index)));
    return step == nullptr ? std::string() : step->id();
  }

  void branches(const Json& json, std::size_t index, const std::string& where) {
    DraftStep* step = draft_.find(key(index));
    const Json& branching = member(json, "branching");
    const std::string type = text_member(branching, "type");
    if (step == nullptr || type.empty() || type == "next_question") return;
    if (type == "end") {
      step->then = target("end");
      return;
    }
    if (type == "specific_question") {
      step->then = target(member(branching, "index"));
      if (step->then.empty()) {
        draft_.lost(where, "The question to go to was left out.");
      }
      return;
    }
    const Json& values = member(branching, "responseValues");
    if (!values.is_object()) return;
    for (const auto& [value, to] : values.items()) {
      const std::string place = below(below(where, "responseValues"), value);
      const std::string id = target(to);
      if (to.is_string() && to.get<std::string>() == "next_question") continue;
      std::optional<Json> when = condition(json, *step, value);
      if (!when || id.empty()) {
        draft_.lost(place, "The answer '" + value +
                               "' leads nowhere that could be said.");
      } else {
        step->rules.emplace_back(std::move(*when), id);
      }
    }
  }

  static std::optional<Json> condition(const Json& json, const DraftStep& step,
                                       const std::string& value) {
    if (step.type() == "choice") {
      const Json& list = member(json, "choices");
      std::size_t index = 0;
      if (value.empty() || value.size() > 3) return std::nullopt;
      for (const char c : value) {
        if (c < '0' || c > '9') return std::nullopt;
        index = index * 10 + static_cast<std::size_t>(c - '0');
      }
      if (!list.is_array() || index >= list.size()) return std::nullopt;
      if (true_member(json, "hasOpenChoice") && index + 1 == list.size()) {
        return Json{{"step", step.id()}, {"includes", "other"}};
      }
      return is_value(step, list[index]);
    }
    const std::int64_t scale = whole_member(json, "scale").value_or(0);
    for (const auto& bucket : kBuckets) {
      if (bucket.scale == scale && bucket.name == value) {
        return in_range(step, bucket.low, bucket.high);
      }
    }
    return std::nullopt;
  }

  const Json& theirs_;
  MigrationDraft& draft_;
};

}  // namespace

std::string posthog_names(MigrationDraft&, std::string_view text) {
  return without_names(text);
}

bool draft_posthog(const Json& theirs, MigrationDraft& draft) {
  return PostHog(theirs, draft).run();
}

}  // namespace looplet::wire
