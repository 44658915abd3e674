#include "wire/migrate_draft.h"

#include "looplet/locale.h"
#include "looplet/survey.h"
#include "survey/names.h"
#include "text/number.h"
#include "text/utf8.h"
#include "wire/migrate_text.h"

namespace looplet::wire {
namespace {

const Json kNothing;

bool is_reserved(const std::string& id) {
  for (const std::string_view name : names::kReserved) {
    if (id == name) return true;
  }
  return id == "subject" || id == "segment" || id == "owner";
}

/// The language of a key such as "de", "de_AT" or the default's; "" when it
/// is no language.
std::string tag_of(std::string key, const Json& texts,
                   const MigrationDraft& draft) {
  if (key == draft.default_tag) {
    // Beside a text in the survey's language, the default is the programs'.
    return texts.contains(draft.locale) ? "en" : draft.locale;
  }
  for (char& c : key) c = c == '_' ? '-' : c;
  return is_language_tag(key) ? key : std::string();
}

}  // namespace

const Json& member(const Json& object, const char* name) {
  if (!object.is_object()) return kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

std::string text_member(const Json& object, const char* name) {
  const Json& found = member(object, name);
  return found.is_string() ? found.get<std::string>() : std::string();
}

bool true_member(const Json& object, const char* name) {
  const Json& found = member(object, name);
  return found.is_boolean() && found.get<bool>();
}

std::optional<std::int64_t> whole_member(const Json& object, const char* name) {
  const Json& found = member(object, name);
  if (!found.is_number()) return std::nullopt;
  const double number = found.get<double>();
  if (!(number >= -1e9 && number <= 1e9)) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(number);
  if (static_cast<double>(whole) != number) return std::nullopt;
  return whole;
}

std::string MigrationDraft::fresh_id(std::string wanted) {
  if (wanted.empty()) wanted = "step";
  const auto taken = [this](const std::string& id) {
    for (const auto& [key, known] : ids_) {
      if (known == id) return true;
    }
    return is_reserved(id);
  };
  std::string id = wanted;
  for (std::int64_t i = 2; taken(id); ++i) id = wanted + "-" + text::whole(i);
  return id;
}

const std::string& MigrationDraft::reserve(const std::string& key, bool nps) {
  const auto found = ids_.find(key);
  if (found != ids_.end()) return found->second;
  std::string wanted = id_out_of(key);
  if (wanted == "score" && !nps) wanted = "score-step";
  return ids_[key] = fresh_id(std::move(wanted));
}

const std::string* MigrationDraft::id_of(const std::string& key) const {
  const auto found = ids_.find(key);
  return found == ids_.end() ? nullptr : &found->second;
}

std::string MigrationDraft::trait(const std::string& key) {
  const auto found = traits_.find(key);
  if (found != traits_.end()) return found->second;
  std::string name = id_out_of(key);
  if (name.empty()) name = "trait";
  std::string unique = name;
  const auto taken = [this](const std::string& id) {
    for (const auto& [other, known] : traits_) {
      if (known == id) return true;
    }
    return is_reserved(id);
  };
  for (std::int64_t i = 2; taken(unique); ++i) {
    unique = name + "-" + text::whole(i);
  }
  survey["traits"].push_back({{"name", unique}});
  return traits_[key] = unique;
}

Json MigrationDraft::text(const Json& theirs, const std::string& where) {
  const auto one = [&](const std::string& source,
                       const std::string& place) -> std::string {
    bool had_markup = false;
    std::string plain = plain_text(source, had_markup);
    if (had_markup && !plain.empty()) {
      changed(place, "Texts here are plain; the markup was taken off.");
    }
    std::string ours = piping_(*this, plain);
    if (text::code_points(ours) > static_cast<std::size_t>(kMaxText)) {
      ours.resize(text::prefix_bytes(ours, kMaxText));
      changed(place, "A text may be 2,000 characters long; it was cut.");
    }
    return ours;
  };
  if (theirs.is_string()) {
    std::string ours = one(theirs.get<std::string>(), where);
    return ours.empty() ? Json() : Json(std::move(ours));
  }
  if (!theirs.is_object()) return nullptr;
  Json out = Json::object();
  for (const auto& [key, value] : theirs.items()) {
    if (!value.is_string() || out.size() == kMaxLanguages) continue;
    const std::string tag = tag_of(key, theirs, *this);
    if (tag.empty()) {
      lost(below(where, key), "'" + key + "' is not a language.");
      continue;
    }
    std::string ours = one(value.get<std::string>(), below(where, key));
    if (!ours.empty() && !out.contains(tag)) out[tag] = std::move(ours);
  }
  if (out.empty()) return nullptr;
  if (out.size() == 1 && out.contains(locale)) return out[locale];
  return out;
}

void MigrationDraft::set_text(DraftStep& step, const char* name,
                              const Json& theirs, const std::string& where,
                              const char* otherwise) {
  Json ours = text(theirs, where);
  if (ours.is_null() && otherwise != nullptr) {
    ours = otherwise;
    changed(where, std::string("There is no text here; '") + otherwise +
                       "' was put in.");
  }
  if (!ours.is_null()) step.json[name] = std::move(ours);
}

DraftStep& MigrationDraft::add(const std::string& key, const std::string& where,
                               const char* type) {
  DraftStep step;
  step.key = key;
  step.where = where;
  step.json["id"] = reserve(key, std::string_view(type) == "nps");
  step.json["type"] = type;
  steps.push_back(std::move(step));
  return steps.back();
}

DraftStep* MigrationDraft::find(const std::string& key) {
  for (DraftStep& step : steps) {
    if (step.key == key) return &step;
  }
  return nullptr;
}

bool MigrationDraft::has_nps() const {
  for (const DraftStep& step : steps) {
    if (step.type() == "nps") return true;
  }
  return false;
}

void MigrationDraft::add_option(DraftStep& step, const std::string& value,
                                Json label) {
  Json& options = step.json["options"];
  if (options.size() == static_cast<std::size_t>(kMaxOptions)) return;
  std::string id = id_out_of(value);
  if (id.empty() || is_reserved(id)) id = "option";
  std::string unique = id;
  const auto taken = [&](const std::string& wanted) {
    for (const Json& option : options) {
      if (option["id"] == wanted) return true;
    }
    return false;
  };
  for (std::int64_t i = 2; taken(unique); ++i) {
    unique = id + "-" + text::whole(i);
  }
  if (label.is_null()) label = unique;
  options.push_back({{"id", unique}, {"text", std::move(label)}});
  step.options.emplace(value, unique);
}

// --- conditions

std::optional<Json> in_range(const DraftStep& step, std::int64_t low,
                             std::int64_t high) {
  if (step.type() == "nps") {
    low = low < 0 ? 0 : low;
    high = high > 10 ? 10 : high;
    if (low > high) return std::nullopt;
    if (low == 0 && high == 6) return Json{{"segment", "detractor"}};
    if (low == 7 && high == 8) return Json{{"segment", "passive"}};
    if (low == 9 && high == 10) return Json{{"segment", "promoter"}};
    if (low == high) return Json{{"score", low}};
    return Json{{"score", {{"from", low}, {"to", high}}}};
  }
  if (step.type() != "rating") return std::nullopt;
  const std::int64_t points = step.json.value("points", kDefaultPoints);
  std::vector<Json> parts;
  for (std::int64_t point = 1; point <= points; ++point) {
    if (point - step.shift < low || point - step.shift > high) continue;
    parts.push_back({{"step", step.id()}, {"is", point}});
  }
  if (parts.empty()) return std::nullopt;
  return any_of(std::move(parts));
}

std::optional<Json> is_value(const DraftStep& step, const Json& theirs) {
  const std::string type = step.type();
  if (type == "nps" || type == "rating") {
    const Json holder = {{"value", theirs}};
    std::optional<std::int64_t> number = whole_member(holder, "value");
    if (theirs.is_string()) {
      const std::string digits = theirs.get<std::string>();
      if (digits.empty() || digits.size() > 2) return std::nullopt;
      std::int64_t value = 0;
      for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
      }
      number = value;
    }
    if (!number) return std::nullopt;
    return in_range(step, *number, *number);
  }
  if (type == "consent") {
    if (!theirs.is_boolean()) return std::nullopt;
    return Json{{"step", step.id()}, {"is", theirs.get<bool>()}};
  }
  if (type != "choice") return std::nullopt;
  const std::string value =
      theirs.is_string() ? theirs.get<std::string>() : theirs.dump();
  const auto found = step.options.find(value);
  if (found == step.options.end()) {
    if (value == "other" && step.json.value("other", false)) {
      return Json{{"step", step.id()}, {"includes", "other"}};
    }
    return std::nullopt;
  }
  return Json{{"step", step.id()}, {"is", found->second}};
}

std::optional<Json> includes_value(const DraftStep& step, const Json& theirs) {
  if (step.type() != "choice") return std::nullopt;
  std::optional<Json> out = is_value(step, theirs);
  if (out && out->contains("is")) {
    Json option = (*out)["is"];
    return Json{{"step", step.id()}, {"includes", std::move(option)}};
  }
  return out;
}

Json is_answered(const DraftStep& step, bool answered) {
  return {{"step", step.id()}, {"answered", answered}};
}

Json all_of(std::vector<Json> parts) {
  if (parts.size() == 1) return std::move(parts[0]);
  return {{"all", Json(std::move(parts))}};
}

Json any_of(std::vector<Json> parts) {
  if (parts.size() == 1) return std::move(parts[0]);
  return {{"any", Json(std::move(parts))}};
}

Json not_of(Json part) { return {{"not", std::move(part)}}; }

}  // namespace looplet::wire
