#include "wire/migrate_repair.h"

#include <string>
#include <string_view>
#include <vector>

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;

std::vector<std::string> parts_of(std::string_view pointer) {
  std::vector<std::string> parts;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = pointer.find('/');
    parts.emplace_back(pointer.substr(0, end));
    pointer.remove_prefix(end == pointer.npos ? pointer.size() : end);
  }
  return parts;
}

/// The index that a part of a pointer names, if the list has it.
bool index_in(const Json& list, const std::string& part, std::size_t& index) {
  if (!list.is_array() || part.empty() || part.size() > 4) return false;
  index = 0;
  for (const char c : part) {
    if (c < '0' || c > '9') return false;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index < list.size();
}

void erase_rules_to(Json& step, const std::string& id) {
  const auto next = step.find("next");
  if (next == step.end()) return;
  if (next->is_string()) {
    if (*next == id) step.erase("next");
    return;
  }
  Json kept = Json::array();
  for (Json& rule : *next) {
    if (rule["to"] != id) kept.push_back(std::move(rule));
  }
  if (kept.empty()) {
    step.erase("next");
  } else {
    *next = std::move(kept);
  }
}

bool erase_step(Json& steps, std::size_t index) {
  if (steps.size() < 2) return false;
  const std::string id = steps[index].value("id", "");
  steps.erase(index);
  bool asked_twice = false;
  for (const Json& step : steps) asked_twice |= step["id"] == id;
  for (Json& step : steps) {
    if (!asked_twice) erase_rules_to(step, id);
  }
  return true;
}

/// Takes an item out of a list in a step; the list too when it gets empty.
bool erase_item(Json& step, const std::string& list, const std::string& part) {
  std::size_t index = 0;
  const auto found = step.find(list);
  if (found == step.end() || !index_in(*found, part, index)) return false;
  found->erase(index);
  if (found->empty()) step.erase(list);
  return true;
}

bool may_be_absent(const std::string& name) {
  constexpr std::string_view kNames[] = {
      "help",  "optional",  "metric",  "points",      "style",     "many",
      "other", "otherText", "shuffle", "placeholder", "maxLength", "consent",
      "label", "button",    "actions", "next"};
  for (const std::string_view known : kNames) {
    if (name == known) return true;
  }
  return false;
}

}  // namespace

bool take_out(Json& survey, const Fault& fault) {
  const std::vector<std::string> parts = parts_of(fault.where);
  if (parts.empty()) return false;
  if (parts[0] != "steps") {
    if (parts[0] != "title" && parts[0] != "traits") return false;
    return survey.erase(parts[0]) > 0;
  }
  Json& steps = survey["steps"];
  std::size_t index = 0;
  if (parts.size() < 2 || !index_in(steps, parts[1], index)) return false;
  Json& step = steps[index];
  if (fault.code == Code::dead_end) {
    steps.push_back(
        {{"id", "thank-you"}, {"type", "end"}, {"text", "Thank you."}});
    return steps.size() <= static_cast<std::size_t>(kMaxSteps);
  }
  if (parts.size() > 3 && erase_item(step, parts[2], parts[3])) return true;
  if (parts.size() > 2 && may_be_absent(parts[2]) && step.erase(parts[2]) > 0) {
    return true;
  }
  return erase_step(steps, index);
}

}  // namespace looplet::wire
