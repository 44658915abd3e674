// The descriptions that the survey module packs: all that its calls read and
// write. They have to be seen whole at compile time, so this includes them.
#pragma once

#include "wire/packing.h"
#include "wire/rows.h"
//
#include "wire/state_types.cpp"
#include "wire/statistics_types.cpp"
#include "wire/survey_types.cpp"

namespace looplet::wire {
namespace packed {

constexpr std::array<const wire::Type*, 8> kRoots = {
    &kSurvey,        &kAnswer,         &kState,   &kStartOptions,
    &kRecordOptions, &kPreviewRequest, &kPreview, &kResponse};
constexpr Packing kPacking(kRoots);
using Rows = Packed<kPacking>;

const Tables kTables = {Rows::types.data(),    Rows::fields.data(),
                        Rows::forms.data(),    Rows::limits.data(),
                        Rows::finishes.data(), Rows::text.data()};

/// The roots are the first rows.
constexpr std::size_t root_row(const wire::Type* type) {
  for (std::size_t i = 0; i < kRoots.size(); ++i) {
    if (kRoots[i] == type) return i;
  }
  __builtin_trap();  // no constant, so it does not compile
}

}  // namespace packed

template <const auto& kType>
const TypeRow& row() {
  constexpr std::size_t kRow = packed::root_row(&kType);
  return packed::Rows::types[kRow];
}

}  // namespace looplet::wire
