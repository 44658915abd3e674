// A batch read from a text, as tests compare it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "looplet/batch_reader.h"
#include "vectors.h"

namespace looplet::batch {

using vectors::Json;

inline constexpr const char* kStandingNames[] = {
    "complete", "partial", "preview", "excluded", "not_answered", "other_type"};

struct Reading {
  Json rows = Json::array();
  std::vector<std::vector<std::string>> groups;
  std::vector<double> weights;
  std::vector<int> reached;
  BatchSource source;
  BatchCounts counts;
  Faults faults;
  bool usable = false;
  bool settled = false;
  std::vector<std::int64_t> out;
};

inline Json row_json(const BatchRow& row) {
  Json score = row.score;
  if (row.disposition != Disposition::ok) {
    score = std::string(disposition_name(row.disposition));
  }
  return Json::array({row.line,
                      kStandingNames[static_cast<std::size_t>(row.standing)],
                      score, std::string(row.comment), std::string(row.id),
                      std::string(row.respondent), std::string(row.locale),
                      row.time ? Json(*row.time) : Json(nullptr)});
}

inline Reading read(std::string_view text, BatchOptions options = {},
                    std::size_t piece = std::size_t{1} << 30) {
  BatchReader reader(std::move(options));
  Reading got;
  const auto use = [&](const BatchRow& row) {
    got.rows.push_back(row_json(row));
    auto& groups = got.groups.emplace_back();
    for (const std::string_view group : row.groups) groups.emplace_back(group);
    got.weights.push_back(row.weight);
    got.reached.push_back(row.reached << 8 | row.reached_known);
  };
  for (std::size_t at = 0; at < text.size(); at += piece) {
    push_rows(reader, text.substr(at, piece), use);
  }
  finish_rows(reader, use);
  got.source = reader.source();
  got.counts = reader.counts();
  got.faults = reader.faults();
  got.usable = reader.usable();
  got.settled = reader.settled();
  got.out = reader.to_leave_out();
  return got;
}

// As a program reads a file: once more where rows replaced others.
inline Reading read_file(std::string_view text, BatchOptions options = {},
                         std::size_t piece = std::size_t{1} << 30) {
  Reading once = read(text, options, piece);
  if (once.settled) return once;
  options.leave_out = once.out;
  return read(text, options, piece);
}

inline std::string name_of(const BatchSource& source, Role role) {
  for (const ColumnUse& use : source.used) {
    if (use.role == role) return use.name;
  }
  return {};
}

inline std::string messages(const Faults& faults) {
  std::string out;
  for (const Fault& fault : faults) {
    out += fault.where + ": " + fault.message + "\n";
  }
  return out;
}

}  // namespace looplet::batch
