// JSON text in the making: what a reply is put together from. A tree of
// values, written out when it is whole, takes four times as long.
#pragma once

#include <string>
#include <string_view>

namespace looplet::wire {

/// One value as text. A list or an object may still grow until it is taken
/// or becomes part of another value.
class JsonWritten {
 public:
  /// null.
  JsonWritten() : text_("null") {}

  static JsonWritten object() { return {"{", '}'}; }
  static JsonWritten list() { return {"[", ']'}; }
  static JsonWritten truth(bool truth) {
    return {truth ? "true" : "false", '\0'};
  }
  /// The shortest digits that read back to the same number; whole numbers up
  /// to 2^53 without a point or an exponent, as JavaScript writes them; null
  /// for what is not finite.
  static JsonWritten number(double number);
  /// Quoted. Bytes that are not UTF-8 become U+FFFD.
  static JsonWritten quoted(std::string_view text);
  /// Of text that is JSON already.
  static JsonWritten whole(std::string text) { return {std::move(text), '\0'}; }

  /// A member of an object, after those that it has. Names are not looked up:
  /// each is to be set once.
  void set(std::string_view name, const JsonWritten& value);

  /// An item of a list, after those that it has.
  void push(const JsonWritten& value);

  /// The text; nothing can be added afterwards.
  std::string take() &&;

 private:
  JsonWritten(std::string text, char end) : text_(std::move(text)), end_(end) {}

  void add(const JsonWritten& value);

  std::string text_;
  char end_ = '\0';  ///< what closes a list or an object
};

}  // namespace looplet::wire
