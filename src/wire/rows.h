// What reading and writing see of a description: the tables as they are
// written, or, in the survey module, the same tables packed.
#pragma once

#include "wire/description.h"
#ifdef LOOPLET_SURVEY_ONLY
#include "wire/packed.h"
#endif

namespace looplet::wire {

#ifdef LOOPLET_SURVEY_ONLY

using TypeRow = packed::Type;
using FieldRow = packed::Field;
using FormRow = packed::Form;

/// The row of a description that the module has packed.
template <const auto& kType>
const TypeRow& row();

#else

using TypeRow = Type;
using FieldRow = Field;
using FormRow = Variant;

template <const auto& kType>
const TypeRow& row() {
  return kType;
}

#endif

}  // namespace looplet::wire
