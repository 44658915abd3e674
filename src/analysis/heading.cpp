#include "analysis/heading.h"

#include <algorithm>

#include "text/utf8.h"

namespace looplet::heading {
namespace {

constexpr std::size_t kNameShown = 48;   // code points of a heading in a fault
constexpr std::size_t kNamesShown = 12;  // headings in a fault

// A whole number from 1 up to `columns`, else 0.
std::size_t column_number(std::string_view told, std::size_t columns) {
  std::size_t number = 0;
  for (const char c : told) {
    if (c < '0' || c > '9' || number > columns) return 0;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number <= columns ? number : 0;
}

// A short form of a heading, and the number to tell it by.
std::string shown(const SampleRows& sample, int headings, std::size_t column) {
  std::string out = std::to_string(column + 1);
  if (headings == 0) return out;
  out += " '";
  std::string name(trim(sample[0][column]));
  std::replace(name.begin(), name.end(), '\n', ' ');
  text::append_shortened(out, name, kNameShown);
  return out += "'";
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // U+00C0 to U+00DE, which UTF-8 writes as C3 80 to C3 9E.
    const auto c = static_cast<unsigned char>(text[i]);
    const bool accented = c >= 0x80 && c <= 0x9E && c != 0x97 && i > 0 &&
                          static_cast<unsigned char>(text[i - 1]) == 0xC3;
    out += (c >= 'A' && c <= 'Z') || accented ? static_cast<char>(c + 32)
                                              : text[i];
  }
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string key_of(std::string_view heading) {
  std::string key = fold(trim(heading));
  for (char& c : key) {
    if (c == ' ' || c == '-' || c == '.') c = '_';
  }
  return key;
}

bool contains_any(std::string_view text,
                  std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

bool is_one_of(std::string_view key, std::string_view all) {
  while (!all.empty()) {
    const std::size_t end = std::min(all.find('|'), all.size());
    if (all.substr(0, end) == key) return true;
    all.remove_prefix(std::min(end + 1, all.size()));
  }
  return false;
}

std::vector<std::size_t> told_columns(const SampleRows& sample, int headings,
                                      std::string_view told) {
  std::vector<std::size_t> found;
  if (sample.empty()) return found;
  const std::string wanted = fold(trim(told));
  // The last part of a path in JSON is its second heading.
  for (int row = 0; row < headings && found.empty(); ++row) {
    const auto& cells = sample[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < cells.size() && i < sample[0].size(); ++i) {
      if (fold(trim(cells[i])) == wanted) found.push_back(i);
    }
  }
  if (found.empty()) {
    const std::size_t number = column_number(wanted, sample[0].size());
    if (number > 0) found.push_back(number - 1);
  }
  return found;
}

std::string name_of(const SampleRows& sample, int headings,
                    std::size_t column) {
  std::string name;
  if (headings > 0 && column < sample[0].size()) {
    name = trim(sample[0][column]);
  }
  return name.empty() ? "column " + std::to_string(column + 1) : name;
}

std::vector<std::size_t> all_columns(const SampleRows& sample) {
  std::vector<std::size_t> columns(sample[0].size());
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
  return columns;
}

// make_fault would cut a list of headings; each is already cut here.
Fault fault_with_columns(Code code, std::string_view before,
                         const SampleRows& sample, int headings,
                         const std::vector<std::size_t>& columns) {
  std::string list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i == kNamesShown) {
      list += " and " + std::to_string(columns.size() - i) + " more";
      break;
    }
    if (i > 0) list += ", ";
    list += shown(sample, headings, columns[i]);
  }
  const bool two = code_sentence(code).find("{1}") != std::string_view::npos;
  const std::string_view slot = two ? "{1}" : "{0}";
  Fault fault = make_fault(code, "line 1", {two ? before : slot, "{1}"});
  fault.message.replace(fault.message.rfind(slot), slot.size(), list);
  return fault;
}

}  // namespace looplet::heading
