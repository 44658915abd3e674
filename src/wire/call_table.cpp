#include "wire/call_table.h"

#include "looplet/wire.h"
#include "text/number.h"
#include "wire/json_text.h"
#include "wire/request_calls.h"

namespace looplet::wire {

using Json = JsonBackend::Json;
using Node = JsonBackend::Node;

std::string answer_call(std::span<const Call> calls, std::string_view name,
                        std::string_view request) {
  for (const Call& candidate : calls) {
    if (candidate.name != name) continue;
    // The envelope of a request adds a level to the survey's depth.
    const Result<Json> document =
        parse_json(request, {kMaxRequestBytes, kMaxDepth + 2});
    if (!document) return write_faults(document.faults());
    // A survey inside a request is held to the size of its file.
    const Node survey = RequestCalls<JsonBackend>::part(&*document, "survey");
    if (survey != nullptr && request.size() > kMaxSurveyBytes) {
      const std::size_t bytes = text_of_document(*survey).size();
      if (bytes > kMaxSurveyBytes) {
        return write_faults(
            {make_fault(Code::too_large, "/survey",
                        {text::whole(static_cast<std::int64_t>(bytes)),
                         text::whole(kMaxSurveyBytes)})});
      }
    }
    return candidate.answer(&*document).take();
  }
  return write_faults({make_fault(Code::unknown_call, "", {name})});
}

std::string write_faults(const Faults& faults) {
  return bad<JsonBackend>(faults).take();
}

}  // namespace looplet::wire
