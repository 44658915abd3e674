// Descriptions: each type that crosses a border is described once, as data.
//
//   const Field kOptionFields[] = {
//       LOOPLET_FIELD(Option, id, "id", kId, "kept in answers"),
//       LOOPLET_FIELD(Option, text, "text", kLocalText, "what is read"),
//       LOOPLET_OPTIONAL(Option, theme, "theme", kMaybeTheme, "what about"),
//   };
//
// One reader, one writer and one schema printer go by these tables, for every
// kind of document. They used to be templates over the fields: the same
// survey module was then 102 KB of WebAssembly instead of a third of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "looplet/answer.h"
#include "looplet/arena.h"
#include "survey/names.h"

namespace looplet::wire {

/// The kinds of value a document is made of.
enum class Kind : std::uint8_t {
  null,
  truth,
  number,
  text,
  list,
  object,
  other,  ///< a JavaScript value that JSON has no word for
};

/// "null", "true or false", "a number", "a text", "a list", "an object".
const char* kind_words(Kind kind);

/// How a C++ value is held.
enum class Shape : std::uint8_t {
  nothing,     ///< null and no more
  truth,       ///< bool
  whole32,     ///< int
  whole64,     ///< std::int64_t
  number,      ///< double
  text,        ///< std::string_view into an arena
  loose_text,  ///< the same, which a whole number or a truth may give too
  name,        ///< an enumerator, by its name; one byte
  fraction,    ///< Fraction, written as text, never read
  list,        ///< List
  array,       ///< std::array
  map,         ///< List of pairs: a text, then a value
  optional,    ///< std::optional of plain data
  object,      ///< a struct
  forms,       ///< a struct that documents write in several forms
  // What owns memory of its own. No survey module holds any of it.
  string,  ///< std::string
  vector,  ///< std::vector
  maybe,   ///< std::optional of something that owns memory
};

/// What a text looks like.
enum class Form : std::uint8_t {
  any,       ///< not empty
  blank_ok,  ///< may be empty
  id,        ///< letters, digits, - and _, first a letter or a digit
  tag,       ///< a language tag
  uuid,
  time,  ///< RFC 3339 in UTC, "2026-11-05T09:30:00Z", fraction allowed
  path,  ///< "/pricing": no host, no query, no fragment
};

/// Whether a member has to be there.
enum class Need : std::uint8_t {
  required,
  optional,  ///< absent keeps the default; what is empty is not written
  nullable,  ///< always written; null stands for "undefined"
  derived,   ///< written, never read
};

constexpr std::int64_t kMaxInteger = std::int64_t{1} << 53;
constexpr std::uint8_t kAlways = 0xFF;

struct Type;

#ifndef LOOPLET_SURVEY_ONLY
/// How what owns memory is handled without knowing what is in it.
struct Container {
  /// Makes it hold `count` fresh items, returns the first.
  void* (*fill)(void* self, std::size_t count);
  /// The first item and how many there are.
  std::pair<void*, std::size_t> (*items)(void* self);
};
#endif

struct Field {
  std::string_view text;  ///< its name
  const Type* of;
  std::uint16_t offset;
  Need need;
  std::uint8_t when;    ///< bit i: it is there if the type's tag is i
  const char* meaning;  ///< one line, for schemas

  std::string_view name() const { return text; }
  const Type& type() const { return *of; }
};

/// Which part of a value one of its forms is about.
enum class Part : std::uint8_t {
  all,      ///< the value itself
  several,  ///< the list that it begins with; written if that has two or more
  only,     ///< the only item of that list; written unless its guard is there
  member,   ///< a member; written if the value's first byte is the form's tag
};

/// One way of writing a value that has several: the first that fits.
struct Variant {
  Kind kind;
  Part part;
  std::uint8_t tag;         ///< member
  std::uint8_t offset;      ///< member: in the value; only: in the item
  std::uint16_t item_size;  ///< only
  const Type* of;           ///< null: there is nothing inside
  const Type* unless;       ///< only: what the item begins with, if it counts

  const Type* type() const { return of; }
  const Type* guard() const { return unless; }
};

/// Whole numbers that are limits: each is a float to the bit.
using Limit = float;
struct Limits {
  Limit min;
  Limit max;
};

struct Type {
  Shape shape = Shape::nothing;
  Form form = Form::any;
  std::uint8_t count = 0;      ///< of names, fields or variants
  std::int8_t tag_field = -1;  ///< object: which field says what others exist
  std::int16_t tag_at = -1;    ///< object: where the tag is held
  std::uint16_t size = 0;      ///< of an item: list, array, map, optional
  union Of {
    const Type* item = nullptr;     ///< list, map, optional and the like
    const std::string_view* names;  ///< name
    const Field* fields;            ///< object
    const Variant* variants;        ///< forms
  } of = {};
  Limit min = 0;  ///< number: least; list, map: fewest
  Limit max = 0;  ///< number: most; text: code points (0: any number)
  /// object, after reading: bit i says that field i was there.
  void (*finisher)(void* self, std::uint32_t present) = nullptr;
  const char* kinds = nullptr;  ///< forms: what they are, for a fault
  const char* schema_name = nullptr;
#ifndef LOOPLET_SURVEY_ONLY
  const Container* container = nullptr;  ///< vector, maybe
#endif

  const Type& item() const { return *of.item; }
  std::size_t item_size() const { return size; }
  const Field& field(int i) const { return of.fields[i]; }
  const Variant& variant(int i) const { return of.variants[i]; }
  std::string_view name(int i) const { return of.names[i]; }
  int tag() const { return tag_field; }
  int tag_offset() const { return tag_at; }
  Limits range() const { return {min, max}; }
  std::int64_t fewest() const { return static_cast<std::int64_t>(min); }
  std::int64_t most() const { return static_cast<std::int64_t>(max); }
  const char* words() const { return kinds; }
  void finish(void* self, std::uint32_t present) const {
    if (finisher != nullptr) finisher(self, present);
  }
};

/// A description that knows its C++ type, so that a table cannot pair a
/// member with the description of something else.
template <class T>
struct Typed : Type {
  constexpr explicit Typed(const Type& type) : Type(type) {}
};

// --- makers of descriptions

/// A limit that is what it says.
constexpr Limit limit(std::int64_t number) {
  const auto kept = static_cast<Limit>(number);
  if (static_cast<std::int64_t>(kept) != number) __builtin_trap();
  return kept;
}

constexpr Typed<std::string_view> text_of(std::int64_t max,
                                          Form form = Form::any) {
  Type type{Shape::text, form};
  type.max = limit(max);
  return Typed<std::string_view>(type);
}

/// A text, or a whole number or a truth as text.
constexpr Typed<std::string_view> loose_text_of(std::int64_t min,
                                                std::int64_t max) {
  Type type{Shape::loose_text};
  type.min = limit(min);
  type.max = limit(max);
  return Typed<std::string_view>(type);
}

/// Texts that are held as std::string, by what is not kept in an arena.
constexpr Typed<std::string> string_of(Form form = Form::blank_ok) {
  return Typed<std::string>(Type{Shape::string, form});
}

template <class T>
constexpr Typed<T> whole_of(std::int64_t min, std::int64_t max) {
  static_assert(std::is_same_v<T, int> || std::is_same_v<T, std::int64_t>);
  Type type{std::is_same_v<T, int> ? Shape::whole32 : Shape::whole64};
  type.min = limit(min);
  type.max = limit(max);
  return Typed<T>(type);
}

template <class E, std::size_t N>
constexpr Typed<E> name_of(const std::array<names::Name, N>& all) {
  static_assert(sizeof(E) == 1);
  Type type{Shape::name};
  type.of.names = all.data();
  type.count = N;
  return Typed<E>(type);
}

/// Items in a row, whatever holds them.
template <class C, class T>
constexpr Typed<C> row_of(Shape shape, const Typed<T>& item, std::int64_t min,
                          std::int64_t max) {
  Type type{shape};
  type.of.item = &item;
  type.size = sizeof(T);
  type.min = limit(min);
  type.max = limit(max);
  return Typed<C>(type);
}

template <class T>
constexpr auto list_of(const Typed<T>& item, std::int64_t min,
                       std::int64_t max) {
  return row_of<List<T>>(Shape::list, item, min, max);
}

template <std::size_t N, class T>
constexpr auto array_of(const Typed<T>& item) {
  return row_of<std::array<T, N>>(Shape::array, item, N, N);
}

/// Names, which keep `form`, with values: a list of pairs whose first member
/// is the name and whose second, right behind it, the value.
template <class Pair, class T>
constexpr Typed<List<Pair>> map_of(const Typed<T>& item, Form form,
                                   std::int64_t min, std::int64_t max) {
  static_assert(sizeof(Pair) == sizeof(std::string_view) + sizeof(T));
  Type type{Shape::map, form};
  type.of.item = &item;
  type.size = sizeof(Pair);
  type.min = limit(min);
  type.max = limit(max);
  return Typed<List<Pair>>(type);
}

#ifndef LOOPLET_SURVEY_ONLY
template <class T>
inline constexpr Container kVector = {
    [](void* self, std::size_t count) -> void* {
      auto& list = *static_cast<std::vector<T>*>(self);
      list = std::vector<T>(count);
      return list.data();
    },
    [](void* self) -> std::pair<void*, std::size_t> {
      auto& list = *static_cast<std::vector<T>*>(self);
      return {list.data(), list.size()};
    }};

template <class T>
inline constexpr Container kMaybe = {
    [](void* self, std::size_t) -> void* {
      return &static_cast<std::optional<T>*>(self)->emplace();
    },
    [](void* self) -> std::pair<void*, std::size_t> {
      auto& held = *static_cast<std::optional<T>*>(self);
      return {held ? &*held : nullptr, held ? 1 : 0};
    }};

/// A list that is held as std::vector.
template <class T>
constexpr auto vector_of(const Typed<T>& item, std::int64_t min,
                         std::int64_t max) {
  auto type = row_of<std::vector<T>>(Shape::vector, item, min, max);
  type.container = &kVector<T>;
  return type;
}
#endif

/// The libraries keep an optional's value first and whether there is one right
/// behind it; description_test holds them to it.
template <class T>
constexpr auto optional_of(const Typed<T>& item) {
  auto type = row_of<std::optional<T>>(Shape::optional, item, 0, 1);
#ifdef LOOPLET_SURVEY_ONLY
  static_assert(std::is_trivially_copyable_v<T>);
#else
  if (!std::is_trivially_copyable_v<T>) {
    type.shape = Shape::maybe;
    type.container = &kMaybe<T>;
  }
#endif
  return type;
}

/// The form that is the value itself.
template <class T>
constexpr Variant all_as(Kind kind, const Typed<T>& type) {
  return {kind, Part::all, 0, 0, 0, &type, nullptr};
}

/// The list that the value begins with, of two items or more.
template <class T>
constexpr Variant several_as(Kind kind, const Typed<List<T>>& type) {
  return {kind, Part::several, 0, 0, 0, &type, nullptr};
}

/// The only item of that list.
template <class T>
constexpr Variant only_as(Kind kind, const Typed<T>& type) {
  return {kind, Part::only, 0, 0, sizeof(T), &type, nullptr};
}

/// What is at `offset` in the only item, if what that begins with is empty.
template <class Item, class T>
constexpr Variant only_as(Kind kind, const Typed<T>& type, std::size_t offset,
                          const Type& guard) {
  return {kind,         Part::only, 0,     static_cast<std::uint8_t>(offset),
          sizeof(Item), &type,      &guard};
}

/// What is at `offset`, if the value begins with `tag`.
template <class Tag, class T>
constexpr Variant member_as(Kind kind, Tag tag, const Typed<T>& type,
                            std::size_t offset) {
  return {kind,
          Part::member,
          static_cast<std::uint8_t>(tag),
          static_cast<std::uint8_t>(offset),
          0,
          &type,
          nullptr};
}

/// Nothing but the tag.
template <class Tag>
constexpr Variant tag_as(Kind kind, Tag tag) {
  return {kind,    Part::member, static_cast<std::uint8_t>(tag), 0, 0,
          nullptr, nullptr};
}

template <class T, std::size_t N>
constexpr Typed<T> object_of(const Field (&fields)[N]) {
  Type type{Shape::object};
  type.of.fields = fields;
  type.count = N;
  return Typed<T>(type);
}

template <class T, std::size_t N>
constexpr Typed<T> forms_of(const Variant (&variants)[N], const char* words) {
  Type type{Shape::forms};
  type.of.variants = variants;
  type.count = N;
  type.kinds = words;
  return Typed<T>(type);
}

/// The object's field number `tag` says, by its enumerator, which fields
/// there are. With a tag of -1 it only chooses what is written.
template <class T>
constexpr Typed<T> tagged_by(Typed<T> type, int tag, std::size_t offset) {
  type.tag_field = static_cast<std::int8_t>(tag);
  type.tag_at = static_cast<std::int16_t>(offset);
  return type;
}

/// What is done to an object once it is read.
template <class T>
constexpr Typed<T> finished_by(Typed<T> type,
                               void (*finish)(void*, std::uint32_t)) {
  type.finisher = finish;
  return type;
}

/// Gives a type its name in schemas and in TypeScript.
template <class T>
constexpr Typed<T> named(const char* name, Typed<T> type) {
  type.schema_name = name;
  return type;
}

template <class Member>
constexpr Field make_field(const char* name, const Typed<Member>& type,
                           std::size_t offset, Need need, const char* meaning,
                           std::uint8_t when = kAlways) {
  return {name, &type, static_cast<std::uint16_t>(offset), need, when, meaning};
}

}  // namespace looplet::wire

// `when` may follow the meaning: the tags for which the field is there.
#define LOOPLET_MEMBER(need, Struct, member, name, type, ...)          \
  looplet::wire::make_field<decltype(Struct::member)>(                 \
      name, type, offsetof(Struct, member), looplet::wire::Need::need, \
      __VA_ARGS__)
#define LOOPLET_FIELD(...) LOOPLET_MEMBER(required, __VA_ARGS__)
#define LOOPLET_OPTIONAL(...) LOOPLET_MEMBER(optional, __VA_ARGS__)
#define LOOPLET_NULLABLE(...) LOOPLET_MEMBER(nullable, __VA_ARGS__)
#define LOOPLET_DERIVED(...) LOOPLET_MEMBER(derived, __VA_ARGS__)
