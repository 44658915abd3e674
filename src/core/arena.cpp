#include "looplet/arena.h"

#include <cstdlib>
#include <cstring>

namespace looplet {

struct Arena::Block {
  Block* before;
};

namespace {

constexpr std::size_t kAlign = alignof(std::max_align_t);
// With the head that an allocator puts before it, a block is 4 KiB.
constexpr std::size_t kBlockBytes = 4096 - kAlign;

constexpr std::size_t aligned(std::size_t bytes) {
  return (bytes + kAlign - 1) / kAlign * kAlign;
}

}  // namespace

Arena::~Arena() {
  while (block_ != nullptr) {
    Block* before = block_->before;
    std::free(block_);
    block_ = before;
  }
}

void* Arena::take(std::size_t bytes) {
  bytes = aligned(bytes);
  if (static_cast<std::size_t>(end_ - next_) < bytes) {
    const std::size_t head = aligned(sizeof(Block));
    std::size_t room = kBlockBytes - head;
    if (bytes > room) room = bytes;
    auto* block = static_cast<Block*>(std::calloc(1, head + room));
    if (block == nullptr) __builtin_trap();
    block->before = block_;
    block_ = block;
    next_ = reinterpret_cast<char*>(block) + head;
    end_ = next_ + room;
  }
  char* taken = next_;
  next_ += bytes;
  return taken;
}

void* Arena::grow(void* old, std::size_t old_bytes, std::size_t bytes) {
  auto* first = static_cast<char*>(old);
  const std::size_t more = aligned(bytes) - aligned(old_bytes);
  if (first != nullptr && first + aligned(old_bytes) == next_ &&
      static_cast<std::size_t>(end_ - next_) >= more) {
    next_ += more;
    return old;
  }
  void* fresh = take(bytes);
  if (old_bytes > 0) std::memcpy(fresh, old, old_bytes);
  return fresh;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  auto* kept = static_cast<char*>(take(text.size()));
  std::memcpy(kept, text.data(), text.size());
  return {kept, text.size()};
}

void* GrowingBytes::add(std::size_t size) {
  if (count_ == room_) {
    const std::size_t room = room_ == 0 ? 8 : room_ * 2;
    first_ = arena_.grow(first_, room_ * size, room * size);
    room_ = room;
  }
  return static_cast<char*>(first_) + count_++ * size;
}

void Writing::add(std::string_view text) {
  if (text.empty()) return;
  const std::size_t size = size_ + text.size();
  if (size > room_) {
    // Doubled: what is added may itself be made in the arena, and then the
    // text moves every time it grows.
    const std::size_t room = size > 2 * room_ ? size : 2 * room_;
    first_ = static_cast<char*>(arena_.grow(first_, room_, room));
    room_ = room;
  }
  std::memcpy(first_ + size_, text.data(), text.size());
  size_ = size;
}

}  // namespace looplet
