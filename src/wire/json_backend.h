// nlohmann::ordered_json as a document to read, and its text as one to write:
// the native programs, the tests and the analysis module.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/themes.h"
#include "wire/description.h"
#include "wire/json_written.h"

namespace looplet::wire {

/// A document as text. What is not UTF-8 in it becomes U+FFFD.
inline std::string text_of_document(const nlohmann::ordered_json& document) {
  return document.dump(-1, ' ', false,
                       nlohmann::ordered_json::error_handler_t::replace);
}

struct JsonBackend {
  using Json = nlohmann::ordered_json;

  static constexpr bool kHunts = true;  ///< for fields that nobody knows

  /// A document that was put together in C++ may hold any bytes.
  static constexpr bool kMayBeBroken = true;

  /// Whoever reads JSON text has room for the rules of themes.
  static CommentReader comments() { return comment_sense; }

  // --- reading
  using Node = const Json*;
  static Node null() { return nullptr; }

  static Kind kind(Node node) {
    if (node == nullptr) return Kind::null;
    switch (node->type()) {
      case Json::value_t::null:
        return Kind::null;
      case Json::value_t::boolean:
        return Kind::truth;
      case Json::value_t::string:
        return Kind::text;
      case Json::value_t::array:
        return Kind::list;
      case Json::value_t::object:
        return Kind::object;
      case Json::value_t::number_integer:
      case Json::value_t::number_unsigned:
      case Json::value_t::number_float:
        return Kind::number;
      default:
        return Kind::other;
    }
  }
  // The reader asks for a value only after it has seen the kind.
  static std::string_view text(Node node, Arena& arena) {
    return arena.copy(lent_text(node));
  }
  static constexpr bool kLends = true;
  static std::string_view lent_text(Node node) {
    return *node->get_ptr<const Json::string_t*>();
  }
  static double number(Node node) { return node->get<double>(); }
  static bool truth(Node node) {
    return *node->get_ptr<const Json::boolean_t*>();
  }
  static std::size_t size(Node node) { return node->size(); }
  static Node item(Node node, std::size_t index) { return &(*node)[index]; }
  static bool member(Node node, std::string_view name, Node& out) {
    for (const auto& entry : *node->get_ptr<const Json::object_t*>()) {
      if (entry.first == name) {
        out = &entry.second;
        return true;
      }
    }
    return false;
  }

  /// All members, in the order of the text.
  using Members = const Json::object_t*;
  static Members members(Node node) {
    return node->get_ptr<const Json::object_t*>();
  }
  static std::size_t count(Members members) { return members->size(); }
  static std::string_view name(Members members, std::size_t i, Arena& arena) {
    return arena.copy(members->begin()[static_cast<long>(i)].first);
  }
  static Node value(Members members, std::size_t i) {
    return &members->begin()[static_cast<long>(i)].second;
  }

  // --- writing
  using Value = JsonWritten;
  /// For what one call reads, before memory is asked for: enough for a dozen
  /// answers.
  static constexpr std::size_t kFrameBytes = 12288;
  static Value null_value() { return {}; }
  static Value new_object() { return Value::object(); }
  static Value new_list() { return Value::list(); }
  static Value from_text(std::string_view text) { return Value::quoted(text); }
  static Value from_truth(bool truth) { return Value::truth(truth); }
  static Value from_number(double number) { return Value::number(number); }
  /// Of a document that was read or put together by hand.
  static Value from_document(const Json& document) {
    return Value::whole(text_of_document(document));
  }
  static void set(Value& object, std::string_view name, const Value& value) {
    object.set(name, value);
  }
  static void set_named(Value& object, std::string_view name,
                        const Value& value) {
    object.set(name, value);
  }
  static void push(Value& list, const Value& value) { list.push(value); }
};

}  // namespace looplet::wire
