// Descriptions as the survey module carries them: rows of small numbers that
// name each other by their places. Pointers do not compress; these rows are a
// fifth of the tables in description.h. They are made at compile time, by
// packing.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "wire/description.h"

namespace looplet::wire::packed {

constexpr std::uint8_t kNone = 0xFF;

struct Type;

struct Field {
  std::uint16_t text;  ///< of its name
  std::uint16_t offset;
  std::uint8_t row;  ///< of its type
  std::uint8_t when;
  Need need;

  const char* name() const;
  const Type& type() const;
};

struct Form {
  Kind kind;
  Part part;
  std::uint8_t tag;
  std::uint8_t offset;
  std::uint8_t item_size;
  std::uint8_t row;        ///< of its type, or kNone
  std::uint8_t guard_row;  ///< or kNone

  const Type* type() const;
  const Type* guard() const;
};

struct Type {
  Shape shape;
  wire::Form form;
  std::uint8_t count;  ///< of names, fields or forms
  std::int8_t low;     ///< object: its tag's field; list, map: fewest items
  std::uint16_t size;  ///< of an item; object: offset of its tag, or kNoTag
  /// Text: code points; list, map: most items; object: what finishes it; forms:
  /// the text of their words.
  std::uint16_t high;
  /// The row of its item, of its first field, form or limit; name: the text of
  /// the first.
  std::uint16_t first;

  static constexpr std::uint16_t kNoTag = 0xFFFF;

  const Type& item() const;
  std::size_t item_size() const { return size; }
  const Field& field(int i) const;
  const Form& variant(int i) const;
  std::string_view name(int i) const;
  int tag() const { return low; }
  int tag_offset() const { return static_cast<std::int16_t>(size); }
  Limits range() const;
  std::int64_t fewest() const { return low; }
  std::int64_t most() const { return high; }
  const char* words() const;
  void finish(void* self, std::uint32_t present) const;
};

using Finish = void (*)(void* self, std::uint32_t present);

/// The rows of one program.
struct Tables {
  const Type* types;
  const Field* fields;
  const Form* forms;
  const Limits* limits;
  const Finish* finishes;
  const char* text;  ///< names and words, each up to a zero
};
extern const Tables kTables;

inline const char* Field::name() const { return kTables.text + text; }
inline const Type& Field::type() const { return kTables.types[row]; }
inline const Type* Form::type() const {
  return row == kNone ? nullptr : &kTables.types[row];
}
inline const Type* Form::guard() const {
  return guard_row == kNone ? nullptr : &kTables.types[guard_row];
}
inline const Type& Type::item() const { return kTables.types[first]; }
inline const Field& Type::field(int i) const {
  return kTables.fields[first + i];
}
inline const Form& Type::variant(int i) const {
  return kTables.forms[first + i];
}
inline std::string_view Type::name(int i) const {
  const char* at = kTables.text + first;
  while (i-- > 0) at += std::string_view(at).size() + 1;
  return at;
}
inline Limits Type::range() const { return kTables.limits[first]; }
inline const char* Type::words() const { return kTables.text + high; }
inline void Type::finish(void* self, std::uint32_t present) const {
  kTables.finishes[high](self, present);
}

}  // namespace looplet::wire::packed
