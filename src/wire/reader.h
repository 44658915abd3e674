// Reads a document into a value, by the value's description.
//
//   Result<Survey> survey = read<JsonBackend>(node, kSurvey, Strict::yes);
//
// Every fault is reported, each with its place. A backend says how to look at
// one kind of document and is the only thing that differs between
// nlohmann::ordered_json and emscripten::val.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "looplet/fault.h"
#include "looplet/survey.h"
#include "text/number.h"
#include "text/place.h"
#include "text/report.h"
#include "wire/description.h"
#include "wire/reader_text.h"

namespace looplet::wire {

/// Whether a member that nobody knows is a fault: in what people write, yes;
/// in what programs write, it is passed over.
enum class Strict : bool { no, yes };

template <class Backend>
class Reader {
 public:
  using Node = typename Backend::Node;

  Reader(Strict strict, Arena& arena, Faults& found)
      : faults(found), arena_(arena), strict_(strict == Strict::yes) {}

  Faults& faults;

  void read(const Node& node, const Type& type, void* out, const Place& place) {
    if (stopped_) return;
    if (--values_left_ < 0) return stop(Code::too_large, place, "too many");
    const Kind kind = Backend::kind(node);
    switch (type.shape) {
      case Shape::optional:
        read(node, *type.item, type.container.fill(out, 1, 0, arena_), place);
        break;
      case Shape::forms:
        read_form(node, kind, type, out, place);
        break;
      case Shape::loose_text:
        read_loose(node, kind, type, out, place);
        break;
      default:
        if (!expect(kind, type.shape, place)) return;
        // Lists and objects are levels, as in JSON text; what they are wrapped
        // in here is not.
        const bool level = kind >= Kind::list;
        if (level && depth_ == kMaxDepth) {
          return stop(Code::too_deep, place, "32");
        }
        depth_ += level;
        read_expected(node, type, out, place);
        depth_ -= level;
    }
  }

 private:
  void stop(Code code, const Place& place, std::string_view how) {
    stopped_ = true;
    report(faults, code, place, {how, "a document may hold"});
  }

  bool expect(Kind is, Shape shape, const Place& place) {
    const Kind wanted = kind_of(shape);
    if (is == wanted) return true;
    report(faults, Code::wrong_type, place,
           {kind_words(is), kind_words(wanted)});
    return false;
  }

  void read_expected(const Node& node, const Type& type, void* out,
                     const Place& place) {
    switch (type.shape) {
      case Shape::truth:
        *static_cast<bool*>(out) = Backend::truth(node);
        break;
      case Shape::number:
        *static_cast<double*>(out) = Backend::number(node);
        break;
      case Shape::whole32:
      case Shape::whole64:
        read_whole(Backend::number(node), type, out, place);
        break;
      case Shape::text:
      case Shape::string: {
        const std::string_view text = Backend::text(node, arena_);
        check_text(text, type, place, faults);
        if (type.shape == Shape::text) {
          *static_cast<std::string_view*>(out) = text;
        } else {
          *static_cast<std::string*>(out) = text;
        }
        break;
      }
      case Shape::name:
        read_name(Backend::text(node, arena_), type, out, place, faults);
        break;
      case Shape::list:
        read_list(node, type, out, place);
        break;
      case Shape::map:
        read_map(node, type, out, place);
        break;
      case Shape::object:
        read_object(node, type, out, place);
        break;
      default:
        break;
    }
  }

  void read_whole(double number, const Type& type, void* out,
                  const Place& place) {
    if (!check_whole(number, type, place, faults)) return;
    if (type.shape == Shape::whole32) {
      *static_cast<int*>(out) = static_cast<int>(number);
    } else {
      *static_cast<std::int64_t*>(out) = static_cast<std::int64_t>(number);
    }
  }

  void read_loose(const Node& node, Kind kind, const Type& type, void* out,
                  const Place& place) {
    auto& text = *static_cast<std::string_view*>(out);
    if (kind == Kind::truth) {
      text = Backend::truth(node) ? "true" : "false";
    } else if (kind == Kind::number) {
      const double number = Backend::number(node);
      if (check_whole(number, type, place, faults)) {
        text = arena_.copy(text::whole(static_cast<std::int64_t>(number)));
      }
    } else if (expect(kind, Shape::text, place)) {
      text = Backend::text(node, arena_);
      check_text(text, type, place, faults);
    }
  }

  void read_form(const Node& node, Kind kind, const Type& type, void* out,
                 const Place& place) {
    for (int i = 0; i < type.count; ++i) {
      const Variant& variant = type.variants[i];
      if (variant.kind != kind) continue;
      void* inner = variant.inner(out, &arena_);
      if (variant.type != nullptr) read(node, *variant.type, inner, place);
      return;
    }
    report(faults, Code::wrong_type, place, {kind_words(kind), type.words});
  }

  void read_list(const Node& node, const Type& type, void* out,
                 const Place& place) {
    const std::size_t size = Backend::size(node);
    if (!check_size(size, type, place, faults)) return;
    auto* item = static_cast<char*>(
        type.container.fill(out, size, type.item_size, arena_));
    for (std::size_t i = 0; i < size; ++i, item += type.item_size) {
      const Place here{&place, {}, static_cast<int>(i)};
      read(Backend::item(node, i), *type.item, item, here);
    }
  }

  void read_map(const Node& node, const Type& type, void* out,
                const Place& place) {
    const auto members = Backend::members(node);
    const std::size_t size = Backend::count(members);
    if (!check_size(size, type, place, faults)) return;
    auto* pair = static_cast<char*>(
        type.container.fill(out, size, type.item_size, arena_));
    Type name_type{Shape::text, type.form};
    name_type.max = kMaxId;
    for (std::size_t i = 0; i < size; ++i, pair += type.item_size) {
      auto& name = *reinterpret_cast<std::string_view*>(pair);
      name = Backend::name(members, i, arena_);
      const Place here{&place, name};
      check_text(name, name_type, here, faults);
      read(Backend::value(members, i), *type.item, pair + type.pair_offset,
           here);
    }
  }

  void read_object(const Node& node, const Type& type, void* out,
                   const Place& place) {
    std::uint32_t present = 0;
    std::uint16_t tag = kAlways;
    // An object whose tag is not written tells its kind by its members, so
    // what is missing is known only at the end.
    const bool tagged = type.tag >= 0 || type.tag_offset < 0;
    Node child = Backend::null();
    for (int i = 0; i < type.count; ++i) {
      const Field& field = type.fields[i];
      if ((field.when & tag) == 0 || field.need == Need::derived) continue;
      const bool found =
          Backend::member(node, field.name, child) &&
          (field.need == Need::required || Backend::kind(child) != Kind::null);
      if (found) {
        const std::size_t before = faults.size();
        read(child, *field.type, static_cast<char*>(out) + field.offset,
             Place{&place, field.name});
        present |= std::uint32_t{1} << i;
        // Without its kind, an object's members cannot be told from mistakes.
        if (i == type.tag && faults.size() != before) return;
        if (i == type.tag) tag = tag_of(type, out);
      } else if (field.need == Need::required && tagged) {
        report(faults, Code::missing_field, place, {field.name});
        if (i == type.tag) return;
      }
    }
    if (type.finish != nullptr) type.finish(out, present);
    if (!tagged) {
      tag = tag_of(type, out);
      report_missing(type, tag, present, place);
    }
    if constexpr (Backend::kHunts) {
      if (strict_) hunt_unknown(node, type, tag, place);
    }
  }

  void report_missing(const Type& type, std::uint16_t tag,
                      std::uint32_t present, const Place& place) {
    for (int i = 0; i < type.count; ++i) {
      const Field& field = type.fields[i];
      if (field.need == Need::required && (field.when & tag) != 0 &&
          (present >> i & 1) == 0) {
        report(faults, Code::missing_field, place, {field.name});
      }
    }
  }

  void hunt_unknown(const Node& node, const Type& type, std::uint16_t tag,
                    const Place& place) {
    const auto members = Backend::members(node);
    for (std::size_t m = 0; m < Backend::count(members); ++m) {
      const std::string_view name = Backend::name(members, m, arena_);
      bool known = false;
      for (int i = 0; i < type.count; ++i) {
        known |=
            (type.fields[i].when & tag) != 0 && name == type.fields[i].name;
      }
      if (!known)
        report(faults, Code::unknown_field, Place{&place, name}, {name});
    }
  }

  Arena& arena_;
  std::size_t depth_ = 0;
  std::int64_t values_left_ = Backend::kMaxValues;
  bool strict_;
  bool stopped_ = false;
};

/// Reads one value, its texts and lists into `arena`; `where` is the pointer
/// of `node` in what the caller was given. Faults are added to `faults`.
template <class Backend, class T>
bool read(const typename Backend::Node& node, const Typed<T>& type,
          Strict strict, T& out, Arena& arena, Faults& faults,
          std::string_view where = {}) {
  Reader<Backend> reader(strict, arena, faults);
  const std::size_t before = faults.size();
  reader.read(node, type, &out, place_at(where));
  return faults.size() == before;
}

}  // namespace looplet::wire
