#include "wire/json_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "survey/names.h"
#include "text/number.h"
#include "text/report.h"
#include "text/utf8.h"

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;
using text::whole;

/// Builds the document from the parser's events. The library's own builder
/// keeps the last of two equal names and has no limit of depth.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, std::size_t depth)
      : text_(text), depth_(depth) {}

  Json root;
  Faults faults;

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override {
    return add(value);
  }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_object() override {
    check_names();
    return close();
  }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    for (const std::string_view reserved : names::kReserved) {
      if (name == reserved) {
        faults.push_back(make_fault(Code::reserved_name, place(name), {name}));
      }
    }
    auto& object = open_.back()->get_ref<Json::object_t&>();
    object.emplace_back(std::move(name), nullptr);
    member_ = &object.back().second;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 2:
    // syntax error while parsing value - unexpected ..."
    std::string_view why = error.what();
    const std::size_t colon = why.find(": ");
    if (colon != std::string_view::npos) {
      why.remove_prefix(colon + 2);
    } else if (const std::size_t tag = why.find("] "); tag != why.npos) {
      why.remove_prefix(tag + 2);  // "[...out_of_range.406] number overflow"
    }
    const std::size_t end = std::min(position, text_.size());
    const auto lines =
        std::count(text_.begin(), text_.begin() + static_cast<long>(end), '\n');
    faults.push_back(
        make_fault(text::is_utf8(text_) ? Code::not_json : Code::not_utf8,
                   "line " + whole(lines + 1), {why}));
    return false;
  }

 private:
  template <class T>
  bool add(T&& value) {
    place_value(Json(std::forward<T>(value)));
    return true;
  }

  Json* place_value(Json&& value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    *member_ = std::move(value);
    return member_;
  }

  bool open(Json&& container) {
    if (open_.size() == depth_) {
      faults.push_back(make_fault(Code::too_deep, place({}),
                                  {whole(static_cast<std::int64_t>(depth_))}));
      return false;
    }
    open_.push_back(place_value(std::move(container)));
    return true;
  }

  bool close() {
    open_.pop_back();
    // The member that is open now is the last of its object.
    if (!open_.empty() && open_.back()->is_object()) {
      member_ = &open_.back()->get_ref<Json::object_t&>().back().second;
    }
    return true;
  }

  /// Sorts the names of the object that ends here: equal ones are neighbours.
  void check_names() {
    const auto& object = open_.back()->get_ref<const Json::object_t&>();
    std::vector<std::string_view> names;
    names.reserve(object.size());
    for (const auto& entry : object) names.emplace_back(entry.first);
    std::sort(names.begin(), names.end());
    for (std::size_t i = 1; i < names.size(); ++i) {
      const bool first = i == 1 || names[i - 2] != names[i];
      if (names[i] == names[i - 1] && first) {
        faults.push_back(
            make_fault(Code::duplicate_key, place(names[i]), {names[i]}));
      }
    }
  }

  /// The pointer of a member of the innermost object.
  std::string place(std::string_view name) const {
    Arena arena;
    Reporter here(arena);
    for (std::size_t i = 1; i < open_.size(); ++i) {
      // What is open is always the last of its container.
      const Json& parent = *open_[i - 1];
      if (parent.is_array()) {
        here.enter(parent.size() - 1);
      } else {
        here.enter(parent.get_ref<const Json::object_t&>().back().first);
      }
    }
    if (!name.empty()) here.enter(name);
    return std::string(here.place());
  }

  std::string_view text_;
  std::size_t depth_;
  std::vector<Json*> open_;
  Json* member_ = nullptr;
};

}  // namespace

Result<Json> parse_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return make_fault(Code::too_large, "",
                      {whole(static_cast<std::int64_t>(text.size())),
                       whole(static_cast<std::int64_t>(limits.bytes))});
  }
  Builder builder(text, limits.depth);
  // strict: nothing may follow the value.
  const bool parsed = Json::sax_parse(text.begin(), text.end(), &builder,
                                      Json::input_format_t::json, true);
  if (!parsed || !builder.faults.empty()) return std::move(builder.faults);
  return std::move(builder.root);
}

}  // namespace looplet::wire
