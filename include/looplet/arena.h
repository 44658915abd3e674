// Where texts and lists live: memory that is taken piece by piece and given
// back all at once.
//
//   Arena arena;
//   List<int> list = arena.list<int>(3);        // {0, 0, 0}
//   std::string_view kept = arena.copy(text);   // valid as long as the arena
//
// What is made of texts and lists in an arena is plain data: copied by copying
// a few words, compared by value, never freed one by one. A survey keeps its
// arena; a state refers to the arenas of the survey and of the states it came
// from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace looplet {

/// A row of values that somebody else owns.
template <class T>
class List {
 public:
  constexpr List() = default;
  constexpr List(T* first, std::size_t count)
      : first_(first), count_(static_cast<std::uint32_t>(count)) {}
  /// The values of an array that outlives the list.
  template <std::size_t N>
  constexpr List(T (&values)[N]) : List(values, N) {}

  constexpr std::size_t size() const { return count_; }
  constexpr bool empty() const { return count_ == 0; }
  constexpr T* begin() const { return first_; }
  constexpr T* end() const { return first_ + count_; }
  constexpr T& operator[](std::size_t i) const { return first_[i]; }
  constexpr T& back() const { return first_[count_ - 1]; }
  /// All but the last.
  constexpr List without_last() const { return {first_, count_ - 1u}; }

  friend bool operator==(const List& a, const List& b) {
    if (a.count_ != b.count_) return false;
    for (std::size_t i = 0; i < a.count_; ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }

 private:
  T* first_ = nullptr;
  std::uint32_t count_ = 0;
};

class Arena {
 public:
  Arena() = default;
  /// Takes from `room` first: zeros, aligned for any type, that outlive the
  /// arena.
  explicit Arena(List<char> room) : next_(room.begin()), end_(room.end()) {}
  Arena(Arena&& other) noexcept { swap(other); }
  Arena& operator=(Arena&& other) noexcept {
    swap(other);
    return *this;
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  /// `bytes` bytes of zeros, aligned for any type; out of memory ends the
  /// program, as `new` does.
  void* take(std::size_t bytes);

  /// As `take`; when `old` was the last piece taken, it grows where it is.
  void* grow(void* old, std::size_t old_bytes, std::size_t bytes);

  std::string_view copy(std::string_view text);

  /// `count` values as T's defaults make them.
  template <class T>
  List<T> list(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    auto* first = static_cast<T*>(take(count * sizeof(T)));
    // Most types are all zeros by default, which the memory is already.
    for (std::size_t i = 0; i < count; ++i) new (first + i) T();
    return {first, count};
  }

  /// The same of a type that is all zeros by default, or whose other defaults
  /// are set before they are read: nothing is written, and browsers are not
  /// sent the instructions that would.
  template <class T>
  List<T> zeros(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    return {static_cast<T*>(take(count * sizeof(T))), count};
  }

  template <class T>
  List<T> list(std::initializer_list<T> values) {
    List<T> out = list<T>(values.size());
    std::size_t i = 0;
    for (const T& value : values) out[i++] = value;
    return out;
  }

 private:
  struct Block;
  void swap(Arena& other) {
    std::swap(block_, other.block_);
    std::swap(next_, other.next_);
    std::swap(end_, other.end_);
  }

  Block* block_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

/// The part of Growing that does not depend on what grows.
class GrowingBytes {
 public:
  explicit GrowingBytes(Arena& arena) : arena_(arena) {}
  std::size_t size() const { return count_; }

 protected:
  /// Room for one more of `size` bytes.
  void* add(std::size_t size);

  Arena& arena_;
  void* first_ = nullptr;
  std::size_t count_ = 0;
  std::size_t room_ = 0;
};

/// A list that is not finished. Values are copied as bytes when it grows.
template <class T>
class Growing : public GrowingBytes {
 public:
  using GrowingBytes::GrowingBytes;
  void push(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    new (add(sizeof(T))) T(value);
  }
  void pop() { --count_; }
  T& operator[](std::size_t i) { return list()[i]; }
  List<T> list() const { return {static_cast<T*>(first_), count_}; }
};

/// A text that is being put together.
class Writing {
 public:
  explicit Writing(Arena& arena) : arena_(arena) {}
  void add(std::string_view text);
  std::string_view text() const { return {first_, size_}; }

 private:
  Arena& arena_;
  char* first_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

/// A value together with the arena that its texts and lists live in.
template <class T>
struct Owned {
  Arena arena;
  T value{};

  T* operator->() { return &value; }
  const T* operator->() const { return &value; }
  T& operator*() { return value; }
  const T& operator*() const { return value; }
};

}  // namespace looplet
