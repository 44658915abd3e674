#include "cli/options.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace looplet::cli {
namespace {

// Roles a column may have; all may be told to every command alike. Some have
// two names.
constexpr std::string_view kRoles[] = {
    "score",      "comment", "id",     "time",   "date", "locale",
    "respondent", "email",   "survey", "weight", "by",   "plan"};

std::string* told_column(BatchOptions& batch, std::string_view role) {
  if (role == "score") return &batch.score;
  if (role == "id") return &batch.id;
  if (role == "time" || role == "date") return &batch.time;
  if (role == "locale") return &batch.locale;
  if (role == "respondent" || role == "email") return &batch.respondent;
  if (role == "survey") return &batch.survey;
  if (role == "weight") return &batch.weight;
  return nullptr;
}

std::size_t role_at(std::string_view text) {
  for (const std::string_view role : kRoles) {
    if (text.substr(0, role.size()) == role &&
        text.substr(role.size(), 1) == "=") {
      return role.size();
    }
  }
  return 0;
}

// "score=Q1,comment=Why, if at all" is cut only before a role.
std::vector<std::pair<std::string, std::string>> roles_of(
    std::string_view text) {
  std::vector<std::pair<std::string, std::string>> roles;
  while (const std::size_t name = role_at(text)) {
    std::size_t end = name + 1;
    while (end < text.size() &&
           !(text[end] == ',' && role_at(text.substr(end + 1)) != 0)) {
      ++end;
    }
    roles.emplace_back(text.substr(0, name),
                       text.substr(name + 1, end - name - 1));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return roles;
}

std::string check_columns(const std::string& text) {
  if (role_at(text) != 0) return {};
  return "'" + text +
         "' must be ROLE=COLUMN, such as score=Q1 or score=3; roles are score, "
         "comment, id, time (or date), locale, respondent (or email), survey, "
         "weight and by (or plan)";
}

char delimiter_of(const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  return text.empty() ? '\0' : text[0];
}

std::string check_delimiter(const std::string& text) {
  if (text == "tab" || text == "\\t") return {};
  if (text.size() == 1 && text[0] != '"' && text[0] != '\n' && text[0] != '\r')
    return {};
  return "'" + text + "' must be one character, or tab";
}

std::string check_dates(const std::string& text) {
  if (text == "day-first" || text == "month-first") return {};
  return "'" + text + "' must be day-first or month-first";
}

std::string check_method(const std::string& text) {
  if (method_named(text)) return {};
  return "'" + text +
         "' must be score, adjusted_wald, bonett_price, agresti_min, newcombe, "
         "jeffreys or wald";
}

}  // namespace

BatchOptions ScoreOptions::reader() const {
  BatchOptions batch;
  batch.delimiter = delimiter_of(delimiter);
  if (dates == "day-first") batch.date_order = DateOrder::day_first;
  if (dates == "month-first") batch.date_order = DateOrder::month_first;
  for (const std::string& text : columns) {
    for (const auto& [role, column] : roles_of(text)) {
      if (role == "comment") {
        batch.comments.push_back(column);
      } else if (role == "by" || role == "plan") {
        batch.by.push_back(column);
      } else if (std::string* const told = told_column(batch, role)) {
        *told = column;
      }
    }
  }
  return batch;
}

EstimateOptions ScoreOptions::estimate() const {
  EstimateOptions wanted;
  wanted.confidence = confidence;
  wanted.method = *method_named(method);
  wanted.population = population;
  return wanted;
}

std::string check_confidence(std::string& text) {
  const bool of_hundred = !text.empty() && text.back() == '%';
  const std::string digits =
      of_hundred ? text.substr(0, text.size() - 1) : text;
  double value = 0;
  if (CLI::detail::lexical_cast(digits, value)) {
    if (of_hundred) value /= 100;
    if (value > 0 && value < 1) {
      if (of_hundred) text = CLI::detail::to_string(value);
      return {};
    }
  }
  return "'" + text + "' must be above 0 and below 1, such as 0.9, or 90%";
}

void add_format(CLI::App& command, Format& format) {
  const auto choose = [&format](const std::string& text) -> std::string {
    if (text == "text") {
      format = Format::text;
    } else if (text == "json") {
      format = Format::json;
    } else if (text == "csv") {
      format = Format::csv;
    } else {
      return "'" + text + "' must be text, json or csv";
    }
    return {};
  };
  command
      .add_option_function<std::string>(
          "--format", [](const std::string&) {},
          "text (for people, the default), json or csv")
      ->check(CLI::Validator(choose, ""))
      ->type_name("FORMAT");
}

void add_text_or_json(CLI::App& command, Format& format) {
  const auto choose = [&format](const std::string& text) -> std::string {
    if (text != "text" && text != "json") {
      return "'" + text + "' must be text or json";
    }
    format = text == "json" ? Format::json : Format::text;
    return {};
  };
  command
      .add_option_function<std::string>(
          "--format", [](const std::string&) {},
          "text (for people, the default) or json")
      ->check(CLI::Validator(choose, ""))
      ->type_name("FORMAT");
}

void add_reading(CLI::App& command, ScoreOptions& options) {
  command
      .add_option("--columns", options.columns,
                  "which column is what, by heading or number: score=Q1, or "
                  "score=3")
      ->check(CLI::Validator(check_columns, ""))
      ->type_name("ROLE=COLUMN")
      ->allow_extra_args(false);
  command
      .add_option("--delimiter", options.delimiter,
                  "the character between cells, or tab; found by itself if "
                  "not given")
      ->check(CLI::Validator(check_delimiter, ""))
      ->type_name("CHAR");
  command
      .add_option("--dates", options.dates,
                  "how dates such as 03/04/2026 are meant: day-first or "
                  "month-first; found from all of them if not given")
      ->check(CLI::Validator(check_dates, ""))
      ->type_name("ORDER");
}

void add_statistics(CLI::App& command, ScoreOptions& options) {
  command
      .add_option("--confidence", options.confidence,
                  "how sure the interval is to hold the score; 0.95 if not "
                  "given")
      ->transform(CLI::Validator(check_confidence, ""))
      ->type_name("SHARE");
  command
      .add_option("--method", options.method,
                  "how the interval is made: score (Tango 1998, the default), "
                  "adjusted_wald, bonett_price, agresti_min, newcombe, "
                  "jeffreys, wald")
      ->check(CLI::Validator(check_method, ""))
      ->type_name("METHOD");
}

}  // namespace looplet::cli
