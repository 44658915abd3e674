#include "analysis/held_rows.h"

#include <utility>

namespace looplet {
namespace {

constexpr std::string_view BatchRow::*kTexts[] = {
    &BatchRow::raw,        &BatchRow::comment, &BatchRow::id,
    &BatchRow::respondent, &BatchRow::locale,  &BatchRow::survey};

}  // namespace

void HeldRows::add(const BatchRow& row, std::int64_t number) {
  Held& held = rows_.emplace_back();
  held.row = row;
  held.number = number;
  const auto keep = [&held](std::string_view text) {
    held.texts += text;
    held.lengths.push_back(static_cast<std::uint32_t>(text.size()));
  };
  for (const auto text : kTexts) keep(row.*text);
  for (const std::string_view group : row.groups) keep(group);
}

const BatchRow* HeldRows::take(std::int64_t& number) {
  if (rows_.empty()) return nullptr;
  current_ = std::move(rows_.front());
  rows_.pop_front();
  number = current_.number;
  std::size_t at = 0;
  std::size_t which = 0;
  const auto next = [&] {
    const std::size_t length = current_.lengths[which++];
    at += length;
    return std::string_view(current_.texts).substr(at - length, length);
  };
  for (const auto text : kTexts) current_.row.*text = next();
  groups_.clear();
  while (which < current_.lengths.size()) groups_.push_back(next());
  current_.row.groups = groups_;
  return &current_.row;
}

}  // namespace looplet
