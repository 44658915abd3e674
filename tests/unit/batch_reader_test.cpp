#include "looplet/batch_reader.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "vectors.h"

namespace looplet {
namespace {

using vectors::Json;

constexpr const char* kStandingNames[] = {
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

Json row_json(const BatchRow& row) {
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

Reading read(std::string_view text, BatchOptions options = {},
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
Reading read_file(std::string_view text, BatchOptions options = {},
                  std::size_t piece = std::size_t{1} << 30) {
  Reading once = read(text, options, piece);
  if (once.settled) return once;
  options.leave_out = once.out;
  return read(text, options, piece);
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(std::string(LOOPLET_VECTORS_DIR) + "/exports/" + file,
                   std::ios::binary);
  EXPECT_TRUE(in.good()) << file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string name_of(const BatchSource& source, Role role) {
  for (const ColumnUse& use : source.used) {
    if (use.role == role) return use.name;
  }
  return {};
}

std::string messages(const Faults& faults) {
  std::string out;
  for (const Fault& fault : faults) {
    out += fault.where + ": " + fault.message + "\n";
  }
  return out;
}

TEST(BatchReader, ReadsEveryExportAsPythonDoes) {
  const Json files = vectors::read("exports.json");
  ASSERT_GE(files.size(), 24u);
  for (const Json& file : files) {
    const auto name = file["file"].get<std::string>();
    SCOPED_TRACE(name);
    const std::string bytes = bytes_of(name);
    const Reading got = read_file(bytes);
    EXPECT_EQ(messages(got.faults), "");
    EXPECT_EQ(export_format_name(got.source.format),
              file["format"].get<std::string>());
    EXPECT_EQ(got.source.kind, file["kind"].get<std::string>());
    for (int i = 0; i <= static_cast<int>(Role::locale); ++i) {
      const auto role = static_cast<Role>(i);
      const std::string key(role_name(role));
      const auto found = file["columns"].find(key);
      if (found != file["columns"].end()) {
        EXPECT_EQ(name_of(got.source, role), found->get<std::string>()) << key;
      }
    }
    EXPECT_TRUE(got.source.choices.empty());
    EXPECT_EQ(got.rows.dump(1), file["rows"].dump(1));
    EXPECT_EQ(got.counts.duplicates, file["duplicates"].get<std::int64_t>());
    EXPECT_EQ(got.counts.read, file["read"].get<std::int64_t>());
    EXPECT_EQ(got.counts.unread_times, 0);
    // The same held, and in pieces of any size.
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}}) {
      EXPECT_EQ(read_file(bytes, {}, piece).rows, got.rows) << piece;
    }
    BatchOptions hold;
    hold.hold = true;
    const Reading held = read(bytes, hold);
    EXPECT_TRUE(held.settled);
    EXPECT_EQ(held.rows, got.rows);
    EXPECT_EQ(held.counts, got.counts);
  }
}

}  // namespace
}  // namespace looplet
