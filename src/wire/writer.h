// Writes values as a document, guided by their descriptions, members in the
// order of the description.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "wire/kind.h"
#include "wire/type_names.h"

namespace looplet::wire {

template <class Backend>
class Writer {
 public:
  using Value = typename Backend::Value;
  static constexpr bool kReads = false;
  static constexpr bool kSchema = false;

  /// The document of a value.
  template <class T>
  static Value document(const T& value) {
    Writer writer;
    return writer.make(value);
  }

  template <class T>
  bool field(std::string_view name, const T& in, Rule rule, const char*) {
    if (rule.need == Need::optional && is_absent(in)) return false;
    Backend::set(open_, name, make(in));
    return true;
  }

  template <class E, class Fields>
  void variants(std::string_view name, const E& in, const char* meaning,
                Fields fields) {
    field(name, in, {}, meaning);
    fields(in);
  }

  class Choice {
   public:
    bool is(Kind, bool active) const { return active; }
    void done(std::string_view) const {}
  };
  Choice choice() const { return {}; }

  /// The value that a choice writes.
  template <class T>
  void value(const T& in, const Rule& = {}) {
    open_ = make(in);
  }
  void null() { open_ = Backend::null_value(); }

  template <class Fields>
  void object(Fields fields) {
    open_ = Backend::new_object();
    fields();
  }

  template <class T>
  void map(const std::vector<std::pair<std::string, T>>& in, const Rule&,
           const Rule&) {
    open_ = Backend::new_object();
    for (const auto& [name, item] : in) Backend::set(open_, name, make(item));
  }

 private:
  static Value make(const std::string& in) { return Backend::from_text(in); }
  static Value make(bool in) { return Backend::from_truth(in); }
  static Value make(double in) { return Backend::from_number(in); }
  static Value make(std::int64_t in) {
    return Backend::from_number(static_cast<double>(in));
  }
  static Value make(int in) { return Backend::from_number(in); }

  template <class E>
  requires NamedEnum<E>
  static Value make(const E& in) {
    return Backend::from_text(
        EnumNames<E>::kNames[static_cast<std::size_t>(in)]);
  }

  template <class T>
  static Value make(const std::optional<T>& in) {
    return in ? make(*in) : Backend::null_value();
  }

  template <class T>
  static Value make(const std::vector<T>& in) {
    Value list = Backend::new_list();
    for (const T& item : in) Backend::push(list, make(item));
    return list;
  }

  // Descriptions take what they visit by reference, to read into it; writing
  // leaves it alone.
  template <class T>
  requires Described<T, Writer>
  static Value make(const T& in) {
    Writer inner;
    inner.object([&] { describe(inner, const_cast<T&>(in)); });
    return std::move(inner.open_);
  }

  template <class T>
  requires DescribedChoice<T, Writer>
  static Value make(const T& in) {
    Writer inner;
    describe_choice(inner, const_cast<T&>(in));
    return std::move(inner.open_);
  }

  /// Whether an optional value is left out: what is empty, and false. Numbers
  /// and names are always written, so that defaults may change.
  template <class T>
  static bool is_absent(const T& in) {
    if constexpr (std::is_same_v<T, bool> || requires { in.has_value(); }) {
      return !in;
    } else if constexpr (requires { in.empty(); }) {
      return in.empty();
    } else {
      return false;
    }
  }

  Value open_ = Backend::null_value();
};

}  // namespace looplet::wire
