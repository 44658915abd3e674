// Result<T>: a value, or every fault that kept us from it.
//
//   Result<Survey> survey = read_survey(document);
//   if (!survey) return survey.faults();
//   use(*survey);
#pragma once

#include <utility>
#include <variant>

#include "looplet/fault.h"

namespace looplet {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Faults faults) : content_(std::in_place_index<1>, std::move(faults)) {}
  Result(Fault fault) : Result(Faults{std::move(fault)}) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value; calling these on a failure is a programming error.
  T& operator*() { return *std::get_if<0>(&content_); }
  const T& operator*() const { return *std::get_if<0>(&content_); }
  T* operator->() { return std::get_if<0>(&content_); }
  const T* operator->() const { return std::get_if<0>(&content_); }

  /// Every fault found, at least one; only on a failure.
  const Faults& faults() const { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, Faults> content_;
};

}  // namespace looplet
