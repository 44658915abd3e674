// The one thread that reads reports and exports, on a connection of its own
// that cannot write. A long report keeps nobody's answer waiting.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "store.h"

namespace looplet::collector {

class Reader {
 public:
  using Job = std::function<void(Store&)>;

  /// Opens a store that exists already; throws DatabaseError.
  explicit Reader(const std::string& path, std::size_t queue_limit = 128);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// False, and nothing done, when too much waits. The job must not throw.
  bool post(Job job);

  /// Ends the thread after what waits.
  void stop();

 private:
  void run();

  Store store_;
  std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace looplet::collector
