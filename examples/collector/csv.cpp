#include "csv.h"

#include <nlohmann/json.hpp>

namespace looplet::collector {
namespace {

using nlohmann::ordered_json;  // members in the order they were kept

bool looks_like_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  if (std::string_view("=+-@\t\r\n").find(text.front()) !=
      std::string_view::npos) {
    return true;
  }
  // Full-width = + - @: U+FF1D, U+FF0B, U+FF0D, U+FF20.
  const std::string_view start = text.substr(0, 3);
  return start == "\xEF\xBC\x9D" || start == "\xEF\xBC\x8B" ||
         start == "\xEF\xBC\x8D" || start == "\xEF\xBC\xA0";
}

void join(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += "; ";
  out += part;
}

std::string scalar_text(const ordered_json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>();
  if (value.is_null()) return "";
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string answer_text(const ordered_json& value) {
  std::string out;
  if (value.is_array()) {
    for (const ordered_json& item : value) join(out, scalar_text(item));
    return out;
  }
  if (!value.is_object()) return scalar_text(value);
  const auto options = value.find("options");
  if (options != value.end()) {  // {"options":[...],"other":"..."}
    out = answer_text(*options);
    const auto other = value.find("other");
    if (other != value.end()) join(out, scalar_text(*other));
    return out;
  }
  for (const auto& [key, item] : value.items()) {
    join(out, key + "=" + scalar_text(item));
  }
  return out;
}

void append_number(std::string& out, const std::optional<int>& number) {
  if (number) out += std::to_string(*number);
}

}  // namespace

void append_cell(std::string& out, std::string_view text, bool guard) {
  const bool formula = guard && looks_like_formula(text);
  const bool quote =
      text.find_first_of("\",\r\n;\t") != std::string_view::npos ||
      (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  if (quote) out += '"';
  if (formula) out += '\'';
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quote) out += '"';
}

std::string csv_header(const std::vector<std::string>& steps, bool guard) {
  std::string out =
      "id,survey,revision,locale,score,segment,themes,sentiment,complete,"
      "answered_at,received_at,page";
  for (const std::string& step : steps) {
    out += ',';
    append_cell(out, step, guard);
  }
  out += "\r\n";
  return out;
}

std::string csv_line(const Row& row, const std::vector<std::string>& steps,
                     bool guard) {
  std::string out;
  const auto cell = [&](std::string_view text) {
    if (!out.empty()) out += ',';
    append_cell(out, text, guard);
  };
  cell(row.id);
  cell(row.survey);
  out += ',' + std::to_string(row.revision);
  cell(row.locale);
  out += ',';
  append_number(out, row.score);
  cell(row.segment);
  cell(answer_text(ordered_json::parse(row.themes, nullptr, false)));
  out += ',';
  append_number(out, row.sentiment);
  out += row.complete ? ",1" : ",0";
  cell(row.answered_at);
  cell(row.received_at);
  cell(row.page);

  const ordered_json record = ordered_json::parse(row.record, nullptr, false);
  const auto answers =
      record.is_object() ? record.find("answers") : record.end();
  for (const std::string& step : steps) {
    std::string text;
    bool number = false;
    if (record.is_object() && answers != record.end()) {
      for (const ordered_json& answer : *answers) {
        if (!answer.is_object()) continue;
        const auto id = answer.find("step");
        const auto value = answer.find("value");
        if (id == answer.end() || value == answer.end() || *id != step) {
          continue;
        }
        text = answer_text(*value);
        number = value->is_number();
      }
    }
    out += ',';
    append_cell(out, text, guard && !number);
  }
  out += "\r\n";
  return out;
}

}  // namespace looplet::collector
