// Counts in JSON:
//
//   {"scores": [c0, ..., c10]}                           of each score
//   {"promoters": 6, "passives": 3, "detractors": 1}     of segments
#include <nlohmann/json.hpp>

#include "cli/scores_file.h"
#include "looplet/estimate.h"

namespace looplet::cli {
namespace {

using Json = nlohmann::json;

// A value as a fault shows it.
std::string shown(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  // Not written out: how deep it goes is the file's say.
  if (value.is_array()) return "[...]";
  if (value.is_object()) return "{...}";
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
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
                 {shown(value), "0", std::to_string(kLargestCount)}));
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

}  // namespace

bool read_json_counts(std::string_view text, ScoresFile& file, Faults& faults) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const Json value = Json::parse(text, nullptr, false);
  if (!is_counts(value)) return false;
  read_counts(value, file, faults);
  return true;
}

}  // namespace looplet::cli
