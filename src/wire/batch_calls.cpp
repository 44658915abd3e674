#include "wire/batch_calls.h"

#include <string>
#include <utility>

#include "core/civil_time.h"
#include "looplet/score.h"
#include "text/number.h"
#include "wire/batch_types.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/writer.h"

namespace looplet::wire {
namespace {

using Node = JsonBackend::Node;

constexpr std::int64_t kDay = 86400;
constexpr std::string_view kForm =
    "a date such as 2026-05-04, or a date and a time";

std::string place(std::string_view list, std::size_t i, std::string_view name) {
  std::string where = "/";
  where += list;
  where += '/';
  where += text::whole(static_cast<std::int64_t>(i));
  where += '/';
  where += name;
  return where;
}

// A time, or any whole number to order rows by.
std::optional<std::int64_t> time_of(std::string_view text) {
  std::string_view digits = text;
  const bool minus = !digits.empty() && digits[0] == '-';
  if (minus) digits.remove_prefix(1);
  if (!digits.empty() && digits.size() <= 16 &&
      digits.find_first_not_of("0123456789") == std::string_view::npos) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return minus ? -value : value;
  }
  const auto time = read_time(text, DateOrder::unknown);
  return time ? std::optional(time->seconds) : std::nullopt;
}

std::optional<std::int64_t> day_of(std::string_view text) {
  const auto time = read_time(text, DateOrder::unknown);
  if (!time) return std::nullopt;
  return time->seconds / kDay - (time->seconds % kDay < 0);
}

std::optional<int> score_of(const std::optional<std::string_view>& raw) {
  return raw ? parse_score(*raw).score : std::nullopt;
}

}  // namespace

JsonWritten dedupe_call(Node request) {
  DedupeRequest asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, kDedupeRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  std::vector<DedupeRow> rows(asked.rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const GivenRow& given = asked.rows[i];
    rows[i].id = std::string(given.id.value_or(""));
    rows[i].score = score_of(given.score);
    if (!given.time || given.time->empty()) continue;
    rows[i].time = time_of(*given.time);
    if (!rows[i].time) {
      faults.push_back(make_fault(Code::bad_form, place("rows", i, "time"),
                                  {*given.time, kForm}));
    }
  }
  if (!faults.empty()) return bad<JsonBackend>(faults);
  return good<JsonBackend>(
      write<JsonBackend>(kDeduped, dedupe(rows, asked.policy)));
}

JsonWritten rolling_call(Node request) {
  RollingRequest asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, kRollingRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  std::vector<DatedScore> responses(asked.responses.size());
  for (std::size_t i = 0; i < responses.size(); ++i) {
    const GivenScore& given = asked.responses[i];
    responses[i].score = score_of(given.score);
    const auto day = day_of(given.date);
    if (day) {
      responses[i].day = *day;
    } else {
      faults.push_back(make_fault(Code::bad_form, place("responses", i, "date"),
                                  {given.date, kForm}));
    }
  }
  const auto as_of = day_of(asked.as_of);
  if (!as_of) {
    faults.push_back(make_fault(Code::bad_form, "/asOf", {asked.as_of, kForm}));
  }
  if (!faults.empty()) return bad<JsonBackend>(faults);
  return good<JsonBackend>(
      write<JsonBackend>(kRolling, rolling(responses, *as_of, asked.days)));
}

}  // namespace looplet::wire
