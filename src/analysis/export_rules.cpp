#include "analysis/export_rules.h"

#include <algorithm>
#include <set>
#include <string>

#include "analysis/heading.h"

namespace looplet {
namespace {

constexpr ExportRules kRules[] = {
#include "analysis/export_rules.inc"
};

constexpr ExportRules kPlain = {.name = "plain"};

bool has(const std::set<std::string>& keys, std::string_view key) {
  if (!key.empty() && key.back() == '*') {
    key.remove_suffix(1);
    const auto at = keys.lower_bound(std::string(key));
    return at != keys.end() &&
           std::string_view(*at).substr(0, key.size()) == key;
  }
  return keys.count(std::string(key)) > 0;
}

// All of one part of "a&b|c".
bool meets(const std::set<std::string>& keys, std::string_view needs) {
  while (!needs.empty()) {
    const std::size_t end = std::min(needs.find('|'), needs.size());
    std::string_view part = needs.substr(0, end);
    needs.remove_prefix(std::min(end + 1, needs.size()));
    bool all = true;
    while (!part.empty()) {
      const std::size_t cut = std::min(part.find('&'), part.size());
      all = all && has(keys, part.substr(0, cut));
      part.remove_prefix(std::min(cut + 1, part.size()));
    }
    if (all) return true;
  }
  return false;
}

// Sheets write times in the way of their country, never as RFC 3339 has them.
bool writes_times_as_sheets(const SampleRows& sample, std::size_t first) {
  std::size_t filled = 0;
  for (std::size_t row = first; row < sample.size(); ++row) {
    const std::string_view cell = heading::trim(sample[row][0]);
    if (cell.empty()) continue;
    ++filled;
    if (cell.find('-') < 8 ||
        cell.find_first_of("/.") == std::string_view::npos ||
        cell.find(':') == std::string_view::npos) {
      return false;
    }
  }
  return filled > 0;
}

}  // namespace

std::string_view export_format_name(ExportFormat format) {
  for (const ExportRules& rules : kRules) {
    if (rules.format == format) return rules.name;
  }
  return kPlain.name;
}

const ExportRules& recognise_export(const SampleRows& sample, int headings) {
  if (sample.empty() || headings == 0) return kPlain;
  std::set<std::string> keys;
  for (int row = 0; row < headings; ++row) {
    for (const std::string& cell : sample[static_cast<std::size_t>(row)]) {
      keys.insert(heading::key_of(cell));
    }
  }
  const std::string first = heading::key_of(sample[0][0]);
  for (const ExportRules& rules : kRules) {
    if (rules.needs.empty()
            ? heading::is_one_of(first, rules.time) &&
                  writes_times_as_sheets(sample,
                                         static_cast<std::size_t>(headings))
            : meets(keys, rules.needs)) {
      return rules;
    }
  }
  return kPlain;
}

}  // namespace looplet
