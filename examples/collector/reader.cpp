#include "reader.h"

#include <utility>

namespace looplet::collector {

Reader::Reader(const std::string& path, std::size_t queue_limit)
    : store_(path, {.mode = Database::Mode::read}),
      queue_limit_(queue_limit),
      thread_([this] { run(); }) {}

Reader::~Reader() { stop(); }

bool Reader::post(Job job) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (stopping_ || queue_.size() >= queue_limit_) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void Reader::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Reader::run() {
  for (;;) {
    Job job;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      job = std::move(queue_.front());
      queue_.pop_front();
    }
    job(store_);
  }
}

}  // namespace looplet::collector
