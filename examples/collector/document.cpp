#include "document.h"

#include <set>
#include <string>
#include <vector>

#include "looplet/survey.h"
#include "text/utf8.h"

namespace looplet::collector {

using nlohmann::ordered_json;

Result<ordered_json> parse_document(std::string_view text,
                                    std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return make_fault(Code::too_large, "",
                      {std::to_string(text.size()), std::to_string(max_bytes)});
  }
  if (!text::is_utf8(text)) return make_fault(Code::not_utf8, "");

  std::vector<std::set<std::string>> keys;  // of the open objects
  bool too_deep = false;
  std::string twice;
  const auto look = [&](int depth, ordered_json::parse_event_t event,
                        ordered_json& value) {
    switch (event) {
      case ordered_json::parse_event_t::object_start:
      case ordered_json::parse_event_t::array_start:
        keys.emplace_back();
        too_deep = too_deep || static_cast<std::size_t>(depth) >= kMaxDepth;
        break;
      case ordered_json::parse_event_t::object_end:
      case ordered_json::parse_event_t::array_end:
        keys.pop_back();
        break;
      case ordered_json::parse_event_t::key: {
        const auto* key = value.get_ptr<const ordered_json::string_t*>();
        if (!keys.back().insert(*key).second) twice = *key;
        break;
      }
      case ordered_json::parse_event_t::value:
        break;
    }
    return true;
  };
  ordered_json document = ordered_json::parse(text, look, false);
  // A document that is too deep is not shown to anybody who recurses.
  if (too_deep) {
    return make_fault(Code::too_deep, "", {std::to_string(kMaxDepth)});
  }
  if (document.is_discarded()) {
    return make_fault(Code::not_json, "", {"it cannot be read to its end"});
  }
  if (!twice.empty()) return make_fault(Code::duplicate_key, "", {twice});
  return document;
}

}  // namespace looplet::collector
