#include "wire/description.h"

#include "wire/reader_text.h"
#include "wire/writer.h"

namespace looplet::wire {

std::string_view kind_words(Kind kind) {
  static constexpr std::string_view kWords[] = {
      "null",   "true or false", "a number",   "a text",
      "a list", "an object",     "not a value"};
  return kWords[static_cast<std::size_t>(kind)];
}

void* fill_list(void* self, std::size_t count, std::size_t size, Arena& arena) {
  // A List is a pointer and a count, whatever it points to.
  auto* first = static_cast<char*>(arena.take(count * size));
  *static_cast<List<char>*>(self) = {first, count};
  return first;
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
      return Kind::list;
    case Shape::map:
    case Shape::object:
      return Kind::object;
    default:
      return Kind::text;
  }
}

std::uint16_t tag_of(const Type& type, const void* value) {
  if (type.tag_offset < 0) return kAlways;
  const auto* self = static_cast<const std::uint8_t*>(value);
  return static_cast<std::uint16_t>(1u << self[type.tag_offset]);
}

bool is_absent(const Type& type, void* value) {
  switch (type.shape) {
    case Shape::truth:
      return !*static_cast<bool*>(value);
    case Shape::text:
    case Shape::loose_text:
      return static_cast<std::string_view*>(value)->empty();
    case Shape::string:
      return static_cast<std::string*>(value)->empty();
    case Shape::list:
    case Shape::map:
    case Shape::optional:
      return type.container.items(value).second == 0;
    case Shape::forms:
      // A value that is in none of its forms, or in an empty one.
      for (int i = 0; i < type.count; ++i) {
        const Variant& variant = type.variants[i];
        void* inner = variant.inner(value, nullptr);
        if (inner == nullptr) continue;
        return variant.type == nullptr || is_absent(*variant.type, inner);
      }
      return true;
    default:
      return false;
  }
}

}  // namespace looplet::wire
