// JavaScript values as documents, so that the survey module carries no JSON
// parser. The same concept as wire/json_backend.h.
#pragma once

#include <emscripten/val.h>

#include <string>
#include <string_view>
#include <vector>

#include "wire/description.h"

extern "C" {
/// The wire::Kind of a value: one call where a chain of `typeof` would be
/// seven. Defined in survey_library.js.
int looplet_kind(emscripten::EM_VAL value);
}

namespace looplet::wire {

struct ValBackend {
  using val = emscripten::val;

  /// More values than a document of 64 KiB can hold; only a JavaScript object
  /// that contains itself gets there.
  static constexpr std::int64_t kMaxValues = 65536;

  // --- reading
  using Node = val;
  static Node null() { return val::null(); }
  static Kind kind(const Node& node) {
    return static_cast<Kind>(looplet_kind(node.as_handle()));
  }
  static std::string text(const Node& node) { return node.as<std::string>(); }
  static double number(const Node& node) { return node.as<double>(); }
  static bool truth(const Node& node) { return node.as<bool>(); }
  static std::size_t size(const Node& node) {
    return static_cast<std::size_t>(node["length"].as<double>());
  }
  static Node item(const Node& node, std::size_t index) {
    return node[static_cast<double>(index)];
  }
  /// A member that is undefined is not there: JSON could not carry it.
  static bool member(const Node& node, const char* name, Node& out) {
    out = node[name];
    return !out.isUndefined();
  }
  static std::vector<std::string> keys(const Node& node) {
    const val list = val::global("Object").call<val>("keys", node);
    std::vector<std::string> keys;
    const std::size_t count = size(list);
    for (std::size_t i = 0; i < count; ++i) keys.push_back(text(item(list, i)));
    return keys;
  }

  // --- writing
  using Value = val;
  static Value null_value() { return val::null(); }
  static Value new_object() { return val::object(); }
  static Value new_list() { return val::array(); }
  static Value from_text(std::string_view text) {
    return val(std::string(text));
  }
  static Value from_truth(bool truth) { return val(truth); }
  static Value from_number(double number) {
    return number - number == 0 ? val(number) : val::null();
  }
  static void set(Value& object, const char* name, const Value& value) {
    object.set(name, value);
  }
  static void push(Value& list, const Value& value) {
    list.set(static_cast<double>(size(list)), value);
  }
};

}  // namespace looplet::wire
