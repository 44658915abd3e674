// The rules of Formbricks as our conditions.
#include <utility>

#include "wire/migrate_draft.h"

namespace looplet::wire {

std::optional<Json> formbricks_comparison(const DraftStep& step,
                                          const std::string& by,
                                          const Json& value) {
  constexpr std::int64_t kFar = 1000;
  const auto number = whole_member(Json{{"value", value}}, "value");
  if (by == "submitted" || by == "isSubmitted" ||
      by == "isCompletelySubmitted") {
    return is_answered(step, true);
  }
  if (by == "skipped" || by == "isSkipped") return is_answered(step, false);
  if (by == "accepted" || by == "isAccepted") {
    return is_value(step, Json(true));
  }
  if (by == "equals") return is_value(step, value);
  if (by == "notEquals" || by == "doesNotEqual") {
    std::optional<Json> same = is_value(step, value);
    if (same) same = not_of(std::move(*same));
    return same;
  }
  if (number && (by == "lessThan" || by == "isLessThan")) {
    return in_range(step, -kFar, *number - 1);
  }
  if (number && (by == "lessEqual" || by == "isLessThanOrEqual")) {
    return in_range(step, -kFar, *number);
  }
  if (number && (by == "greaterThan" || by == "isGreaterThan")) {
    return in_range(step, *number + 1, kFar);
  }
  if (number && (by == "greaterEqual" || by == "isGreaterThanOrEqual")) {
    return in_range(step, *number, kFar);
  }
  const bool all = by == "includesAll" || by == "includesAllOf";
  if (!all && by != "includesOne" && by != "includesOneOf" &&
      by != "equalsOneOf") {
    return std::nullopt;
  }
  const Json list = value.is_array() ? value : Json::array({value});
  std::vector<Json> parts;
  for (const Json& item : list) {
    std::optional<Json> part = includes_value(step, item);
    if (!part) part = is_value(step, item);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
  }
  if (parts.empty()) return std::nullopt;
  return all ? all_of(std::move(parts)) : any_of(std::move(parts));
}

namespace {

std::optional<Json> single(const Json& json, MigrationDraft& draft,
                           std::string& why) {
  const Json& left = member(json, "leftOperand");
  const std::string kind = text_member(left, "type");
  const std::string name = text_member(left, "value");
  const std::string by = text_member(json, "operator");
  const Json& right = member(json, "rightOperand");
  why = "'" + name + "' cannot be compared by '" + by + "'";
  if (!right.is_null() && text_member(right, "type") != "static") {
    return std::nullopt;
  }
  const Json& value = member(right, "value");
  if (kind == "hiddenField") {
    if ((by != "equals" && by != "doesNotEqual") || !value.is_string() ||
        value.get<std::string>().empty()) {
      return std::nullopt;
    }
    Json same = {{"trait", draft.trait(name)}, {"is", value}};
    return by == "equals" ? same : not_of(std::move(same));
  }
  const DraftStep* step = draft.find(name);
  if (kind == "variable" || step == nullptr) return std::nullopt;
  return formbricks_comparison(*step, by, value);
}

std::optional<Json> group(const Json& json, MigrationDraft& draft, int depth,
                          std::string& why) {
  const Json& list = member(json, "conditions");
  if (!list.is_array() || list.empty() || depth > 20) {
    why = "it has no conditions";
    return std::nullopt;
  }
  std::vector<Json> parts;
  for (const Json& item : list) {
    std::optional<Json> part = member(item, "conditions").is_array()
                                   ? group(item, draft, depth + 1, why)
                                   : single(item, draft, why);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
  }
  return text_member(json, "connector") == "or" ? any_of(std::move(parts))
                                                : all_of(std::move(parts));
}

}  // namespace

std::optional<Json> formbricks_condition(const Json& conditions,
                                         MigrationDraft& draft,
                                         std::string& why) {
  return group(conditions, draft, 0, why);
}

}  // namespace looplet::wire
