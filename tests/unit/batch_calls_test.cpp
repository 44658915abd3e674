// dedupe and rolling against vectors, by way of their calls.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "call_vectors.h"
#include "looplet/dedupe.h"
#include "looplet/wire.h"

namespace looplet {
namespace {

TEST(Dedupe, AgreesWithTheVectors) {
  vectors::expect_call("batch.json", "dedupe");
}
TEST(Rolling, AgreesWithTheVectors) {
  vectors::expect_call("batch.json", "rolling");
}

// What was kept once is kept again, and nothing else is dropped.
TEST(Dedupe, IsIdempotent) {
  std::mt19937 draw(5);
  for (int i = 0; i < 300; ++i) {
    std::vector<DedupeRow> rows(draw() % 12);
    for (DedupeRow& row : rows) {
      row.id = std::string(draw() % 2, static_cast<char>('a' + draw() % 3));
      if (draw() % 3 != 0) row.time = draw() % 4;
      if (draw() % 3 != 0) row.score = static_cast<int>(draw() % 11);
    }
    const Keep keep = draw() % 2 == 0 ? Keep::latest : Keep::first;
    const Deduped once = dedupe(rows, keep);
    std::vector<DedupeRow> kept;
    for (const std::int64_t place : once.kept) {
      kept.push_back(rows[static_cast<std::size_t>(place)]);
    }
    const Deduped twice = dedupe(kept, keep);
    EXPECT_EQ(twice.duplicates, 0);
    EXPECT_EQ(twice.kept.size(), once.ids + once.without_id);
  }
}

}  // namespace
}  // namespace looplet
