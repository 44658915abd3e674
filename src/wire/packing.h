// Packs descriptions at compile time (packed.h). What is made into rows is all
// that the roots lead to.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "wire/packed.h"

namespace looplet::wire::packed {

/// More than a survey module has of anything; what is not used is not kept.
constexpr std::size_t kMostTypes = 128;
constexpr std::size_t kMostFields = 256;
constexpr std::size_t kMostForms = 64;
constexpr std::size_t kMostLimits = 64;
constexpr std::size_t kMostFinishes = 16;
constexpr std::size_t kMostText = 4096;

/// Texts one after another, each once.
struct Texts {
  std::array<char, kMostText> all{};
  std::size_t size = 0;

  constexpr std::string_view at(std::size_t place) const {
    return all.data() + place;
  }
  constexpr std::size_t add(std::string_view text) {
    const std::size_t place = size;
    for (const char c : text) all[size++] = c;
    ++size;
    return place;
  }
  /// The place of a text, which is added if it is new.
  constexpr std::size_t place_of(std::string_view text) {
    for (std::size_t i = 0; i < size; i += at(i).size() + 1) {
      if (at(i) == text) return i;
    }
    return add(text);
  }
};

struct Packing {
  std::array<const wire::Type*, kMostTypes> known{};
  std::array<Type, kMostTypes> types{};
  std::array<Field, kMostFields> fields{};
  std::array<Form, kMostForms> forms{};
  std::array<Limits, kMostLimits> limits{};
  std::array<Finish, kMostFinishes> finishes{};
  Texts texts;
  std::size_t type_count = 0;
  std::size_t field_count = 0;
  std::size_t form_count = 0;
  std::size_t limit_count = 0;
  std::size_t finish_count = 0;

  template <std::size_t N>
  constexpr explicit Packing(const std::array<const wire::Type*, N>& roots) {
    add_finish([](void*, std::uint32_t) {});
    for (const wire::Type* root : roots) row_of(root);
    for (std::size_t i = 0; i < type_count; ++i) find_children(*known[i]);
    for (std::size_t i = 0; i < type_count; ++i) pack(*known[i], types[i]);
  }

 private:
  constexpr std::uint8_t row_of(const wire::Type* type) {
    if (type == nullptr) return kNone;
    for (std::size_t i = 0; i < type_count; ++i) {
      if (known[i] == type || are_alike(*known[i], *type)) {
        return static_cast<std::uint8_t>(i);
      }
    }
    known[type_count] = type;
    return static_cast<std::uint8_t>(type_count++);
  }

  /// Whether two values with nothing inside are read and written alike.
  static constexpr bool are_alike(const wire::Type& a, const wire::Type& b) {
    return a.shape <= Shape::loose_text && a.shape == b.shape &&
           a.form == b.form && a.min == b.min && a.max == b.max;
  }

  constexpr std::uint16_t add_finish(Finish finish) {
    finishes[finish_count] = finish;
    return static_cast<std::uint16_t>(finish_count++);
  }

  constexpr std::uint16_t limits_of(const wire::Type& type) {
    for (std::size_t i = 0; i < limit_count; ++i) {
      if (limits[i].min == type.min && limits[i].max == type.max) {
        return static_cast<std::uint16_t>(i);
      }
    }
    limits[limit_count] = {type.min, type.max};
    return static_cast<std::uint16_t>(limit_count++);
  }

  static constexpr bool has_item(Shape shape) {
    return shape == Shape::list || shape == Shape::array ||
           shape == Shape::map || shape == Shape::optional;
  }

  constexpr void find_children(const wire::Type& type) {
    if (has_item(type.shape)) row_of(type.of.item);
    for (int i = 0; i < type.count; ++i) {
      if (type.shape == Shape::object) row_of(type.of.fields[i].of);
      if (type.shape == Shape::forms) {
        row_of(type.of.variants[i].of);
        row_of(type.of.variants[i].unless);
      }
    }
  }

  constexpr void pack(const wire::Type& type, Type& row) {
    row.shape = type.shape;
    row.form = type.form;
    row.count = type.count;
    row.size = type.size;
    switch (type.shape) {
      case Shape::whole32:
      case Shape::whole64:
      case Shape::loose_text:
        row.first = limits_of(type);
        break;
      case Shape::text:
        row.high = static_cast<std::uint16_t>(type.max);
        break;
      case Shape::list:
      case Shape::array:
      case Shape::map:
      case Shape::optional:
        row.low = static_cast<std::int8_t>(type.min);
        row.high = static_cast<std::uint16_t>(type.max);
        row.first = row_of(type.of.item);
        break;
      case Shape::name:
        row.first = static_cast<std::uint16_t>(texts.size);
        for (int i = 0; i < type.count; ++i) texts.add(type.of.names[i]);
        break;
      case Shape::object:
        row.low = type.tag_field;
        row.size = static_cast<std::uint16_t>(type.tag_at);
        row.high = type.finisher == nullptr ? 0 : add_finish(type.finisher);
        row.first = static_cast<std::uint16_t>(field_count);
        for (int i = 0; i < type.count; ++i) pack_field(type.of.fields[i]);
        break;
      case Shape::forms:
        row.high = static_cast<std::uint16_t>(texts.place_of(type.kinds));
        row.first = static_cast<std::uint16_t>(form_count);
        for (int i = 0; i < type.count; ++i) pack_form(type.of.variants[i]);
        break;
      default:
        break;
    }
  }

  constexpr void pack_field(const wire::Field& field) {
    Field& row = fields[field_count++];
    row.text = static_cast<std::uint16_t>(texts.place_of(field.text));
    row.offset = field.offset;
    row.row = row_of(field.of);
    row.when = field.when;
    row.need = field.need;
  }

  constexpr void pack_form(const wire::Variant& form) {
    Form& row = forms[form_count++];
    row.kind = form.kind;
    row.part = form.part;
    row.tag = form.tag;
    row.offset = form.offset;
    row.item_size = static_cast<std::uint8_t>(form.item_size);
    row.row = row_of(form.of);
    row.guard_row = row_of(form.unless);
  }
};

template <std::size_t N, class T, std::size_t M>
constexpr std::array<T, N> first_of(const std::array<T, M>& all) {
  std::array<T, N> kept{};
  for (std::size_t i = 0; i < N; ++i) kept[i] = all[i];
  return kept;
}

/// The rows of a packing, and no more.
template <const Packing& kPacking>
struct Packed {
  static constexpr auto types = first_of<kPacking.type_count>(kPacking.types);
  static constexpr auto fields =
      first_of<kPacking.field_count>(kPacking.fields);
  static constexpr auto forms = first_of<kPacking.form_count>(kPacking.forms);
  static constexpr auto limits =
      first_of<kPacking.limit_count>(kPacking.limits);
  static constexpr auto finishes =
      first_of<kPacking.finish_count>(kPacking.finishes);
  static constexpr auto text =
      first_of<kPacking.texts.size>(kPacking.texts.all);
};

}  // namespace looplet::wire::packed
