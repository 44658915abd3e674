// Reads a document into values, guided by their descriptions.
//
//   Reader<JsonBackend> reader(node, Strict::yes);
//   Survey survey;
//   reader.value(survey);
//   if (!reader.faults().empty()) ...   // every fault, each with its place
//
// A backend says how to look at one kind of document: a node's kind, its
// text, number or truth, a list's items, an object's members. It is the only
// thing that differs between nlohmann::ordered_json and emscripten::val.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "looplet/fault.h"
#include "looplet/survey.h"
#include "wire/kind.h"
#include "wire/reader_text.h"
#include "wire/type_names.h"

namespace looplet::wire {

/// Whether a field that nobody knows is a fault: in what people write, yes;
/// in what programs write, it is passed over.
enum class Strict : bool { no, yes };

/// More values than a document of the largest size can hold; only a
/// JavaScript object that contains itself gets there.
constexpr int kMaxValues = 65536;

template <class Backend>
class Reader {
 public:
  using Node = typename Backend::Node;
  static constexpr bool kReads = true;
  static constexpr bool kSchema = false;

  /// `prefix` is where the root stands in what the caller was given.
  Reader(Node root, Strict strict, std::string_view prefix = {})
      : prefix_(prefix), strict_(strict == Strict::yes) {
    frames_.push_back({std::move(root), {}, -1});
  }

  /// Every fault found so far, in the order of the document's description.
  Faults& faults() { return faults_; }

  /// One member of the object that is being read; whether it was there.
  template <class T>
  bool field(std::string_view name, T& out, Rule rule, const char*) {
    if (!enter(name, rule.need)) return false;
    value(out, rule);
    leave();
    return true;
  }

  /// A member that is derived from others: known, but not read.
  void passed_over(std::string_view name) {
    if (strict_) seen_.push_back(name);
  }

  /// The member that says which kind of object this is, then the others.
  template <class E, class Fields>
  void variants(std::string_view name, E& out, const char* meaning,
                Fields fields) {
    const std::size_t before = faults_.size();
    field(name, out, {}, meaning);
    if (faults_.size() == before) {
      fields(out);
    } else {
      unknown_kind_ = true;  // its fields cannot be told from mistakes
    }
  }

  /// The value here, when a type has several forms:
  ///   auto form = v.choice();
  ///   if (form.is(Kind::text, t.is_plain())) v.value(...);
  ///   if (form.is(Kind::object, !t.is_plain())) ...;
  ///   form.done("a text, or texts by language");
  class Choice {
   public:
    explicit Choice(Reader& reader)
        : reader_(reader), kind_(Backend::kind(reader.node())) {}
    bool is(Kind kind, bool) {
      if (kind != kind_) return false;
      matched_ = true;
      return true;
    }
    void done(std::string_view words) {
      if (!matched_) reader_.wrong_type(kind_, words);
    }

   private:
    Reader& reader_;
    Kind kind_;
    bool matched_ = false;
  };
  Choice choice() { return Choice(*this); }

  // --- the value here, by its type

  void value(std::string& out, const Rule& rule = {}) {
    if (!expect(Kind::text)) return;
    out = Backend::text(node());
    if (const auto wrong = check_text(out, rule)) fault(*wrong, out, rule);
  }

  void value(bool& out, const Rule& = {}) {
    if (expect(Kind::truth)) out = Backend::truth(node());
  }

  void value(double& out, const Rule& = {}) {
    if (expect(Kind::number)) out = Backend::number(node());
  }

  void value(std::int64_t& out, const Rule& rule) {
    if (!expect(Kind::number)) return;
    const double number = Backend::number(node());
    // In range first (false for NaN), so that the conversion is defined.
    if (!(number >= static_cast<double>(rule.min) &&
          number <= static_cast<double>(rule.max))) {
      range_fault(number, rule);
    } else if (number !=
               static_cast<double>(static_cast<std::int64_t>(number))) {
      fault(Code::not_whole, {number_words(number)});
    } else {
      out = static_cast<std::int64_t>(number);
    }
  }

  void value(int& out, const Rule& rule) {
    std::int64_t wide = out;
    value(wide, rule);
    out = static_cast<int>(wide);
  }

  template <class E>
  requires NamedEnum<E>
  void value(E& out, const Rule& = {}) {
    constexpr auto& names = EnumNames<E>::kNames;
    const int index = name_index(names.data(), names.size());
    if (index >= 0) out = static_cast<E>(index);
  }

  template <class T>
  void value(std::optional<T>& out, const Rule& rule) {
    T inner{};
    value(inner, rule);
    out = std::move(inner);
  }

  template <class T>
  void value(std::vector<T>& out, const Rule& rule) {
    if (!expect(Kind::list)) return;
    const std::size_t size = Backend::size(node());
    if (!size_fits(size, rule)) return;
    out.clear();
    out.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      enter_item(i);
      T item{};
      value(item, item_rule(rule));
      out.push_back(std::move(item));
      leave();
    }
  }

  template <class T>
  requires Described<T, Reader>
  void value(T& out, const Rule& = {}) {
    object([&] { describe(*this, out); });
  }

  template <class T>
  requires DescribedChoice<T, Reader>
  void value(T& out, const Rule& = {}) {
    if (spend()) describe_choice(*this, out);
  }

  /// The object here, its fields read by `fields`.
  template <class Fields>
  void object(Fields fields) {
    if (!expect(Kind::object)) return;
    const std::size_t seen = seen_.size();
    const bool outer_unknown = std::exchange(unknown_kind_, false);
    fields();
    if (strict_ && !unknown_kind_) hunt_unknown(seen);
    unknown_kind_ = outer_unknown;
    seen_.resize(seen);
  }

  /// The object here as names and values; a name must have the form.
  template <class T>
  void map(std::vector<std::pair<std::string, T>>& out, const Rule& names,
           const Rule& values) {
    if (!expect(Kind::object)) return;
    std::vector<std::string> keys = Backend::keys(node());
    if (!size_fits(keys.size(), {Need::required, names.min, names.max})) return;
    out.clear();
    for (std::string& key : keys) {
      Node child = Backend::null();
      if (!Backend::member(node(), key, child)) continue;
      frames_.push_back({std::move(child), key, -1});
      const Rule name_rule{Need::required, 0, kMaxId, names.form};
      if (const auto wrong = check_text(key, name_rule)) {
        fault(*wrong, key, name_rule);
      }
      T item{};
      value(item, values);
      leave();
      out.emplace_back(std::move(key), std::move(item));
    }
  }

  void null() {}

  void wrong_type(Kind is, std::string_view words) {
    fault(Code::wrong_type, {kind_words(is), words});
  }

  void fault(Code code, std::initializer_list<std::string_view> arguments) {
    faults_.push_back(make_fault(code, place(), arguments));
  }

  /// The JSON Pointer of the value that is being read.
  std::string place() const {
    std::string out(prefix_);
    for (std::size_t i = 1; i < frames_.size(); ++i) {
      append_token(out, frames_[i].name, frames_[i].index);
    }
    return out;
  }

  const Node& node() const { return frames_.back().node; }

 private:
  struct Frame {
    Node node;
    std::string_view name;
    int index;  ///< of an item; -1 for a member
  };

  bool enter(std::string_view name, Need need) {
    if (strict_) seen_.push_back(name);
    Node child = Backend::null();
    const bool found =
        Backend::member(node(), name, child) &&
        (need == Need::required || Backend::kind(child) != Kind::null);
    if (!found) {
      if (need == Need::required) fault(Code::missing_field, {name});
      return false;
    }
    frames_.push_back({std::move(child), name, -1});
    return true;
  }

  void enter_item(std::size_t index) {
    frames_.push_back(
        {Backend::item(node(), index), {}, static_cast<int>(index)});
  }

  void leave() { frames_.pop_back(); }

  bool spend() {
    if (stopped_) return false;
    if (frames_.size() > kMaxDepth) {
      fault(Code::too_deep, {"32"});
    } else if (--values_left_ < 0) {
      fault(Code::too_large, {"too many values", "64 KiB of JSON"});
    } else {
      return true;
    }
    stopped_ = true;
    return false;
  }

  bool expect(Kind kind) {
    if (!spend()) return false;
    const Kind is = Backend::kind(node());
    if (is == kind) return true;
    wrong_type(is, kind_words(kind));
    return false;
  }

  int name_index(const std::string_view* names, std::size_t count) {
    if (!expect(Kind::text)) return -1;
    const std::string text = Backend::text(node());
    for (std::size_t i = 0; i < count; ++i) {
      if (names[i] == text) return static_cast<int>(i);
    }
    fault(Code::not_one_of, {text, joined(names, count)});
    return -1;
  }

  bool size_fits(std::size_t size, const Rule& rule) {
    const auto count = static_cast<std::int64_t>(size);
    if (count > rule.max) {
      fault(Code::too_many, {whole(count), whole(rule.max)});
      return false;
    }
    if (count < rule.min) fault(Code::too_few, {whole(count), whole(rule.min)});
    return true;
  }

  static Rule item_rule(const Rule& rule) {
    return {Need::required, rule.item_min, rule.item_max, rule.form};
  }

  void range_fault(double number, const Rule& rule) {
    fault(Code::out_of_range,
          {number_words(number), whole(rule.min), whole(rule.max)});
  }

  void fault(const TextFault& wrong, std::string_view text, const Rule& rule) {
    faults_.push_back(text_fault(wrong, place(), text, rule));
  }

  void hunt_unknown(std::size_t seen) {
    for (const std::string& key : Backend::keys(node())) {
      bool known = false;
      for (std::size_t i = seen; i < seen_.size(); ++i)
        known |= seen_[i] == key;
      if (known) continue;
      Fault unknown = make_fault(Code::unknown_field, place(), {key});
      append_token(unknown.where, key, -1);
      faults_.push_back(std::move(unknown));
    }
  }

  std::vector<Frame> frames_;
  Faults faults_;
  std::vector<std::string_view> seen_;  ///< fields asked for, by open object
  std::string_view prefix_;
  int values_left_ = kMaxValues;
  bool strict_;
  bool unknown_kind_ = false;
  bool stopped_ = false;
};

}  // namespace looplet::wire
