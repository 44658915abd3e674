// malloc for a module whose memory is arenas: blocks in sizes of powers of
// two, each size with a list of free ones. emmalloc, Emscripten's smallest,
// takes 1.8 KB of code; this takes a fifth of it. Nothing is given back to the
// browser, and nothing is split or joined: an arena's blocks are of one size.
#include <cstddef>
#include <cstring>

namespace {

/// Stands before each block; keeps what follows aligned for any type.
struct alignas(16) Head {
  Head* next_free;
  std::size_t size_class;
};

/// The end of static data and stack: what follows is free.
extern "C" unsigned char __heap_base;
std::size_t unused = 0;
constexpr std::size_t kPage = 65536;

/// `bytes` bytes that were never used, or null when the memory may not grow.
void* fresh(std::size_t bytes) {
  if (unused == 0) {
    unused = (reinterpret_cast<std::size_t>(&__heap_base) + 15) / 16 * 16;
  }
  const std::size_t end = unused + bytes;
  const std::size_t pages = __builtin_wasm_memory_size(0);
  const std::size_t needed = (end + kPage - 1) / kPage;
  // Four pages at a time: a call takes some ten of the arenas' blocks.
  if (needed > pages && __builtin_wasm_memory_grow(0, needed - pages + 4) ==
                            static_cast<std::size_t>(-1)) {
    return nullptr;
  }
  void* block = reinterpret_cast<void*>(unused);
  unused = end;
  return block;
}

constexpr std::size_t kSmallest = 6;  // 64 bytes, the head among them
Head* free_blocks[32];

}  // namespace

extern "C" {

void* malloc(std::size_t bytes) {
  const std::size_t whole = bytes + sizeof(Head);
  if (whole < bytes) return nullptr;
  std::size_t size_class = kSmallest;
  while ((std::size_t{1} << size_class) < whole) {
    if (++size_class == 31) return nullptr;
  }
  Head*& first = free_blocks[size_class];
  Head* block = first;
  if (block != nullptr) {
    first = block->next_free;
  } else {
    block = static_cast<Head*>(fresh(std::size_t{1} << size_class));
    if (block == nullptr) return nullptr;
    block->size_class = size_class;
  }
  return block + 1;
}

void free(void* pointer) {
  if (pointer == nullptr) return;
  Head* block = static_cast<Head*>(pointer) - 1;
  Head*& first = free_blocks[block->size_class];
  block->next_free = first;
  first = block;
}

void* calloc(std::size_t count, std::size_t bytes) {
  void* pointer = malloc(count * bytes);
  if (pointer != nullptr) std::memset(pointer, 0, count * bytes);
  return pointer;
}

/// What the standard library calls when it has no way on. The trap reaches
/// JavaScript as an exception, as an import would, but takes no import.
[[noreturn]] void abort() { __builtin_trap(); }

}  // extern "C"
