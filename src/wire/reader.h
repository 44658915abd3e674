// Reads a document into a value, by the value's description.
//
//   Result<Survey> survey = read<JsonBackend>(node, kSurvey, Strict::yes);
//
// Every fault is reported, each with its place. A backend says how to look at
// one kind of document and is the only thing that differs between
// nlohmann::ordered_json and emscripten::val.
#pragma once

#include <cstdint>
#include <string_view>

#include "looplet/survey.h"
#include "text/number.h"
#include "text/report.h"
#include "text/utf8.h"
#include "wire/reader_text.h"
#include "wire/rows.h"

namespace looplet::wire {

/// Whether a member that nobody knows is a fault: in what people write, yes;
/// in what programs write, it is passed over.
enum class Strict : bool { no, yes };

/// Whose texts a value has: its own, or those of a document that outlives it,
/// where the backend has such texts to lend.
enum class Texts : bool { copied, lent };

template <class Backend>
class Reader {
 public:
  using Node = typename Backend::Node;

  Reader(Strict strict, Reporter& found, Texts texts = Texts::copied)
      : found_(found),
        arena_(found.arena),
        strict_(strict == Strict::yes),
        lent_(texts == Texts::lent) {}

  void read(const Node& node, const TypeRow& type, void* out) {
    if (stopped_) return;
    const Kind kind = Backend::kind(node);
    switch (type.shape) {
      case Shape::optional:
#ifndef LOOPLET_SURVEY_ONLY
      case Shape::maybe:
#endif
        read(node, type.item(), fill(type, out, 1, arena_));
        break;
      case Shape::forms:
        read_form(node, kind, type, out);
        break;
      case Shape::loose_text:
        read_loose(node, kind, type, out);
        break;
      default:
        if (!expect(kind, type.shape)) return;
        // Lists and objects are levels, as in JSON text; what they are wrapped
        // in here is not.
        const bool level = kind >= Kind::list;
        if (level && depth_ == kMaxDepth) {
          stopped_ = true;
          return found_.report(Code::too_deep, "32");
        }
        depth_ += level;
        read_expected(node, type, out);
        depth_ -= level;
    }
  }

 private:
  bool expect(Kind is, Shape shape) {
    const Kind wanted = kind_of(shape);
    if (is == wanted) return true;
    found_.report(Code::wrong_type, kind_words(is), kind_words(wanted));
    return false;
  }

  void read_expected(const Node& node, const TypeRow& type, void* out) {
    switch (type.shape) {
      case Shape::truth:
        *static_cast<bool*>(out) = Backend::truth(node);
        break;
      case Shape::number:
        *static_cast<double*>(out) = Backend::number(node);
        break;
      case Shape::whole32:
      case Shape::whole64:
        read_whole(Backend::number(node), type, out);
        break;
      case Shape::text:
        read_text(node, type, *static_cast<std::string_view*>(out));
        break;
#ifndef LOOPLET_SURVEY_ONLY
      case Shape::string: {
        std::string_view text;
        read_text(node, type, text);
        *static_cast<std::string*>(out) = text;
        break;
      }
      case Shape::array:
      case Shape::vector:
#endif
      case Shape::list:
        read_list(node, type, out);
        break;
      case Shape::name:
        read_name(text_of(node), type, out, found_);
        break;
      case Shape::map:
        read_map(node, type, out);
        break;
      case Shape::object:
        read_object(node, type, out);
        break;
      default:
        break;
    }
  }

  void read_whole(double number, const TypeRow& type, void* out) {
    if (!check_whole(number, type.range(), found_)) return;
    if (type.shape == Shape::whole32) {
      *static_cast<int*>(out) = static_cast<int>(number);
    } else {
      *static_cast<std::int64_t*>(out) = static_cast<std::int64_t>(number);
    }
  }

  std::string_view text_of(const Node& node) {
    if constexpr (Backend::kLends) {
      if (lent_) return Backend::lent_text(node);
    }
    return Backend::text(node, arena_);
  }

  void read_text(const Node& node, const TypeRow& type,
                 std::string_view& text) {
    text = text_of(node);
    check(text, type.form, type.most());
  }

  void check(const std::string_view& text, Form form, std::int64_t most) {
    if constexpr (Backend::kMayBeBroken) {
      if (!looplet::text::is_utf8(text)) return found_.report(Code::not_utf8);
    }
    check_text(text, form, most, found_);
  }

  void read_loose(const Node& node, Kind kind, const TypeRow& type, void* out) {
    auto& text = *static_cast<std::string_view*>(out);
    if (kind == Kind::truth) {
      text = Backend::truth(node) ? "true" : "false";
    } else if (kind == Kind::number) {
      const double number = Backend::number(node);
      if (check_whole(number, type.range(), found_)) {
        text = looplet::text::whole(static_cast<std::int64_t>(number), arena_);
      }
    } else if (expect(kind, Shape::text)) {
      read_text(node, type, text);
    }
  }

  void read_form(const Node& node, Kind kind, const TypeRow& type, void* out) {
    for (int i = 0; i < type.count; ++i) {
      const FormRow& form = type.variant(i);
      if (form.kind != kind) continue;
      void* inner = begin_form(form, out, arena_);
      if (form.type() != nullptr) read(node, *form.type(), inner);
      return;
    }
    found_.report(Code::wrong_type, kind_words(kind), type.words());
  }

  void read_list(const Node& node, const TypeRow& type, void* out) {
    const std::size_t size = Backend::size(node);
    if (!check_size(size, type, found_)) return;
    char* item = fill(type, out, size, arena_);
    for (std::size_t i = 0; i < size; ++i, item += type.item_size()) {
      const Below here(found_, i);
      read(Backend::item(node, i), type.item(), item);
    }
  }

  void read_map(const Node& node, const TypeRow& type, void* out) {
    const auto members = Backend::members(node);
    const std::size_t size = Backend::count(members);
    if (!check_size(size, type, found_)) return;
    char* pair = fill(type, out, size, arena_);
    for (std::size_t i = 0; i < size; ++i, pair += type.item_size()) {
      auto& name = *reinterpret_cast<std::string_view*>(pair);
      name = Backend::name(members, i, arena_);
      const Below here(found_, name);
      check(name, type.form, kMaxId);
      read(Backend::value(members, i), type.item(),
           pair + sizeof(std::string_view));
    }
  }

  void read_object(const Node& node, const TypeRow& type, void* out) {
    std::uint32_t present = 0;
    std::uint8_t tag = kAlways;
    // An object whose tag is not written tells its kind by its members, so
    // what is missing is known only at the end.
    const bool tagged = type.tag() >= 0 || type.tag_offset() < 0;
    Node child = Backend::null();
    for (int i = 0; i < type.count; ++i) {
      const FieldRow& field = type.field(i);
      if ((field.when & tag) == 0 || field.need == Need::derived) continue;
      const std::size_t before = found_.count();
      if (Backend::member(node, field.name(), child) &&
          (field.need == Need::required ||
           Backend::kind(child) != Kind::null)) {
        const Below here(found_, field.name());
        read(child, field.type(), static_cast<char*>(out) + field.offset);
        present |= std::uint32_t{1} << i;
      } else if (tagged) {
        report_missing(field);
      }
      if (i == type.tag()) {
        // Without its kind, an object's members cannot be told from mistakes.
        if (found_.count() != before) return;
        tag = tag_of(type, out);
      }
    }
    type.finish(out, present);
    if (!tagged) {
      tag = tag_of(type, out);
      for (int i = 0; i < type.count; ++i) {
        const FieldRow& field = type.field(i);
        if ((field.when & tag) != 0 && (present >> i & 1) == 0) {
          report_missing(field);
        }
      }
    }
    if constexpr (Backend::kHunts) {
      if (strict_) hunt_unknown(node, type, tag);
    }
  }

  void report_missing(const FieldRow& field) {
    if (field.need == Need::required) {
      found_.report(Code::missing_field, field.name());
    }
  }

  void hunt_unknown(const Node& node, const TypeRow& type, std::uint8_t tag) {
    const auto members = Backend::members(node);
    for (std::size_t m = 0; m < Backend::count(members); ++m) {
      const std::string_view name = Backend::name(members, m, arena_);
      bool known = false;
      for (int i = 0; i < type.count; ++i) {
        const FieldRow& field = type.field(i);
        known |= (field.when & tag) != 0 && name == field.name();
      }
      if (!known) {
        const Below here(found_, name);
        found_.report(Code::unknown_field, name);
      }
    }
  }

  Reporter& found_;
  Arena& arena_;
  std::size_t depth_ = 0;
  bool strict_;
  [[maybe_unused]] bool lent_;
  bool stopped_ = false;
};

#ifndef LOOPLET_SURVEY_ONLY
/// Reads one value, its texts and lists into the reporter's arena; true when
/// nothing was wrong with it.
template <class Backend, class T>
bool read(const typename Backend::Node& node, const Typed<T>& type,
          Strict strict, T& out, Reporter& found) {
  const std::size_t before = found.count();
  Reader<Backend>(strict, found).read(node, type, &out);
  return found.count() == before;
}

/// The same, with faults for those who keep no reporter.
template <class Backend, class T>
bool read(const typename Backend::Node& node, const Typed<T>& type,
          Strict strict, T& out, Arena& arena, Faults& faults) {
  Reporter found(arena);
  if (read<Backend>(node, type, strict, out, found)) return true;
  for (Fault& fault : found.faults()) faults.push_back(std::move(fault));
  return false;
}
#endif

}  // namespace looplet::wire
