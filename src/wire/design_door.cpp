// The calls of those who design a survey, apart from all others: what a page
// has to load for them is less than half of the engine.
#include <array>

#include "wire/call_table.h"
#include "wire/design_calls.h"
#include "wire/request_calls.h"

namespace looplet::wire {
namespace {

using Requests = RequestCalls<JsonBackend>;

constexpr std::array kDesignCalls = {
    Call{"check", Requests::check},  Call{"estimate", estimate_call},
    Call{"simulate", simulate_call}, Call{"diff", diff_call},
    Call{"migrate", migrate_call},   Call{"translations", translations_call},
};

}  // namespace

std::string call_for_design(std::string_view name, std::string_view request) {
  return answer_call(kDesignCalls, name, request);
}

}  // namespace looplet::wire
