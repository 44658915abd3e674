// Writes a value as a document, by the value's description, members in the
// order of the description.
#pragma once

#include <cstdint>
#include <string>

#include "core/fraction.h"
#include "wire/reader_text.h"
#include "wire/rows.h"

namespace looplet::wire {

template <class Backend>
struct Writer {
  using Value = typename Backend::Value;

  // What holds items is looked into by the functions that fill it, so nothing
  // here is const; nothing is changed all the same.
  static Value write(const TypeRow& type, void* in) {
    switch (type.shape) {
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
      case Shape::name:
        return Backend::from_text(type.name(*static_cast<std::uint8_t*>(in)));
      case Shape::fraction: {
        char text[kLongestFraction];
        return Backend::from_text(
            {text, write_fraction(*static_cast<Fraction*>(in), text)});
      }
#ifndef LOOPLET_SURVEY_ONLY
      case Shape::string:
        return Backend::from_text(*static_cast<std::string*>(in));
      case Shape::vector:
#endif
      case Shape::list:
      case Shape::array:
        return write_list(type, in);
      case Shape::map:
        return write_map(type, in);
      case Shape::object:
        return write_object(type, in);
#ifndef LOOPLET_SURVEY_ONLY
      case Shape::maybe:
#endif
      case Shape::optional: {
        const List<char> held = items(type, in);
        if (held.empty()) break;
        return write(type.item(), held.begin());
      }
      case Shape::forms: {
        void* inner;
        const FormRow* form = form_of(type, in, inner);
        if (form == nullptr || form->type() == nullptr) break;
        return write(*form->type(), inner);
      }
      default:
        break;
    }
    return Backend::null_value();
  }

 private:
  static Value write_list(const TypeRow& type, void* in) {
    const List<char> all = items(type, in);
    char* item = all.begin();
    Value list = Backend::new_list();
    for (std::size_t i = 0; i < all.size(); ++i, item += type.item_size()) {
      Backend::push(list, write(type.item(), item));
    }
    return list;
  }

  static Value write_map(const TypeRow& type, void* in) {
    const List<char> all = items(type, in);
    char* pair = all.begin();
    Value object = Backend::new_object();
    for (std::size_t i = 0; i < all.size(); ++i, pair += type.item_size()) {
      const auto& name = *reinterpret_cast<std::string_view*>(pair);
      Backend::set_named(object, name,
                         write(type.item(), pair + sizeof(std::string_view)));
    }
    return object;
  }

  static Value write_object(const TypeRow& type, void* in) {
    auto* self = static_cast<char*>(in);
    const std::uint8_t tag = tag_of(type, in);
    Value object = Backend::new_object();
    for (int i = 0; i < type.count; ++i) {
      const FieldRow& field = type.field(i);
      if (!is_written(field, tag, self)) continue;
      Backend::set(object, field.name(),
                   write(field.type(), self + field.offset));
    }
    return object;
  }

  static bool is_written(const FieldRow& field, std::uint8_t tag, char* self) {
    return (field.when & tag) != 0 &&
           (field.need != Need::optional ||
            !is_absent(field.type(), self + field.offset));
  }
};

#ifndef LOOPLET_SURVEY_ONLY
template <class Backend, class T>
typename Backend::Value write(const Typed<T>& type, const T& value) {
  return Writer<Backend>::write(type, const_cast<T*>(&value));
}
#endif

}  // namespace looplet::wire
