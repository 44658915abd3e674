#include "looplet/batch_reader.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "batch_reading.h"

namespace looplet {
namespace {

using namespace batch;

std::string bytes_of(const std::string& file) {
  std::ifstream in(std::string(LOOPLET_VECTORS_DIR) + "/exports/" + file,
                   std::ios::binary);
  EXPECT_TRUE(in.good()) << file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
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
