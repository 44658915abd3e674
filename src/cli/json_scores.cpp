// Scores in JSON:
//
//   [9, 10, "7", null]                                   scores
//   [{"score": 9, ...}, ...]                             records
//   {"score": 9} LF {"score": 10} LF                     JSON Lines
//   {"scores": [c0, ..., c10]}                           counts of each score
//   {"promoters": 6, "passives": 3, "detractors": 1}     counts of segments
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/json_lines.h"
#include "cli/scores_file.h"
#include "looplet/estimate.h"

namespace looplet::cli {
namespace {

using Json = nlohmann::json;

// What is no JSON: where, for the fault.
class Locator : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    offset = position > 0 ? position - 1 : 0;
    return false;
  }
  std::size_t offset = 0;
};

std::string where_line(std::int64_t line) {
  return "line " + std::to_string(line);
}

// The cell's text for parse_score, so that JSON and CSV follow one rule.
std::string cell_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  // Not written out: how deep it goes is the file's say.
  if (value.is_array()) return "[...]";
  if (value.is_object()) return "{...}";
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add(const Json& value, std::int64_t place, ScoreRows& rows) {
  if (!value.is_object()) {
    rows.add(cell_of(value), place);
    return;
  }
  for (const char* name : {"score", "nps", "nps_score", "answer"}) {
    const auto found = value.find(name);
    if (found != value.end()) {
      rows.add(cell_of(*found), place);
      return;
    }
  }
  rows.add("", place);
}

bool read_count(const Json& value, const std::string& where,
                std::int64_t& count, Faults& faults) {
  if (value.is_number_integer() || value.is_number_unsigned()) {
    const bool fits = value.is_number_unsigned()
                          ? value.get<std::uint64_t>() <=
                                static_cast<std::uint64_t>(kLargestCount)
                          : value.get<std::int64_t>() >= 0;
    if (fits) {
      count = value.get<std::int64_t>();
      return true;
    }
  }
  faults.push_back(
      make_fault(Code::out_of_range, where,
                 {cell_of(value), "0", std::to_string(kLargestCount)}));
  return false;
}

bool is_counts(const Json& value) {
  return value.is_object() &&
         (value.contains("promoters") || value.contains("passives") ||
          value.contains("detractors") || value.contains("scores"));
}

void read_counts(const Json& value, ScoresFile& file, Faults& faults) {
  const auto scores = value.find("scores");
  if (scores != value.end()) {
    Tally tally;
    if (!scores->is_array() || scores->size() != tally.count.size()) {
      faults.push_back(make_fault(
          Code::wrong_type, "/scores",
          {"something else", "a list of 11 counts, for the scores 0 to 10"}));
      return;
    }
    for (std::size_t i = 0; i < tally.count.size(); ++i) {
      read_count((*scores)[i], "/scores/" + std::to_string(i), tally.count[i],
                 faults);
    }
    file.tally = tally;
    file.counts = tally.counts();
  } else {
    const struct {
      const char* name;
      std::int64_t& count;
    } members[] = {{"promoters", file.counts.promoters},
                   {"passives", file.counts.passives},
                   {"detractors", file.counts.detractors}};
    for (const auto& member : members) {
      const auto found = value.find(member.name);
      if (found == value.end()) {
        faults.push_back(make_fault(Code::missing_field, "", {member.name}));
      } else {
        read_count(*found, std::string("/") + member.name, member.count,
                   faults);
      }
    }
  }
  file.usable = faults.empty();
}

// One value a line; false when the first line is none.
bool read_lines(std::string_view text, ScoresFile& file, Faults& faults) {
  std::int64_t line = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
    if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Json value = Json::parse(one, nullptr, false);
    if (value.is_discarded()) {
      if (file.rows.read == 0) return false;
      if (faults.size() < kMostStoredFaults) {
        faults.push_back(make_fault(Code::not_json, where_line(line),
                                    {"the line ends or "
                                     "breaks off"}));
      } else {
        ++file.fault_count;
      }
      continue;
    }
    add(value, line, file.rows);
  }
  return true;
}

}  // namespace

void read_json_scores(std::string_view text, ScoresFile& file, Faults& faults) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  file.encoding = "UTF-8";
  const Json value = Json::parse(text, nullptr, false);
  if (is_counts(value)) {
    read_counts(value, file, faults);
    return;
  }
  if (value.is_array()) {
    file.place = "item";
    std::int64_t item = 0;
    for (const Json& one : value) add(one, ++item, file.rows);
  } else if (value.is_object()) {
    add(value, 1, file.rows);
  } else if (!read_lines(text, file, faults)) {
    Locator locator;
    Json::sax_parse(text, &locator);
    faults.push_back(make_fault(
        Code::not_json, where_line(line_of_offset(text, locator.offset)),
        {"it breaks off or has a stray character here"}));
    return;
  }
  file.usable = true;
  file.tally = file.rows.tally;
  file.counts = file.rows.tally.counts();
}

}  // namespace looplet::cli
