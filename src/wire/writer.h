// Writes a value as a document, by the value's description, members in the
// order of the description.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "wire/description.h"
#include "wire/reader_text.h"

namespace looplet::wire {

/// Whether an optional value is left out: what is empty, and false. Numbers
/// and names are always written, so that defaults may change.
bool is_absent(const Type& type, void* value);

template <class Backend>
struct Writer {
  using Value = typename Backend::Value;

  // Containers are looked into by the functions that fill them, so nothing
  // here is const; nothing is changed all the same.
  static Value write(const Type& type, void* in) {
    switch (type.shape) {
      case Shape::nothing:
        return Backend::null_value();
      case Shape::truth:
        return Backend::from_truth(*static_cast<bool*>(in));
      case Shape::whole32:
        return Backend::from_number(*static_cast<int*>(in));
      case Shape::whole64:
        return Backend::from_number(
            static_cast<double>(*static_cast<std::int64_t*>(in)));
      case Shape::number:
        return Backend::from_number(*static_cast<double*>(in));
      case Shape::text:
      case Shape::loose_text:
        return Backend::from_text(*static_cast<std::string_view*>(in));
      case Shape::string:
        return Backend::from_text(*static_cast<std::string*>(in));
      case Shape::name:
        return Backend::from_text(type.names[*static_cast<std::uint8_t*>(in)]);
      case Shape::list:
        return write_list(type, in);
      case Shape::map:
        return write_map(type, in);
      case Shape::optional: {
        const auto [held, count] = type.container.items(in);
        return count == 0 ? Backend::null_value() : write(*type.item, held);
      }
      case Shape::object:
        return write_object(type, in);
      case Shape::forms:
        for (int i = 0; i < type.count; ++i) {
          const Variant& variant = type.variants[i];
          void* inner = variant.inner(in, nullptr);
          if (inner == nullptr) continue;
          return variant.type == nullptr ? Backend::null_value()
                                         : write(*variant.type, inner);
        }
        break;
    }
    return Backend::null_value();
  }

 private:
  static Value write_list(const Type& type, void* in) {
    const auto [items, count] = type.container.items(in);
    auto* item = static_cast<char*>(items);
    Value list = Backend::new_list(count);
    for (std::size_t i = 0; i < count; ++i, item += type.item_size) {
      Backend::push(list, write(*type.item, item));
    }
    return list;
  }

  static Value write_map(const Type& type, void* in) {
    const auto [items, count] = type.container.items(in);
    auto* pair = static_cast<char*>(items);
    Value object = Backend::new_object(count);
    for (std::size_t i = 0; i < count; ++i, pair += type.item_size) {
      Backend::set_named(object, *reinterpret_cast<std::string_view*>(pair),
                         write(*type.item, pair + type.pair_offset));
    }
    return object;
  }

  static Value write_object(const Type& type, void* in) {
    auto* self = static_cast<char*>(in);
    const std::uint16_t tag = tag_of(type, in);
    Value object = Backend::new_object(type.count);
    for (int i = 0; i < type.count; ++i) {
      const Field& field = type.fields[i];
      if ((field.when & tag) == 0) continue;
      void* member = self + field.offset;
      if (field.need == Need::optional && is_absent(*field.type, member)) {
        continue;
      }
      Backend::set(object, field.name, write(*field.type, member));
    }
    return object;
  }
};

template <class Backend, class T>
typename Backend::Value write(const Typed<T>& type, const T& value) {
  return Writer<Backend>::write(type, const_cast<T*>(&value));
}

}  // namespace looplet::wire
