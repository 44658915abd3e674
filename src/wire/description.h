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
std::string_view kind_words(Kind kind);

/// How a C++ value is held.
enum class Shape : std::uint8_t {
  nothing,     ///< null and no more
  truth,       ///< bool
  whole32,     ///< int
  whole64,     ///< std::int64_t
  number,      ///< double
  text,        ///< std::string_view into an arena
  loose_text,  ///< the same, which a whole number or a truth may give too
  string,      ///< std::string
  name,        ///< an enumerator, by its name; one byte
  list,        ///< List, std::vector or std::array
  map,         ///< List of pairs: a text, then a value
  optional,    ///< std::optional
  object,      ///< a struct
  forms,       ///< a struct that documents write in several forms
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
constexpr std::uint16_t kAlways = 0xFFFF;

/// How lists and optionals are handled without knowing what is in them.
struct Container {
  /// Makes it hold `count` fresh items of `size` bytes, returns the first.
  void* (*fill)(void* self, std::size_t count, std::size_t size, Arena& arena);
  /// The first item and how many there are.
  std::pair<void*, std::size_t> (*items)(void* self);
};

struct Type;

struct Field {
  const char* name;
  const Type* type;
  std::uint16_t offset;
  Need need;
  std::uint16_t when;  ///< bit i: it is there if the type's tag is i
#ifdef LOOPLET_MEANINGS
  const char* meaning;  ///< one line, for schemas
#endif
};

/// One way of writing a value that has several.
struct Variant {
  Kind kind;
  const Type* type;
  /// What `type` describes inside the value. With an arena to read into, it
  /// is made ready; without, nullptr says that this is not the form to write.
  void* (*inner)(void* self, Arena* to_read);
};

struct Type {
  Shape shape = Shape::nothing;
  Form form = Form::any;
  std::int64_t min = 0;  ///< number: least; list, map: fewest
  std::int64_t max = 0;  ///< number: most; text: code points (0: any number)
  const std::string_view* names = nullptr;  ///< name: the enumerators
  const Type* item = nullptr;               ///< list, map, optional
  std::uint16_t item_size = 0;              ///< list
  Container container = {};                 ///< list, map, optional
  const Field* fields = nullptr;            ///< object
  const Variant* variants = nullptr;        ///< forms
  std::uint8_t count = 0;                   ///< of names, fields or variants
  std::int8_t tag = -1;  ///< object: the field that says which fields exist
  std::int16_t tag_offset = -1;   ///< where the tag is held
  std::uint16_t pair_offset = 0;  ///< map: of the value in its pair
  /// object, after reading: bit i says that field i was there.
  void (*finish)(void* self, std::uint32_t present) = nullptr;
  std::string_view words = {};  ///< forms: what they are, for a fault
#ifdef LOOPLET_MEANINGS
  const char* schema_name = nullptr;
#endif
};

/// A description that knows its C++ type, so that a table cannot pair a
/// member with the description of something else.
template <class T>
struct Typed : Type {
  constexpr explicit Typed(const Type& type) : Type(type) {}
};

// --- containers

template <class C>
struct ContainerOf;

/// Fills a List of anything with items of zeros: what every described type is
/// by default, but for members whose type's `finish` sets them.
void* fill_list(void* self, std::size_t count, std::size_t size, Arena& arena);

template <class T>
struct ContainerOf<List<T>> {
  using Item = T;
  static constexpr auto fill = fill_list;
  static std::pair<void*, std::size_t> items(void* self) {
    const auto& list = *static_cast<List<T>*>(self);
    return {list.begin(), list.size()};
  }
};

template <class T>
struct ContainerOf<std::vector<T>> {
  using Item = T;
  static void* fill(void* self, std::size_t count, std::size_t, Arena&) {
    auto& list = *static_cast<std::vector<T>*>(self);
    list = std::vector<T>(count);
    return list.data();
  }
  static std::pair<void*, std::size_t> items(void* self) {
    auto& list = *static_cast<std::vector<T>*>(self);
    return {list.data(), list.size()};
  }
};

template <class T, std::size_t N>
struct ContainerOf<std::array<T, N>> {
  using Item = T;
  static void* fill(void* self, std::size_t, std::size_t, Arena&) {
    return self;
  }
  static std::pair<void*, std::size_t> items(void* self) { return {self, N}; }
};

template <class T>
struct ContainerOf<std::optional<T>> {
  using Item = T;
  static void* fill(void* self, std::size_t, std::size_t, Arena&) {
    return &static_cast<std::optional<T>*>(self)->emplace();
  }
  static std::pair<void*, std::size_t> items(void* self) {
    auto& held = *static_cast<std::optional<T>*>(self);
    return {held ? &*held : nullptr, held ? 1 : 0};
  }
};

// --- makers of descriptions

constexpr Typed<std::string_view> text_of(std::int64_t max,
                                          Form form = Form::any) {
  Type type{Shape::text, form};
  type.max = max;
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
  type.min = min;
  type.max = max;
  return Typed<T>(type);
}

template <class E, std::size_t N>
constexpr Typed<E> name_of(const std::array<names::Name, N>& all) {
  static_assert(sizeof(E) == 1);
  Type type{Shape::name};
  type.names = all.data();
  type.count = N;
  return Typed<E>(type);
}

template <class C, class T>
constexpr Typed<C> held_in(Shape shape, const Typed<T>& item, std::int64_t min,
                           std::int64_t max) {
  using Of = ContainerOf<C>;
  static_assert(std::is_same_v<typename Of::Item, T>);
  Type type{shape};
  type.min = min;
  type.max = max;
  type.item = &item;
  type.item_size = sizeof(T);
  type.container = {Of::fill, Of::items};
  return Typed<C>(type);
}

template <class T>
constexpr auto list_of(const Typed<T>& item, std::int64_t min,
                       std::int64_t max) {
  return held_in<List<T>>(Shape::list, item, min, max);
}

/// A list that is held as std::vector.
template <class T>
constexpr auto vector_of(const Typed<T>& item, std::int64_t min,
                         std::int64_t max) {
  return held_in<std::vector<T>>(Shape::list, item, min, max);
}

template <class T>
constexpr auto optional_of(const Typed<T>& item) {
  return held_in<std::optional<T>>(Shape::optional, item, 0, 1);
}

/// Names, which keep `form`, with values: a list of pairs whose first member
/// is the name and whose second is at `offset`.
template <class Pair, class T>
constexpr Typed<List<Pair>> map_of(const Typed<T>& item, std::size_t offset,
                                   Form form, std::int64_t min,
                                   std::int64_t max) {
  Type type{Shape::map, form};
  type.min = min;
  type.max = max;
  type.item = &item;
  type.item_size = sizeof(Pair);
  type.container = {ContainerOf<List<Pair>>::fill,
                    ContainerOf<List<Pair>>::items};
  type.pair_offset = static_cast<std::uint16_t>(offset);
  return Typed<List<Pair>>(type);
}

template <class T, std::size_t N>
constexpr Typed<T> object_of(const Field (&fields)[N]) {
  Type type{Shape::object};
  type.fields = fields;
  type.count = N;
  return Typed<T>(type);
}

template <class T, std::size_t N>
constexpr Typed<T> forms_of(const Variant (&variants)[N],
                            std::string_view words) {
  Type type{Shape::forms};
  type.variants = variants;
  type.count = N;
  type.words = words;
  return Typed<T>(type);
}

/// The object's field number `tag` says, by its enumerator, which fields
/// there are. With a tag of -1 it only chooses what is written.
template <class T>
constexpr Typed<T> tagged_by(Typed<T> type, int tag, std::size_t offset) {
  type.tag = static_cast<std::int8_t>(tag);
  type.tag_offset = static_cast<std::int16_t>(offset);
  return type;
}

/// Gives a type its name in schemas and in TypeScript.
template <class T>
constexpr Typed<T> named([[maybe_unused]] const char* name, Typed<T> type) {
#ifdef LOOPLET_MEANINGS
  type.schema_name = name;
#endif
  return type;
}

template <class Member>
constexpr Field make_field(const char* name, const Typed<Member>& type,
                           std::size_t offset, Need need,
                           [[maybe_unused]] const char* meaning,
                           std::uint16_t when = kAlways) {
  return {name,   &type, static_cast<std::uint16_t>(offset), need, when,
#ifdef LOOPLET_MEANINGS
          meaning
#endif
  };
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
