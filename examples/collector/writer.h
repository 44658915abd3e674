// The one thread that writes. What waits is committed together, and nobody is
// told "stored" before the commit that holds it is on the disk.
//
//   writer.insert(record, [](Written w) { reply(w); });   // any thread
//
// One commit costs one fsync whatever it holds, so the busier it gets the
// more answers each fsync keeps.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "store.h"

namespace looplet::collector {

/// What became of a write; nothing when the store failed and it must be sent
/// again.
using Written = std::optional<Outcome>;
/// True when a row went; nothing when the store failed.
using Erased = std::optional<bool>;

struct WriterCounts {
  std::atomic<std::int64_t> commits{0};
  std::atomic<std::int64_t> writes{0};    ///< in those commits
  std::atomic<std::int64_t> failures{0};  ///< commits that failed
  std::atomic<std::int64_t> expired{0};   ///< rows past their retention
};

class Writer {
 public:
  struct Options {
    std::string path;
    std::int64_t max_bytes = 0;
    int retention_days = 365;        ///< 0 keeps for ever
    std::size_t queue_limit = 1024;  ///< writes that may wait
    std::size_t batch_limit = 256;   ///< writes in one commit
    std::function<Milliseconds()> now;
    std::function<void(const std::string&)> complain;
  };

  /// Opens the store in this thread (throws DatabaseError), then starts.
  explicit Writer(Options options);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Both return false, and do nothing, when the queue is full or the writer
  /// is stopping. `done` is called on the writer's thread.
  bool insert(Record record, std::function<void(Written)> done);
  bool erase(std::string id, std::function<void(Erased)> done);

  /// Finishes what waits, empties the write-ahead log and ends the thread.
  void stop();

  std::size_t waiting() const;
  const WriterCounts& counts() const { return counts_; }

 private:
  struct Job {
    std::optional<Record> record;  // an insert, else an erasure of `id`
    std::string id;
    std::function<void(Written)> inserted;
    std::function<void(Erased)> erased;
    Written written;
    Erased gone;
  };

  bool push(Job job);
  void run();
  void write(std::deque<Job>& batch);
  void do_one(Job& job, Milliseconds now);
  void expire();
  void scrub();

  Options options_;
  Store store_;
  WriterCounts counts_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  bool scrub_due_ = false;
  Milliseconds expire_due_ = 0;
  std::thread thread_;
};

}  // namespace looplet::collector
