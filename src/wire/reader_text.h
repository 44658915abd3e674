// The parts of reading and writing that do not depend on the kind of document.
#pragma once

#include <string_view>

#include "text/report.h"
#include "wire/rows.h"

namespace looplet::wire {

/// The kind of document value that a shape is written as.
Kind kind_of(Shape shape);

/// The bit of an object's tag, to be matched with Field::when.
std::uint8_t tag_of(const TypeRow& type, const void* value);

/// Makes what holds items hold `count` fresh ones, all zeros: what every
/// described type is by default, but for members whose type's `finish` sets
/// them. Returns the first.
char* fill(const TypeRow& type, void* self, std::size_t count, Arena& arena);

/// The items as bytes; the size is how many there are.
List<char> items(const TypeRow& type, void* self);

/// Makes a value ready to be read in this form; returns what is inside.
void* begin_form(const FormRow& form, void* self, Arena& arena);

/// The form that a value is written in, and what is inside; null: in none.
const FormRow* form_of(const TypeRow& type, void* self, void*& inner);

/// Whether an optional value is left out: what is empty, and false. Numbers
/// and names are always written, so that defaults may change.
bool is_absent(const TypeRow& type, void* value);

// Each reports what is wrong; false when the value is of no use.

void check_text(const std::string_view& text, Form form, std::int64_t most,
                Reporter& found);
bool check_whole(double number, const Limits& limits, Reporter& found);
bool check_size(std::size_t size, const TypeRow& type, Reporter& found);
void read_name(const std::string_view& text, const TypeRow& type, void* out,
               Reporter& found);

}  // namespace looplet::wire
