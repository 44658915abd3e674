// The parts of reading and writing that do not depend on the kind of document.
#pragma once

#include <string>
#include <string_view>

#include "looplet/fault.h"
#include "text/place.h"
#include "wire/description.h"

namespace looplet::wire {

/// The kind of document value that a shape is written as.
Kind kind_of(Shape shape);

/// The bit of an object's tag, to be matched with Field::when.
std::uint16_t tag_of(const Type& type, const void* value);

// Each adds what is wrong to `faults`; false when the value is of no use.

void check_text(std::string_view text, const Type& type, const Place& place,
                Faults& faults);
bool check_whole(double number, const Type& type, const Place& place,
                 Faults& faults);
bool check_size(std::size_t size, const Type& type, const Place& place,
                Faults& faults);
void read_name(std::string_view text, const Type& type, void* out,
               const Place& place, Faults& faults);

}  // namespace looplet::wire
