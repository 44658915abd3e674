#include "../writer.h"

#include <gtest/gtest.h>

#include <future>
#include <vector>

#include "fake_engine.h"
#include "temporary.h"

namespace looplet::collector {
namespace {

constexpr Milliseconds kWrittenAt = 1'795'333'200'000;  // 2026-11-22T07:40:00Z

struct Fixture {
  TemporaryFolder folder;
  std::string path = folder.file("answers.sqlite");
  std::vector<std::string> complaints;

  Writer::Options options() {
    return {
        .path = path,
        .now = [] { return kWrittenAt; },
        .complain =
            [this](const std::string& text) { complaints.push_back(text); }};
  }
};

Written insert_and_wait(Writer& writer, const std::string& body) {
  std::promise<Written> promise;
  EXPECT_TRUE(writer.insert(record_from(body),
                            [&](Written w) { promise.set_value(w); }));
  return promise.get_future().get();
}

TEST(Writer, SaysStoredOnlyWhenAnotherConnectionSeesTheRow) {
  Fixture fixture;
  Writer writer(fixture.options());
  Store reader(fixture.path, {.mode = Database::Mode::read});
  std::promise<std::int64_t> seen;
  writer.insert(record_from(body_of("a", 9)), [&](Written written) {
    EXPECT_EQ(written, Outcome::stored);
    seen.set_value(reader.count());
  });
  EXPECT_EQ(seen.get_future().get(), 1);
}

TEST(Writer, WhatWaitsIsCommittedTogether) {
  Fixture fixture;
  Writer writer(fixture.options());
  std::promise<void> held;
  std::promise<void> release;
  std::shared_future<void> go = release.get_future().share();
  // The first reply keeps the writer's thread while the others queue up.
  writer.insert(record_from(body_of("first", 1)), [&held, go](Written) {
    held.set_value();
    go.wait();
  });
  held.get_future().wait();
  const std::int64_t before = writer.counts().commits;
  std::promise<void> last;
  for (int i = 0; i < 100; ++i) {
    writer.insert(record_from(body_of("id" + std::to_string(i), 5)),
                  [&last, i](Written written) {
                    EXPECT_EQ(written, Outcome::stored);
                    if (i == 99) last.set_value();
                  });
  }
  EXPECT_EQ(writer.waiting(), 100u);
  release.set_value();
  last.get_future().wait();
  EXPECT_EQ(writer.counts().commits - before, 1);
}

TEST(Writer, AFullQueueTakesNothing) {
  Fixture fixture;
  Writer::Options options = fixture.options();
  options.queue_limit = 3;
  Writer writer(options);
  std::promise<void> held;
  std::promise<void> release;
  std::shared_future<void> go = release.get_future().share();
  writer.insert(record_from(body_of("first", 1)), [&held, go](Written) {
    held.set_value();
    go.wait();
  });
  held.get_future().wait();
  int taken = 0;
  for (int i = 0; i < 5; ++i) {
    taken += writer.insert(record_from(body_of("i" + std::to_string(i), 5)),
                           [](Written) {});
  }
  EXPECT_EQ(taken, 3);
  release.set_value();
}

TEST(Writer, StopFinishesWhatWaitsAndTakesNoMore) {
  Fixture fixture;
  Writer writer(fixture.options());
  std::atomic<int> stored{0};
  for (int i = 0; i < 50; ++i) {
    writer.insert(record_from(body_of("id" + std::to_string(i), 5)),
                  [&](Written written) { stored += written.has_value(); });
  }
  writer.stop();
  EXPECT_EQ(stored, 50);
  EXPECT_FALSE(writer.insert(record_from(body_of("late", 5)), [](Written) {}));
  Store store(fixture.path, {});
  EXPECT_EQ(store.count(), 50);
}

TEST(Writer, AFullDiskIsNoAnswerAndEveryAcknowledgedRowIsThere) {
  Fixture fixture;
  Writer::Options options = fixture.options();
  options.max_bytes = 64 * 4096;
  Writer writer(options);
  int stored = 0;
  Written written;
  for (int i = 0; i < 1000; ++i) {
    written = insert_and_wait(
        writer, body_of("id" + std::to_string(i), 5, std::string(2000, 'x')));
    if (!written) break;
    ++stored;
  }
  EXPECT_FALSE(written.has_value());
  EXPECT_EQ(writer.counts().failures, 1);
  EXPECT_FALSE(fixture.complaints.empty());
  writer.stop();
  Store store(fixture.path, {});
  EXPECT_EQ(store.count(), stored);
}

TEST(Writer, ARowThatBreaksARuleSpoilsNoOther) {
  Fixture fixture;
  Writer writer(fixture.options());
  std::promise<Written> bad;
  Record record = record_from(body_of("bad", 5));
  record.score = 99;  // no engine would say so
  writer.insert(record, [&](Written w) { bad.set_value(w); });
  EXPECT_FALSE(bad.get_future().get().has_value());
  EXPECT_EQ(insert_and_wait(writer, body_of("good", 5)), Outcome::stored);
}

TEST(Writer, OldAnswersGoAtTheStart) {
  Fixture fixture;
  {
    Store store(fixture.path, {});
    store.begin();
    store.insert(record_from(body_of("old", 5)), kWrittenAt - 366 * kDay);
    store.insert(record_from(body_of("young", 5)), kWrittenAt - 364 * kDay);
    store.commit();
  }
  {
    Writer writer(fixture.options());
    insert_and_wait(writer, body_of("now", 5));
    EXPECT_EQ(writer.counts().expired, 1);
  }
  Store store(fixture.path, {});
  EXPECT_EQ(store.count(), 2);
}

TEST(Writer, ErasedIsSaidWhenTheLogIsEmpty) {
  Fixture fixture;
  Writer writer(fixture.options());
  insert_and_wait(writer, body_of("gone-id", 5, "gone-words"));
  std::promise<Erased> promise;
  std::string left;
  writer.erase("gone-id", [&](Erased erased) {
    for (const char* suffix : {"", "-wal"}) {
      std::ifstream file(fixture.path + suffix, std::ios::binary);
      left += std::string((std::istreambuf_iterator<char>(file)), {});
    }
    promise.set_value(erased);
  });
  EXPECT_EQ(promise.get_future().get(), Erased(true));
  EXPECT_GT(left.size(), 4096u);
  EXPECT_EQ(left.find("gone-id"), std::string::npos);
  EXPECT_EQ(left.find("gone-words"), std::string::npos);
}

}  // namespace
}  // namespace looplet::collector
