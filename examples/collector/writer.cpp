#include "writer.h"

#include <chrono>
#include <utility>

namespace looplet::collector {
namespace {

constexpr Milliseconds kExpireEvery = 60 * 60 * kSecond;
constexpr int kExpireBatch = 500;

}  // namespace

Writer::Writer(Options options)
    : options_(std::move(options)),
      store_(options_.path,
             {.mode = Database::Mode::write, .max_bytes = options_.max_bytes}),
      thread_([this] { run(); }) {}

Writer::~Writer() { stop(); }

bool Writer::insert(Record record, std::function<void(Written)> done) {
  Job job;
  job.record = std::move(record);
  job.inserted = std::move(done);
  return push(std::move(job));
}

bool Writer::erase(std::string id, std::function<void(Erased)> done) {
  Job job;
  job.id = std::move(id);
  job.erased = std::move(done);
  return push(std::move(job));
}

bool Writer::push(Job job) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (stopping_ || queue_.size() >= options_.queue_limit) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

std::size_t Writer::waiting() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return queue_.size();
}

void Writer::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Writer::run() {
  std::deque<Job> batch;
  for (;;) {
    {
      std::unique_lock<std::mutex> lock(mutex_);
      wake_.wait_for(lock, std::chrono::seconds(1),
                     [this] { return stopping_ || !queue_.empty(); });
      while (!queue_.empty() && batch.size() < options_.batch_limit) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
      if (batch.empty() && stopping_) break;
    }
    if (!batch.empty()) write(batch);
    if (options_.now() >= expire_due_) expire();
    if (scrub_due_) scrub();
    for (Job& job : batch) {
      if (job.record) {
        job.inserted(job.written);
      } else {
        job.erased(job.gone);
      }
    }
    batch.clear();
  }
  scrub();
}

void Writer::do_one(Job& job, Milliseconds now) {
  if (job.record) {
    job.written = store_.insert(*job.record, now);
  } else {
    job.gone = store_.erase(job.id, now);
  }
}

void Writer::write(std::deque<Job>& batch) {
  const Milliseconds now = options_.now();
  try {
    store_.begin();
    for (Job& job : batch) {
      try {
        do_one(job, now);
      } catch (const DatabaseError& error) {
        // A row that breaks a rule of the table spoils nobody else's.
        if (error.code() != SQLITE_CONSTRAINT) throw;
        options_.complain(error.what());
      }
    }
    store_.commit();
  } catch (const DatabaseError& error) {
    // Full disk, I/O error: nothing of this batch is promised to anybody.
    options_.complain(error.what());
    counts_.failures += 1;
    for (Job& job : batch) {
      job.written.reset();
      job.gone.reset();
    }
    try {
      store_.rollback();
    } catch (const DatabaseError& again) {
      options_.complain(again.what());
    }
    return;
  }
  counts_.commits += 1;
  counts_.writes += static_cast<std::int64_t>(batch.size());
  for (const Job& job : batch) {
    if (job.gone && *job.gone) scrub_due_ = true;
  }
}

void Writer::expire() {
  const Milliseconds now = options_.now();
  const Milliseconds before =
      options_.retention_days > 0 ? now - options_.retention_days * kDay : 0;
  try {
    store_.begin();
    const std::int64_t gone = store_.expire(before, now, kExpireBatch);
    store_.commit();
    counts_.expired += gone;
    if (gone > 0) scrub_due_ = true;
    // A full batch means that there may be more: next turn, so that answers
    // do not wait behind a year's worth of erasing.
    expire_due_ = gone == kExpireBatch ? now : now + kExpireEvery;
  } catch (const DatabaseError& error) {
    options_.complain(error.what());
    expire_due_ = now + kExpireEvery;
    try {
      store_.rollback();
    } catch (const DatabaseError& again) {
      options_.complain(again.what());
    }
  }
}

void Writer::scrub() {
  try {
    scrub_due_ = !store_.checkpoint();
  } catch (const DatabaseError& error) {
    options_.complain(error.what());
  }
}

}  // namespace looplet::collector
