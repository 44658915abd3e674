#include "cli/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace looplet::cli {
namespace {

// Below this a file is read before anybody has looked up.
constexpr std::int64_t kWorthShowing = std::int64_t{64} << 20;
constexpr std::size_t kPacked = 64 * 1024;

}  // namespace

Input::Input(const std::string& path) {
  if (path.empty() || path == "-") {
    name_ = "stdin";
    file_ = STDIN_FILENO;
  } else {
    name_ = path;
    file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0) {
      error_ = std::strerror(errno);
      return;
    }
  }
  struct stat info {};
  if (::fstat(file_, &info) == 0 && S_ISREG(info.st_mode)) {
    size_ = info.st_size;
    ::posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  progress_ = size_ >= kWorthShowing && ::isatty(STDERR_FILENO) == 1;
}

Input::~Input() {
  if (progress_ && shown_ > 0) std::fputs("\r\x1B[K", stderr);
  if (file_ > STDIN_FILENO) ::close(file_);
}

std::size_t Input::read(std::span<char> room) {
  if (gunzip_) return unpack(room);
  std::size_t count = read_raw(room);
  if (begun_ || room.size() < 2) return count;
  begun_ = true;
  // A pipe may give a single byte.
  if (count == 1) count += read_raw(room.subspan(1));
  if (!Gunzip::is_gzip({room.data(), count})) return count;
  gunzip_.emplace();
  packed_.assign(room.data(), room.data() + count);
  gunzip_->feed(packed_);
  return unpack(room);
}

std::size_t Input::unpack(std::span<char> room) {
  for (;;) {
    const std::size_t count = gunzip_->read(room);
    if (count > 0) return count;
    if (!gunzip_->error().empty()) {
      if (error_.empty()) error_ = gunzip_->error();
      return 0;
    }
    if (gunzip_->at_end()) return 0;
    packed_.resize(kPacked);
    gunzip_->feed({packed_.data(), read_raw(packed_)});
    if (!error_.empty()) return 0;
  }
}

bool Input::rewind() {
  if (!can_rewind() || ::lseek(file_, 0, SEEK_SET) != 0) return false;
  done_ = shown_ = 0;
  begun_ = false;
  gunzip_.reset();
  return error_.empty();
}

std::size_t Input::read_raw(std::span<char> room) {
  if (file_ < 0 || !error_.empty()) return 0;
  for (;;) {
    const ssize_t count = ::read(file_, room.data(), room.size());
    if (count >= 0) {
      done_ += count;
      if (progress_) show_progress();
      return static_cast<std::size_t>(count);
    }
    if (errno == EINTR) continue;
    error_ = std::strerror(errno);
    return 0;
  }
}

void Input::show_progress() {
  const std::int64_t percent = done_ * 100 / size_;
  if (percent == shown_) return;
  shown_ = percent;
  std::fprintf(stderr, "\r%s  %lld %%", name_.c_str(),
               static_cast<long long>(std::min<std::int64_t>(percent, 100)));
  std::fflush(stderr);
}

std::string Input::read_all(std::size_t limit) {
  std::string text;
  while (text.size() <= limit) {
    const std::size_t begin = text.size();
    text.resize(std::min(begin + 65536, limit + 1));
    const std::size_t count = read({text.data() + begin, text.size() - begin});
    text.resize(begin + count);
    if (count == 0) break;
  }
  return text;
}

}  // namespace looplet::cli
