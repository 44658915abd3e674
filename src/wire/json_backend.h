// nlohmann::ordered_json as a document: the native programs, the tests and
// the analysis module.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "looplet/themes.h"
#include "wire/description.h"

namespace looplet::wire {

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
  using Value = Json;
  static Value null_value() { return nullptr; }
  /// With room for what will be in it and no more: when an object grows,
  /// nlohmann copies every name anew, which is half the time of writing a
  /// state; and a block above 1 KiB is not kept at hand by malloc.
  static constexpr bool kMakesRoom = true;
  /// For what one call reads, before memory is asked for: enough for a dozen
  /// answers.
  static constexpr std::size_t kFrameBytes = 12288;
  static Value new_object(std::size_t room) {
    Value object(Json::value_t::object);
    object.get_ref<Json::object_t&>().reserve(room);
    return object;
  }
  static Value new_list(std::size_t room) {
    Value list(Json::value_t::array);
    list.get_ref<Json::array_t&>().reserve(room);
    return list;
  }
  static Value from_text(std::string_view text) { return Json(text); }
  static Value from_truth(bool truth) { return Json(truth); }
  /// Whole numbers are kept as such, so that 50 is written "50", as
  /// JavaScript writes it. What is not finite is null.
  static Value from_number(double number) {
    if (!(number - number == 0)) return nullptr;
    if (number >= -static_cast<double>(kMaxInteger) &&
        number <= static_cast<double>(kMaxInteger) &&
        number == static_cast<double>(static_cast<std::int64_t>(number))) {
      return Json(static_cast<std::int64_t>(number));
    }
    return Json(number);
  }
  static void set(Value& object, std::string_view name, Value&& value) {
    // Names are written once each, in order, so nothing has to be looked up.
    object.get_ref<Json::object_t&>().emplace_back(std::string(name),
                                                   std::move(value));
  }
  static void set_named(Value& object, std::string_view name, Value&& value) {
    set(object, name, std::move(value));
  }
  static void push(Value& list, Value&& value) {
    list.push_back(std::move(value));
  }
};

}  // namespace looplet::wire
