// Values in a row that are written without a look at the end of their room.
//
//   T* next = row.room(count);   // once
//   *next = value; next += keep; // often, without a branch
//   row.cut_at(next);
#pragma once

#include <cstddef>
#include <vector>

namespace looplet::text {

/// Room is kept when the row is cleared.
template <class T>
class Row {
 public:
  /// Where the next value goes, with room for `count` more.
  T* room(std::size_t count) {
    if (all_.size() - size_ < count) all_.resize(2 * (size_ + count));
    return all_.data() + size_;
  }
  /// Takes what was written before `end` as in the row.
  void cut_at(const T* end) {
    size_ = static_cast<std::size_t>(end - all_.data());
  }
  void push_back(const T& value) {
    *room(1) = value;
    ++size_;
  }
  void clear() { size_ = 0; }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return all_.data(); }
  T* end() { return all_.data() + size_; }
  const T* begin() const { return all_.data(); }
  const T* end() const { return all_.data() + size_; }
  T& operator[](std::size_t i) { return all_[i]; }
  const T& operator[](std::size_t i) const { return all_[i]; }

 private:
  std::vector<T> all_;
  std::size_t size_ = 0;
};

}  // namespace looplet::text
