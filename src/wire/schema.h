// Writes the JSON Schema (draft 2020-12) of a type from its description. The
// TypeScript types are made from these files.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/survey.h"
#include "wire/kind.h"
#include "wire/type_names.h"

namespace looplet::wire {

/// The schema's name of a described type; a type without one is written in
/// place.
template <class T>
struct TypeName;

template <class T>
concept Named = requires {
  TypeName<T>::kName;
};

class Schema {
 public:
  using Json = nlohmann::ordered_json;
  static constexpr bool kReads = true;
  static constexpr bool kSchema = true;

  /// The definitions of T and of all it is made of, in the order they were
  /// met.
  template <class T>
  static Json definitions() {
    Schema schema;
    T sample{};
    schema.value(sample, {});
    return std::move(schema.definitions_);
  }

  /// As `definitions`, added to those there are.
  template <class T>
  static void add_definitions(Json& definitions) {
    Schema schema;
    schema.definitions_ = std::move(definitions);
    T sample{};
    schema.value(sample, {});
    definitions = std::move(schema.definitions_);
  }

  template <class T>
  bool field(std::string_view name, T& sample, Rule rule, const char* meaning) {
    Json inner = inside([&] { value(sample, rule); });
    if (rule.need == Need::nullable) inner = nullable(std::move(inner));
    inner["description"] = meaning;
    (*slot_)["properties"][std::string(name)] = std::move(inner);
    if (rule.need != Need::optional) (*slot_)["required"].push_back(name);
    return true;
  }

  void passed_over(std::string_view) {}

  template <class E, class Fields>
  void variants(std::string_view name, E&, const char* meaning, Fields fields) {
    const Json common = *slot_;
    Json all = Json::array();
    for (std::size_t i = 0; i < EnumNames<E>::kNames.size(); ++i) {
      Json one = common;
      one["properties"][std::string(name)] = {
          {"const", EnumNames<E>::kNames[i]}, {"description", meaning}};
      one["required"].push_back(name);
      Json* outer = std::exchange(slot_, &one);
      fields(static_cast<E>(i));
      slot_ = outer;
      all.push_back(std::move(one));
    }
    *slot_ = {{"oneOf", std::move(all)}};
  }

  class Choice {
   public:
    explicit Choice(Schema& schema) : schema_(schema), outer_(schema.slot_) {}
    bool is(Kind, bool) {
      close();
      open_ = true;
      form_ = Json::object();
      schema_.slot_ = &form_;
      return true;
    }
    void done(std::string_view) {
      close();
      schema_.slot_ = outer_;
      *outer_ = forms_.size() == 1 ? forms_[0] : Json{{"anyOf", forms_}};
    }

   private:
    void close() {
      if (open_) forms_.push_back(std::move(form_));
      open_ = false;
    }
    Schema& schema_;
    Json* outer_;
    Json form_;
    Json forms_ = Json::array();
    bool open_ = false;
  };
  Choice choice() { return Choice(*this); }

  void null() { *slot_ = {{"type", "null"}}; }

  void value(std::string&, const Rule& rule = {}) {
    Json& out = *slot_ = {{"type", "string"}};
    if (rule.form == Form::any) out["minLength"] = 1;
    if (rule.max > 0) out["maxLength"] = rule.max;
    switch (rule.form) {
      case Form::id:
        out["pattern"] = "^[A-Za-z0-9][A-Za-z0-9_-]*$";
        break;
      case Form::tag:
        out["pattern"] = kTagPattern;
        break;
      case Form::uuid:
        out["format"] = "uuid";
        break;
      case Form::time:
        out["format"] = "date-time";
        break;
      case Form::path:
        out["pattern"] = "^/(?!/)[^?#\\\\\\s]*$";
        break;
      default:
        break;
    }
  }
  void value(bool&, const Rule& = {}) { *slot_ = {{"type", "boolean"}}; }
  void value(double&, const Rule& = {}) { *slot_ = {{"type", "number"}}; }
  void value(std::int64_t&, const Rule& rule) {
    *slot_ = {{"type", "integer"}};
    if (rule.min != rule.max) {
      (*slot_)["minimum"] = rule.min;
      (*slot_)["maximum"] = rule.max;
    } else {
      *slot_ = {{"const", rule.min}};
    }
  }
  void value(int&, const Rule& rule) {
    std::int64_t wide = 0;
    value(wide, rule);
  }
  template <class E>
  requires NamedEnum<E>
  void value(E&, const Rule& = {}) {
    *slot_ = {{"enum", Json::array()}};
    for (const std::string_view name : EnumNames<E>::kNames) {
      (*slot_)["enum"].push_back(name);
    }
  }
  template <class T>
  void value(std::optional<T>&, const Rule& rule) {
    T inner{};
    value(inner, rule);
  }
  template <class T>
  void value(std::vector<T>&, const Rule& rule) {
    T sample{};
    const Rule item{Need::required, rule.item_min, rule.item_max, rule.form};
    Json inner = inside([&] { value(sample, item); });
    *slot_ = {{"type", "array"}, {"items", std::move(inner)}};
    if (rule.min > 0) (*slot_)["minItems"] = rule.min;
    (*slot_)["maxItems"] = rule.max;
  }
  template <class T>
  requires Described<T, Schema>
  void value(T& sample, const Rule& = {}) {
    named<T>([&] { object([&] { describe(*this, sample); }); });
  }
  template <class T>
  requires DescribedChoice<T, Schema>
  void value(T& sample, const Rule& = {}) {
    named<T>([&] { describe_choice(*this, sample); });
  }

  template <class Fields>
  void object(Fields fields) {
    *slot_ = {{"type", "object"},
              {"properties", Json::object()},
              {"required", Json::array()},
              {"additionalProperties", false}};
    fields();
  }

  template <class T>
  void map(std::vector<std::pair<std::string, T>>&, const Rule& names,
           const Rule& values) {
    T sample{};
    Json inner = inside([&] { value(sample, values); });
    *slot_ = {{"type", "object"},
              {"additionalProperties", std::move(inner)},
              {"maxProperties", names.max}};
    if (names.min > 0) (*slot_)["minProperties"] = names.min;
    if (names.form == Form::tag) {
      (*slot_)["propertyNames"] = {{"pattern", kTagPattern}};
    }
  }

 private:
  static constexpr const char* kTagPattern =
      "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

  static Json nullable(Json inner) {
    return {{"anyOf", Json::array({std::move(inner), {{"type", "null"}}})}};
  }

  /// What `fill` writes, apart from what is being written.
  template <class Fill>
  Json inside(Fill fill) {
    Json inner = Json::object();
    Json* outer = std::exchange(slot_, &inner);
    fill();
    slot_ = outer;
    return inner;
  }

  /// A named type is written once among the definitions, and referred to.
  template <class T, class Fill>
  void named(Fill fill) {
    if constexpr (Named<T>) {
      const std::string name(TypeName<T>::kName);
      if (!definitions_.contains(name)) {
        definitions_[name] = nullptr;  // met: a type may contain itself
        Json inner = inside(fill);
        definitions_[name] = std::move(inner);
      }
      *slot_ = {{"$ref", "#/$defs/" + name}};
    } else {
      fill();
    }
  }

  Json definitions_ = Json::object();
  Json root_ = Json::object();
  Json* slot_ = &root_;
};

}  // namespace looplet::wire
