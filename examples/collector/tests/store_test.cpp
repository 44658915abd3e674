#include "../store.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "fake_engine.h"
#include "temporary.h"

namespace looplet::collector {
namespace {

constexpr Milliseconds kNow = 1'795'333'200'000;  // 2026-11-22T07:40:00Z

class StoreTest : public testing::Test {
 protected:
  Outcome insert(const std::string& body, Milliseconds received = kNow) {
    store_.begin();
    const Outcome outcome = store_.insert(record_from(body), received);
    store_.commit();
    return outcome;
  }
  bool erase(const std::string& id, Milliseconds now = kNow) {
    store_.begin();
    const bool gone = store_.erase(id, now);
    store_.commit();
    return gone;
  }
  std::string part(int seq, bool complete, int score) {
    return R"({"id":"p","survey":"demo","score":)" + std::to_string(score) +
           R"(,"seq":)" + std::to_string(seq) + R"(,"complete":)" +
           (complete ? "true}" : "false}");
  }
  std::string only(const char* column) {
    Database database(path_, Database::Mode::read);
    const std::string sql = std::string("SELECT ") + column +
                            " FROM responses";  // `column` is a literal above
    Statement statement = database.prepare(sql.c_str());
    return statement.step() ? std::string(statement.text(0)) : "(no row)";
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("answers.sqlite");
  Store store_{path_, {}};
};

bool bytes_of_file_hold(const std::string& path, std::string_view text) {
  std::ifstream file(path, std::ios::binary);
  const std::string all((std::istreambuf_iterator<char>(file)), {});
  return all.find(text) != std::string::npos;
}

TEST_F(StoreTest, SameIdAndContentIsADuplicate) {
  EXPECT_EQ(insert(body_of("a", 9)), Outcome::stored);
  EXPECT_EQ(insert(body_of("a", 9)), Outcome::duplicate);
  EXPECT_EQ(store_.count(), 1);
}

TEST_F(StoreTest, SentTimeIsNoPartOfTheContent) {
  const std::string at = R"({"id":"a","survey":"demo","sentTime":"2026-11-22T)";
  EXPECT_EQ(insert(at + R"(07:00:00Z"})"), Outcome::stored);
  EXPECT_EQ(insert(at + R"(07:30:00Z"})"), Outcome::duplicate);
}

TEST_F(StoreTest, SameIdWithOtherContentIsAConflictAndChangesNothing) {
  insert(body_of("a", 9));
  EXPECT_EQ(insert(body_of("a", 2)), Outcome::conflict);
  EXPECT_EQ(only("score"), "9");
}

TEST_F(StoreTest, ALaterPartReplacesAnEarlierOne) {
  EXPECT_EQ(insert(part(1, false, 3)), Outcome::stored);
  EXPECT_EQ(insert(part(2, false, 4)), Outcome::replaced);
  EXPECT_EQ(insert(part(3, true, 5)), Outcome::replaced);
  EXPECT_EQ(store_.count(), 1);
  EXPECT_EQ(only("score || ' ' || complete || ' ' || seq"), "5 1 3");
}

TEST_F(StoreTest, APartThatWasOvertakenChangesNothing) {
  insert(part(5, false, 5));
  EXPECT_EQ(insert(part(4, false, 4)), Outcome::superseded);
  EXPECT_EQ(only("score"), "5");
}

TEST_F(StoreTest, AWholeAnswerIsNotReplaced) {
  insert(part(1, true, 5));
  EXPECT_EQ(insert(part(2, true, 6)), Outcome::conflict);
  EXPECT_EQ(insert(part(2, false, 6)), Outcome::conflict);
  EXPECT_EQ(only("score"), "5");
}

TEST_F(StoreTest, AnErasedIdStaysErased) {
  insert(body_of("a", 9));
  EXPECT_TRUE(erase("a"));
  EXPECT_FALSE(erase("a"));
  EXPECT_EQ(insert(body_of("a", 9)), Outcome::erased);
  EXPECT_EQ(store_.count(), 0);
}

TEST_F(StoreTest, AnIdErasedBeforeItArrivesIsNotStored) {
  EXPECT_FALSE(erase("late"));
  EXPECT_EQ(insert(body_of("late", 1)), Outcome::erased);
}

TEST_F(StoreTest, TombstonesAreKeptSixtyDays) {
  erase("a");
  store_.begin();
  store_.expire(0, kNow + kTombstoneLife, 10);
  store_.commit();
  EXPECT_EQ(insert(body_of("a", 9)), Outcome::erased);
  store_.begin();
  store_.expire(0, kNow + kTombstoneLife + 1, 10);
  store_.commit();
  EXPECT_EQ(insert(body_of("a", 9)), Outcome::stored);
}

TEST_F(StoreTest, ErasingLeavesNoByteInTheFileOrItsLog) {
  // Enough rows, in random order of their ids, that pages have been split
  // and cells moved about; then one goes.
  std::mt19937_64 random(7);
  std::vector<std::string> ids;
  for (int i = 0; i < 3000; ++i) {
    char id[40];
    std::snprintf(id, sizeof id, "%016llx-%016llx",
                  static_cast<unsigned long long>(random()),
                  static_cast<unsigned long long>(random()));
    ids.emplace_back(id);
  }
  store_.begin();
  for (const std::string& id : ids) {
    store_.insert(record_from(body_of(id, 5, "words-of-" + id)), kNow);
  }
  store_.commit();
  ASSERT_TRUE(store_.checkpoint());
  int left = 0;
  for (std::size_t i = 0; i < ids.size(); i += 30) {
    ASSERT_TRUE(erase(ids[i]));
  }
  ASSERT_TRUE(store_.checkpoint());
  for (std::size_t i = 0; i < ids.size(); i += 30) {
    left += bytes_of_file_hold(path_, ids[i]);
    left += bytes_of_file_hold(path_ + "-wal", ids[i]);
  }
  EXPECT_EQ(left, 0);
  EXPECT_TRUE(bytes_of_file_hold(path_, ids[1]));  // the search can find
}

TEST_F(StoreTest, RetentionTakesTheOldAndNoMoreThanAsked) {
  for (int i = 0; i < 5; ++i) {
    insert(body_of("old" + std::to_string(i), 1), kNow - 10 * kDay);
  }
  insert(body_of("new", 1), kNow);
  store_.begin();
  EXPECT_EQ(store_.expire(kNow - kDay, kNow, 3), 3);
  EXPECT_EQ(store_.expire(kNow - kDay, kNow, 3), 2);
  EXPECT_EQ(store_.expire(kNow - kDay, kNow, 3), 0);
  store_.commit();
  EXPECT_EQ(only("id"), "new");
}

TEST_F(StoreTest, AFullFileIsAnErrorAndWhatWasThereStays) {
  const std::string path = folder_.file("small.sqlite");
  Store small(path, {.max_bytes = 64 * 4096});
  int stored = 0;
  int code = SQLITE_OK;
  try {
    for (;; ++stored) {
      small.begin();
      small.insert(record_from(body_of("id" + std::to_string(stored), 5,
                                       std::string(1000, 'x'))),
                   kNow);
      small.commit();
    }
  } catch (const DatabaseError& error) {
    code = error.code();
    small.rollback();
  }
  EXPECT_EQ(code, SQLITE_FULL);
  EXPECT_GT(stored, 10);
  EXPECT_EQ(small.count(), stored);
  // And room that is made is used.
  small.begin();
  EXPECT_TRUE(small.erase("id0", kNow));
  small.commit();
}

TEST_F(StoreTest, TheBrowsersWaitIsTakenOffTheTime) {
  insert(R"({"id":"a","survey":"demo","clientTime":"2026-01-01T00:00:00Z",)"
         R"("sentTime":"2026-01-01T01:00:00Z"})");
  EXPECT_EQ(only("received_at"), "2026-11-22T07:40:00.000Z");
  EXPECT_EQ(only("answered_at"), "2026-11-22T06:40:00.000Z");
}

TEST_F(StoreTest, SummaryCountsScoresThemesAndDays) {
  insert(R"({"id":"a","survey":"demo","score":10,"themes":["billing"]})");
  insert(R"({"id":"b","survey":"demo","score":7})");
  insert(R"({"id":"c","survey":"demo","score":0,)"
         R"("themes":["billing","staff"]})",
         kNow + kDay);
  insert(R"({"id":"d","survey":"demo","complete":false})");
  const Summary summary = store_.summary("demo");
  EXPECT_EQ(
      summary.tally.count[0] + summary.tally.count[7] + summary.tally.count[10],
      3);
  EXPECT_EQ(summary.missing, 1);
  EXPECT_EQ(summary.partial, 1);
  ASSERT_EQ(summary.themes.size(), 2u);
  EXPECT_EQ(summary.themes.at("billing"),
            (Counts{.promoters = 1, .passives = 0, .detractors = 1}));
  EXPECT_EQ(summary.themes.at("staff").detractors, 1);
  EXPECT_EQ(summary.days.at("2026-11-22"),
            (Counts{.promoters = 1, .passives = 1, .detractors = 0}));
  EXPECT_EQ(summary.days.at("2026-11-23").detractors, 1);
  EXPECT_EQ(store_.summary("other").tally.counts().total(), 0);
}

TEST_F(StoreTest, RowsComeInOrderOfArrivalAndGoOnWhereTheyStopped) {
  for (int i = 0; i < 5; ++i) insert(body_of("z" + std::to_string(9 - i), i));
  std::string order;
  std::int64_t after = 0;
  for (int i = 0; i < 4; ++i) {
    after = store_.rows({}, after, 2, [&](const Row& row) {
      order += std::to_string(*row.score);
    });
  }
  EXPECT_EQ(order, "01234");
}

TEST_F(StoreTest, FiltersRestrict) {
  insert(body_of("a", 10), kNow);
  insert(body_of("b", 0), kNow + kDay);
  const auto ids = [&](const Filter& filter) {
    std::string out;
    store_.rows(filter, 0, 9, [&](const Row& row) { out += row.id; });
    return out;
  };
  EXPECT_EQ(ids({.segment = "promoter"}), "a");
  EXPECT_EQ(ids({.since = rfc3339(kNow + 1)}), "b");
  EXPECT_EQ(ids({.until = rfc3339(kNow + 1)}), "a");
  EXPECT_EQ(ids({.survey = "other"}), "");
  EXPECT_EQ(store_.steps({}), (std::vector<std::string>{"score", "why"}));
}

TEST_F(StoreTest, SqlInValuesIsText) {
  const char* const kPieces[] = {
      "'; DROP TABLE responses; --",
      "' OR '1'='1",
      "\" OR \"\"=\"",
      "1; ATTACH DATABASE '/tmp/x' AS x; --",
      "' UNION SELECT sql,1,1,1 FROM sqlite_schema --",
      "x' AND randomblob(1000000000)--",
      "%' OR 1=1 --",
      "'||(SELECT group_concat(record) FROM responses)||'",
      "\\'; PRAGMA writable_schema=ON; --",
      "?1",
      ":id",
      "@id",
      "$id",
      "NULL",
      "0x27",
      "/*",
      "--",
      ";",
      "''",
      "`",
  };
  int number = 0;
  for (const char* before :
       {"", "a", "'", "\"", ")", "1)", "\xC3\xA9", "\t", "%27", "*/"}) {
    for (const char* piece : kPieces) {
      const std::string hostile =
          std::string(before) + piece + std::to_string(number);
      Record record = record_from(body_of(hostile, 5, hostile));
      record.page = record.locale = hostile;
      record.themes = {hostile};
      store_.begin();
      EXPECT_EQ(store_.insert(record, kNow), Outcome::stored) << hostile;
      EXPECT_EQ(store_.insert(record, kNow), Outcome::duplicate) << hostile;
      store_.commit();
      ++number;
      EXPECT_EQ(store_.count(), number);
      EXPECT_EQ(store_.tally(hostile).counts().total(), 0);
      Filter filter;
      filter.survey = filter.segment = hostile;
      EXPECT_EQ(store_.rows(filter, 0, 1000, [](const Row&) { FAIL(); }), 0);
    }
  }
  EXPECT_EQ(number, 200);
  std::size_t same = 0;
  store_.rows({}, 0, 1000, [&](const Row& row) { same += row.page == row.id; });
  EXPECT_EQ(same, 200u);
}

TEST_F(StoreTest, ANewerFileIsNotTouched) {
  const std::string path = folder_.file("newer.sqlite");
  {
    Database database(path, Database::Mode::write);
    database.run("PRAGMA user_version=99");
  }
  EXPECT_THROW(Store(path, {}), DatabaseError);
}

TEST_F(StoreTest, AReaderCannotWrite) {
  Store reader(path_, {.mode = Database::Mode::read});
  EXPECT_THROW(reader.begin(); reader.erase("a", kNow), DatabaseError);
}

}  // namespace
}  // namespace looplet::collector
