#include "cli/gunzip.h"

#include <zlib.h>

#include <algorithm>

namespace looplet::cli {
namespace {

constexpr int kOnlyGzip = 15 + 16;  // the largest window, and gzip's own frame
constexpr std::size_t kMost = 1u << 30;  // zlib counts in unsigned int

}  // namespace

struct Gunzip::State {
  z_stream stream{};
  bool good = false;
  bool between = false;  // behind a member, before anything of another
  bool ended = false;
  std::string_view error;
};

Gunzip::Gunzip() : state_(std::make_unique<State>()) {
  state_->good = inflateInit2(&state_->stream, kOnlyGzip) == Z_OK;
  if (!state_->good) state_->error = "there is not enough memory for gzip";
}

Gunzip::~Gunzip() {
  if (state_->good) inflateEnd(&state_->stream);
}

bool Gunzip::is_gzip(std::string_view first) {
  return first.substr(0, 2) == "\x1F\x8B";
}

void Gunzip::feed(std::span<const char> bytes) {
  State& s = *state_;
  if (bytes.empty()) {
    if (!s.between) s.error = "the gzip data breaks off";
    s.ended = true;
    return;
  }
  // zlib does not write to what it reads.
  s.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  s.stream.avail_in = static_cast<uInt>(std::min(bytes.size(), kMost));
}

std::size_t Gunzip::read(std::span<char> room) {
  State& s = *state_;
  if (s.ended || !s.error.empty() || room.empty()) return 0;
  s.stream.next_out = reinterpret_cast<Bytef*>(room.data());
  const auto size = static_cast<uInt>(std::min(room.size(), kMost));
  s.stream.avail_out = size;
  while (s.stream.avail_in > 0 && s.stream.avail_out > 0) {
    if (s.between) {
      // Anything but another member is padding, which gzip passes over too.
      if (*s.stream.next_in != 0x1F) {
        s.ended = true;
        break;
      }
      inflateReset(&s.stream);
      s.between = false;
    }
    const int result = inflate(&s.stream, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      s.between = true;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      s.error = "the gzip data is damaged";
      break;
    }
  }
  return size - s.stream.avail_out;
}

bool Gunzip::at_end() const { return state_->ended; }
std::string_view Gunzip::error() const { return state_->error; }

}  // namespace looplet::cli
