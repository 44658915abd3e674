// JavaScript values as documents, so that the survey module carries no JSON
// parser. The same concept as wire/json_backend.h.
//
// At the border stands emscripten::val. Inside, a value is its number in a
// table on the JavaScript side that is emptied when the call ends: no handle
// is counted or freed. The functions are in survey_library.js. web/engine lets
// nothing in but what was a JSON text of at most 64 KiB.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string_view>

#include "looplet/arena.h"
#include "wire/description.h"

extern "C" {
using LoopletValue = int;

LoopletValue looplet_take(emscripten::EM_VAL handle);
emscripten::EM_VAL looplet_give(LoopletValue value);

int looplet_kind(LoopletValue value);
double looplet_number(LoopletValue value);
std::size_t looplet_text_size(LoopletValue value);
void looplet_text_copy(char* to);
std::size_t looplet_size(LoopletValue value);
LoopletValue looplet_item(LoopletValue list, std::size_t index);
LoopletValue looplet_member(LoopletValue object, const char* name);
LoopletValue looplet_members(LoopletValue object);

LoopletValue looplet_new(int kind);
LoopletValue looplet_new_number(double number);
LoopletValue looplet_new_text(const char* text, std::size_t size);
void looplet_set(LoopletValue object, const char* name, LoopletValue value);
void looplet_set_named(LoopletValue object, LoopletValue name,
                       LoopletValue value);
void looplet_push(LoopletValue list, LoopletValue value);
}

namespace looplet::wire {

struct ValBackend {
  /// A respondent's page does not pay for looking at names it does not need;
  /// `looplet check` does it for the author.
  static constexpr bool kHunts = false;
  /// Texts come out of a TextEncoder.
  static constexpr bool kMayBeBroken = false;

  // The values that Embind numbers itself.
  static constexpr LoopletValue kNull = 2;
  static constexpr LoopletValue kTrue = 3;
  static constexpr LoopletValue kFalse = 4;

  // --- reading
  using Node = LoopletValue;
  static Node null() { return kNull; }
  static Kind kind(Node node) { return static_cast<Kind>(looplet_kind(node)); }
  static constexpr bool kLends = false;
  static std::string_view text(Node node, Arena& arena) {
    const std::size_t size = looplet_text_size(node);
    if (size == 0) return {};
    auto* bytes = static_cast<char*>(arena.take(size));
    looplet_text_copy(bytes);
    return {bytes, size};
  }
  static double number(Node node) { return looplet_number(node); }
  static bool truth(Node node) { return looplet_number(node) != 0; }
  static std::size_t size(Node node) { return looplet_size(node); }
  static Node item(Node node, std::size_t index) {
    return looplet_item(node, index);
  }
  /// A member that is undefined is not there: JSON could not carry it.
  static bool member(Node node, const char* name, Node& out) {
    out = looplet_member(node, name);
    return out != 0;
  }
  /// Names of descriptions that are not packed are literals, with their zero.
  static bool member(Node node, std::string_view name, Node& out) {
    return member(node, name.data(), out);
  }

  /// A list of names and values in turn.
  using Members = LoopletValue;
  static Members members(Node node) { return looplet_members(node); }
  static std::size_t count(Members members) {
    return looplet_size(members) / 2;
  }
  static std::string_view name(Members members, std::size_t i, Arena& arena) {
    return text(item(members, 2 * i), arena);
  }
  static Node value(Members members, std::size_t i) {
    return item(members, 2 * i + 1);
  }

  // --- writing
  using Value = LoopletValue;
  static Value null_value() { return kNull; }
  static constexpr std::size_t kFrameBytes = 0;  // the stack is small
  static Value new_object() {
    return looplet_new(static_cast<int>(Kind::object));
  }
  static Value new_list() { return looplet_new(static_cast<int>(Kind::list)); }
  static Value from_text(std::string_view text) {
    return looplet_new_text(text.data(), text.size());
  }
  static Value from_truth(bool truth) { return truth ? kTrue : kFalse; }
  static Value from_number(double number) {
    return number - number == 0 ? looplet_new_number(number) : kNull;
  }
  /// A description's own name: a text that never moves.
  static void set(Value object, const char* name, Value value) {
    looplet_set(object, name, value);
  }
  static void set(Value object, std::string_view name, Value value) {
    set(object, name.data(), value);
  }
  static void set_named(Value object, std::string_view name, Value value) {
    looplet_set_named(object, from_text(name), value);
  }
  static void push(Value list, Value value) { looplet_push(list, value); }
};

}  // namespace looplet::wire
