#include "wire/description.h"

#include <cstring>

#include "wire/reader_text.h"

namespace looplet::wire {
namespace {

/// A list of anything, empty again and with so many items. A List is a pointer
/// and a count, whatever it points to.
char* fill_list(void* self, std::size_t count, std::size_t size, Arena& arena) {
  auto* first = static_cast<char*>(arena.take(count * size));
  *static_cast<List<char>*>(self) = {first, count};
  return first;
}

}  // namespace

const char* kind_words(Kind kind) {
  static constexpr const char* kWords[] = {
      "null",   "true or false", "a number",   "a text",
      "a list", "an object",     "not a value"};
  return kWords[static_cast<std::size_t>(kind)];
}

char* fill(const TypeRow& type, void* self, std::size_t count, Arena& arena) {
  switch (type.shape) {
    case Shape::optional: {
      auto* value = static_cast<char*>(self);
      std::memset(value, 0, type.item_size());
      value[type.item_size()] = 1;
      return value;
    }
#ifndef LOOPLET_SURVEY_ONLY
    case Shape::array:
      return static_cast<char*>(self);
    case Shape::vector:
    case Shape::maybe:
      return static_cast<char*>(type.container->fill(self, count));
#endif
    default:
      return fill_list(self, count, type.item_size(), arena);
  }
}

List<char> items(const TypeRow& type, void* self) {
  auto* value = static_cast<char*>(self);
  switch (type.shape) {
    case Shape::optional:
      return {value, value[type.item_size()] != 0};
    case Shape::array:
      return {value, static_cast<std::size_t>(type.most())};
#ifndef LOOPLET_SURVEY_ONLY
    case Shape::vector:
    case Shape::maybe: {
      const auto [first, count] = type.container->items(self);
      return {static_cast<char*>(first), count};
    }
#endif
    default:
      return *static_cast<List<char>*>(self);
  }
}

Kind kind_of(Shape shape) {
  switch (shape) {
    case Shape::truth:
      return Kind::truth;
    case Shape::whole32:
    case Shape::whole64:
    case Shape::number:
      return Kind::number;
    case Shape::list:
    case Shape::array:
    case Shape::vector:
      return Kind::list;
    case Shape::map:
    case Shape::object:
      return Kind::object;
    default:
      return Kind::text;
  }
}

std::uint8_t tag_of(const TypeRow& type, const void* value) {
  if (type.tag_offset() < 0) return kAlways;
  const auto* self = static_cast<const std::uint8_t*>(value);
  return static_cast<std::uint8_t>(1u << self[type.tag_offset()]);
}

void* begin_form(const FormRow& form, void* self, Arena& arena) {
  auto* value = static_cast<char*>(self);
  if (form.part == Part::only) {
    value = fill_list(self, 1, form.item_size, arena);
  } else if (form.part == Part::member) {
    *value = static_cast<char>(form.tag);
  }
  return value + form.offset;
}

const FormRow* form_of(const TypeRow& type, void* self, void*& inner) {
  const auto& list = *static_cast<List<char>*>(self);
  for (int i = 0; i < type.count; ++i) {
    const FormRow& form = type.variant(i);
    auto* value = static_cast<char*>(self);
    if (form.part == Part::several && list.size() < 2) continue;
    if (form.part == Part::only) {
      if (list.size() != 1) continue;
      value = list.begin();
      const TypeRow* guard = form.guard();
      if (guard != nullptr && !is_absent(*guard, value)) continue;
    }
    if (form.part == Part::member && *value != static_cast<char>(form.tag)) {
      continue;
    }
    inner = value + form.offset;
    return &form;
  }
  return nullptr;
}

bool is_absent(const TypeRow& type, void* value) {
  switch (type.shape) {
    case Shape::truth:
      return !*static_cast<bool*>(value);
    case Shape::text:
    case Shape::loose_text:
      return static_cast<std::string_view*>(value)->empty();
#ifndef LOOPLET_SURVEY_ONLY
    case Shape::string:
      return static_cast<std::string*>(value)->empty();
    case Shape::vector:
    case Shape::maybe:
#endif
    case Shape::list:
    case Shape::map:
    case Shape::optional:
      return items(type, value).empty();
    case Shape::forms: {
      // A value that is in none of its forms, or in an empty one.
      void* inner;
      const FormRow* form = form_of(type, value, inner);
      return form == nullptr || form->type() == nullptr ||
             is_absent(*form->type(), inner);
    }
    default:
      return false;
  }
}

}  // namespace looplet::wire
